package id.jejak.ttac.contract;

import static id.jejak.ttac.contract.Describe.e990;
import static id.jejak.ttac.contract.Describe.no;
import static id.jejak.ttac.contract.Describe.optional;
import static id.jejak.ttac.contract.Describe.ours;
import static id.jejak.ttac.contract.Describe.required;
import static id.jejak.ttac.contract.Describe.yes;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Param;

/**
 * What gives packs their life: the producer's calls. Payloads as a production client sends them; the producer's own
 * guide is not public, so the addresses are ours and every rule is inferred.
 */
@Source(grade = Grade.INFERRED, ref = "field client's producer payloads; addresses and rules are ours",
    seen = "2026-11")
public final class ProducerOperations {
  private static final String PAYLOAD = "The payload is that of a production client; the real address is not public,"
      + " this one is ours.";
  private static final Param ACTIVE = optional("is_active", "Boolean", "released; the three flags exclude each other",
      "true");
  private static final Param SAMPLE = optional("is_sample", "Boolean", "a sample", "false");
  private static final Param REJECT = optional("is_reject", "Boolean", "rejected", "false");
  private static final Param PARENT = optional("parent", "String", "the holder they go into", "\"SKD_SGTDEV001\"");

  /** Register packs. */
  public static final Operation PRIMER = ours("ttac.producer.primer", "POST", "/producer/primer",
      "Pelaporan Barcode Primer", "Makes packs of one lot known, at the caller, loose or inside a holder. All or"
          + " nothing.")
      .params(Describe.TOKEN,
          required("barcode", "Array String", "the packs, at most 5,000",
              "[\"90GKL1222251043A1\\u001d10PCT2602\\u001d1729123121SN0000002\"]"),
          required("nie", "String", "marketing authorisation", "\"GKL1222251043A1\""),
          required("batch_no", "String", "batch", "\"PCT2602\""),
          required("exp_date", "String", "last day of use, YYYY-MM-DD", "\"2029-12-31\""),
          ACTIVE, SAMPLE, REJECT,
          optional("id_kemasan", "String", "the maker's id of the packaging", "\"1\""),
          optional("lot_no", "String", "the maker's lot number", "\"L2602\""), PARENT)
      .outcomes(e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          e990(Sentence.required("barcode"), "barcode is missing or []; likewise nie, batch_no, exp_date"),
          e990(Sentence.date("exp_date"), "exp_date is no date"),
          e990(Sentence.trueOrFalse("is_active"), "a flag is neither true nor false"),
          e990(Sentence.invalid("is_sample"), "more than one flag is set; the last one is named"),
          no(Code.E013, "parent is unknown"),
          no(Code.E014, "parent is not held by the caller at rest"),
          e990(Sentence.invalid("parent"), "parent is a primer itself"),
          e990(Sentence.taken("barcode.0"), "a barcode is known already; the first is named by its place"),
          no(Code.E999, "something broke; nothing was changed"),
          yes("otherwise"))
      .inferred(PAYLOAD, "Without any flag a pack is registered, and cannot be sent until it is released.",
          "A barcode given twice counts once.");

  /** Register holders. */
  public static final Operation PARENT_UNITS = ours("ttac.producer.parent", "POST", "/producer/parent",
      "Pelaporan Barcode Parent", "Makes sekunder or tersier known, at the caller, loose or inside a holder. All or"
          + " nothing.")
      .params(Describe.TOKEN,
          required("barcode", "Array String", "the holders, at most 5,000", "[\"SKD_SGTDEV003\"]"),
          optional("is_active", "Boolean", "released; true when missing, the only value seen in the field", "true"),
          required("barcode_level", "String", "sekunder or tersier", "\"sekunder\""),
          optional("parent", "String", "the holder they go into", "\"TSR_SGTDEV001\""))
      .outcomes(e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          e990(Sentence.required("barcode"), "barcode is missing or []; likewise barcode_level"),
          e990(Sentence.trueOrFalse("is_active"), "is_active is neither true nor false"),
          e990(Sentence.invalid("barcode_level"), "barcode_level is neither sekunder nor tersier"),
          no(Code.E013, "parent is unknown"),
          no(Code.E014, "parent is not held by the caller at rest"),
          e990(Sentence.invalid("parent"), "parent is not of a higher level"),
          e990(Sentence.taken("barcode.0"), "a barcode is known already; the first is named by its place"),
          no(Code.E999, "something broke; nothing was changed"),
          yes("otherwise"))
      .inferred(PAYLOAD, "A barcode given twice counts once.");

