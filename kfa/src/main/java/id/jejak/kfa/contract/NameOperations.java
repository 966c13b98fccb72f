package id.jejak.kfa.contract;

import static id.jejak.kfa.contract.Describe.optional;
import static id.jejak.kfa.contract.Describe.ours;
import static id.jejak.kfa.contract.Describe.required;
import static id.jejak.kfa.contract.Describe.wrong;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import java.util.List;

/** Operations over names, which no document has: search that understands Indonesian, and mapping of whole lists. */
@Source(grade = Grade.INFERRED, ref = "ours; facts/kfa.md 11 to 13", seen = "2026-11")
public final class NameOperations {
  /** Bytes of a list that is mapped. */
  public static final int LIST_BYTES = 8 * 1024 * 1024;
  /** Rows of a list that are mapped in one call. */
  public static final int LIST_ROWS = 20_000;
  /** Characters of a search that are looked at; the rest is ignored. */
  public static final int QUERY_MOST = 600;
  /** Hits of one search. */
  public static final int HITS_MOST = 100;
  /** Hits of one search when the caller does not say. */
  public static final int HITS_DEFAULT = 10;

  /** Search. */
  public static final Operation SEARCH = ours("kfa.names.search", "GET", "/search", "Search",
      "Finds ingredients, templates and products by name, and says why: Indonesian spelling, strengths in any notation,"
          + " forms, brands, typing errors and words begun are understood. A code, NIE or LKPP number finds what it"
          + " is of.")
      .params(required("q", "string", "what is looked for", "\"parasetamol 500\""),
          optional("size", "number", "hits at the most, 1 to 100; 10 if not given", "5"),
          optional("type", "string", "ingredient, template, product or pack; all of them if not given", "\"template\""))
      .outcomes(Describe.UNAUTHORIZED, Describe.missing("q is"), Describe.INTEGER,
          wrong("422 below", "ensure this value is greater than or equal to 1", "size is below 1"),
          wrong("422 above", "ensure this value is less than or equal to 100", "size is above 100"),
          wrong("422 choice", "value is not a valid enumeration member", "type is none of the four"),
          Describe.BROKEN, Describe.FOUND)
      .inferred("total counts entries with all words that the dictionary knows; items may also lack words.",
          "A score compares hits of one answer, and means nothing across answers.")
      .example("""
          {"total": 3, "items": [{"kfa_code": "92000511", "name": "Paracetamol 120 mg/5 mL Sirup", "level": "template",
           "score": 1.0, "why": ["substance paracetamol (written parasetamol)", "strength 120 mg/5 mL exactly",
           "form syrup"]}]}""");

  /** Mapping of a list. */
  public static final Operation MAP = ours("kfa.names.map", "POST", "/map", "Map a formulary",
      "Says for each row of a list what it is in the dictionary: candidates with reasons, the estimated chance that the"
          + " first is right, and a pile: safe, review or none. The body is JSON, CSV or an .xlsx workbook.")
      .params(required("items", "Array Object", "JSON only: rows with name, and if known code, unit, price",
          "[{\"name\": \"Parasetamol tab 500 mg\", \"unit\": \"Tablet\"}]"),
          optional("format", "string", "json, csv, xlsx, conceptmap or khanza-sql; else as the Accept header says",
              "\"csv\""))
      .outcomes(Describe.UNAUTHORIZED,
          wrong("400 unreadable", "No row was mapped: {why}", "the body is no list, with what is wrong"),
          wrong("422 choice", "value is not a valid enumeration member", "an unknown format"),
          Describe.BROKEN, Describe.FOUND)
      .inferred("A candidate is a template unless the row names a brand; then it is a product.",
          "Columns of CSV and workbooks are found by their headings, Indonesian or English; those of Khanza's"
              + " databarang are known. More than 8 MiB, or 20,000 rows, are refused.",
          "A ConceptMap and Khanza's SQL hold safe rows only.")
      .example("""
          {"piles": {"safe": 1, "review": 0, "none": 0}, "items": [{"input": {"name": "Parasetamol tab 500 mg",
           "unit": "Tablet"}, "pile": "safe", "confidence": 0.968, "candidates": [{"kfa_code": "92001267",
           "name": "Paracetamol 500 mg Tablet", "level": "template", "score": 1.0,
           "why": ["substance paracetamol (written parasetamol)", "strength 500 mg exactly", "form tablet"]}]}]}""");

  /** Which of the mapped codes are affected by changes. */
  public static final Operation CHECK = ours("kfa.names.check", "POST", "/map/check", "Check mappings",
      "Says which codes of a stored mapping are gone, inactive, drafts or replaced, and what to use instead; with"
          + " since, also which were changed by then.")
      .params(required("items", "Array Object", "rows with kfa_code, and if known code and name as they were mapped",
          "[{\"code\": \"B001\", \"kfa_code\": \"93000465\"}]"),
          optional("since", "number", "the last change that is known already; none if not given", "0"))
      .outcomes(Describe.UNAUTHORIZED,
          wrong("400 unreadable", "No mapping was checked: {why}", "the body is no list, with what is wrong"),
          Describe.BROKEN, Describe.FOUND)
      .example("""
          {"seq": 104, "total": 2, "affected": 1, "items": [{"code": "B001", "kfa_code": "93000465",
           "name": "Acarbose 100 mg Tablet (DEXA MEDICA)", "findings": ["replaced", "inactive"],
           "instead": {"kfa_code": "93003161", "name": "Acarbose 100 mg Tablet (ECLID)"}}]}""");

  /** All of them. */
  public static final List<Operation> ALL = List.of(SEARCH, MAP, CHECK);

  private NameOperations() {}
}