  /** Put units into a holder. */
  public static final Operation AGGREGATE = ours("ttac.producer.aggregate", "POST", "/producer/aggregate",
      "Pelaporan Agregasi", "Puts loose units into a holder. All or nothing.")
      .params(Describe.TOKEN,
          required("parent", "String", "the holder", "\"SKD_SGTDEV003\""),
          required("child", "Array String", "what goes in, at most 5,000", "[\"OKTADEV01BAR0000003\"]"),
          required("packing_date", "String", "YYYY-MM-DD; kept in the history", "\"2026-11-22\""),
          required("parent_type", "String", "sekunder or tersier: the holder's level", "\"sekunder\""))
      .outcomes(e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          e990(Sentence.required("parent"), "parent is missing; likewise child, packing_date, parent_type"),
          e990(Sentence.date("packing_date"), "packing_date is no date"),
          e990(Sentence.invalid("parent_type"), "parent_type is neither of the two, or not the holder's level"),
          no(Code.E013, "the holder is unknown; then likewise a child"),
          no(Code.E014, "the holder is not held by the caller at rest; likewise a child"),
          e990(Sentence.invalid("child.0"), "a child is not of a lower level than the holder"),
          e990(Sentence.taken("child.0"), "a child is inside another holder"),
          no(Code.E999, "something broke; nothing was changed"),
          yes("otherwise"))
      .inferred(PAYLOAD, "A child that is directly in this holder already, as after a registration with parent, is no"
          + " fault and nothing happens to it.");

  /** Release, sample, reject. */
  public static final Operation STATUS = ours("ttac.producer.status", "POST", "/producer/status",
      "Perubahan Status", "Releases units, takes them as samples, or rejects them. All or nothing.")
      .params(Describe.TOKEN,
          required("barcode", "Array String", "units of any level, at most 5,000", "[\"OKTADEV01BAR0000003\"]"),
          ACTIVE, SAMPLE, REJECT)
      .outcomes(e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          e990(Sentence.required("barcode"), "barcode is missing or []"),
          e990(Sentence.trueOrFalse("is_active"), "a flag is neither true nor false"),
          e990(Sentence.invalid("is_sample"), "more than one flag is set; the last one is named"),
          e990(Sentence.required("is_active"), "no flag is set"),
          e990(Sentence.invalid("is_active"), "all flags are false: nothing goes back to registered"),
          no(Code.E013, "a barcode is unknown"),
          no(Code.E014, "a barcode is not held by the caller at rest"),
          no(Code.E018, "a sample or rejected unit was to become something else"),
          no(Code.E999, "something broke; nothing was changed"),
          yes("otherwise; what has the status already is left as it is"))
      .inferred(PAYLOAD, "The status of a holder is its own; what is inside keeps its own.");

  /** Import a file. */
  public static final Operation IMPORT = ours("ttac.barcode.import", "POST", "/barcode/import",
      "Import of a file", "Makes the units of a file known, at the caller: the guide's dashboard upload as a call. The"
          + " whole file or nothing; every rejected row is named with its column and the reason.")
      .params(required("token", "String", "in the query, or a form field in front of the file",
              "\"your-string-token\""),
          required("file", "File", ".csv (comma, semicolon or tab; UTF-8), .xlsx or .xls, at most 512 MB: the body"
              + " itself, or the file of a multipart form. The first row names the columns, in any order: barcode,"
              + " level, nie, batch_no, exp_date; and, if wanted, parent, status, lot_no, id_kemasan",
              "\"packs.csv\""))
      .outcomes(e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          e990(Sentence.required("file"), "the form has no file"),
          e990(Sentence.file("file"), "the file is no readable table, or lacks a column; data says which"),
          e990(Sentence.rejectedRows("file", 2), "rows were rejected: nothing was imported, data is the report"),
          no(Code.E999, "something broke; nothing was changed"),
          yes("every row was imported"))
      .inferred("The guide names the upload (.xls) and not its columns; they are those of the producer's calls.",
          "Unlike every documented operation, data is there on E990 too: a report without rows helps nobody.",
          "A row without status is active. nie, batch_no and exp_date are read for primer only. A parent may stand"
              + " anywhere in the file, or be known and held by the caller.",
          "At most 1,000 problems are named; problem_count counts all. At most 10,000 lots in a file.")
      .example("""
          {"file": "packs.csv", "rows": 1500, "registered": 1500, "rejected": 0, "problem_count": 0,
           "problems": []}""");

  /** An empty file to fill in. */
  public static final Operation TEMPLATE_CSV = ours("ttac.template.csv", "GET", "/barcode/import/template.csv",
      "Template for an import, .csv", "An empty file with the columns of an import.")
      .outcomes(yes("always, and the answer is the file itself, without an envelope"));

  /** An empty workbook to fill in. */
  public static final Operation TEMPLATE_XLSX = ours("ttac.template.xlsx", "GET", "/barcode/import/template.xlsx",
      "Template for an import, .xlsx", "An empty workbook with the columns of an import.")
      .outcomes(yes("always, and the answer is the file itself, without an envelope"));

  private ProducerOperations() {}
}
