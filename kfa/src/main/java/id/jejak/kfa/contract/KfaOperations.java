package id.jejak.kfa.contract;

import static id.jejak.kfa.contract.Describe.get;
import static id.jejak.kfa.contract.Describe.missing;
import static id.jejak.kfa.contract.Describe.optional;
import static id.jejak.kfa.contract.Describe.post;
import static id.jejak.kfa.contract.Describe.required;
import static id.jejak.kfa.contract.Describe.wrong;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;

/** The operations of the document, in its order; version 3 as its newest revision has it. */
@Source(grade = Grade.CERTAIN, ref = "KFA ReST API 2023, sections 4.1 to 5.2; newest revision for version 3",
    seen = "2026-11")
public final class KfaOperations {
  /** Where version 1 is served. */
  public static final String V1 = "/kfa";
  /** Where version 2 is served. */
  public static final String V2 = "/kfa-v2";
  /** Where version 3 is served. */
  public static final String V3 = "/kfa-v3";

  private static final Param[] PRICE_PARAMS = {
    Describe.PAGE,
    required("limit", "number",
        "Isi dengan banyaknya data yang ingin ditampilkan dalam satu halaman (page).", "10"),
    required("kfa_code", "string", "Isi dengan kode produk KFA yang diinginkan.", "\"92000372\""),
    optional("region_code", "string", "Isi dengan kode regional JKN yang diinginkan.", "\"regional1\""),
    optional("document_ref", "string", "Isi dengan dokumen referensi atau dasar hukum yang berlaku.",
        "\"HK.01.07/MENKES/1905/2023\"")
  };
  private static final Outcome[] PRICE_OUTCOMES = {
    Describe.UNAUTHORIZED, missing("page, limit or kfa_code"), Describe.INTEGER, Describe.BELOW, Describe.ABOVE,
    Describe.BROKEN, Describe.FOUND
  };
  private static final String[] PRICE_INFERRED = {
    "code is an alias of kfa_code; faults name kfa_code (K13). A product's code (93) answers the prices of its"
        + " template (K12).",
    "Expired prices stay in the list; an unknown region is an empty list (K7).", Describe.ALL_FAULTS, Describe.EMPTY,
    Describe.FIELDS
  };

  /** Section 4.1. */
  public static final Operation PRICE = get("kfa.price.list", "/products/farmalkes-price-jkn", "4.1",
      "Harga Produk JKN", "Prices of a template in the regions of the national health insurance.")
      .params(PRICE_PARAMS).outcomes(PRICE_OUTCOMES).inferred(PRICE_INFERRED).example(Examples.PRICE);

  /** Section 4.1 at the path of the newest revision. */
  public static final Operation PRICE_NOW = get("kfa.price.current", "/farmalkes-price-jkn", "4.1",
      "Harga Produk JKN (newest path)", "The same prices, where clients of today ask for them.")
      .params(PRICE_PARAMS).outcomes(PRICE_OUTCOMES).inferred(PRICE_INFERRED).example(Examples.PRICE);

  /** Section 4.2. */
  public static final Operation BY_ATC = get("kfa.atc.products", "/products/atc", "4.2", "Produk sesuai ATC",
      "Products below a node of the ATC.")
      .params(Describe.PAGE, Describe.SIZE,
          required("atc_code", "string", "Isi dengan kode Anatomical Therapeutic Chemical (ATC).", "\"L\""),
          optional("level", "number", "1 to 5; must be the level of atc_code", "1"))
      .outcomes(Describe.UNAUTHORIZED, Describe.GONE, missing("page, size or atc_code"), Describe.INTEGER,
          Describe.BELOW, Describe.ABOVE, Describe.BROKEN, Describe.FOUND)
      .inferred("A level that is not that of atc_code gives an empty list (K19).",
          "By code, rows without one first, as in the examples (K22).", Describe.ALL_FAULTS, Describe.EMPTY,
          Describe.FIELDS)
      .example(Examples.BY_ATC);

  /** Section 4.3. */
  public static final Operation ATC = get("kfa.atc.list", "/atc", "4.3", "ATC Metadata",
      "What nodes of the ATC there are.")
      .params(optional("page", "number", "Isi dengan nomor halaman (page) yang diinginkan.", "1"),
          optional("size", "number", "Isi dengan banyaknya data dalam satu halaman.", "50"),
          optional("atc_code", "string", "only this node", "\"A\""),
          optional("level", "string", "only this level, 1 to 5", "\"1\""),
          optional("parent_code", "string", "only what stands directly below this node; also as parent", "\"\""))
      .outcomes(Describe.UNAUTHORIZED, Describe.GONE, Describe.INTEGER, Describe.BELOW, Describe.ABOVE,
          Describe.BROKEN, Describe.FOUND)
      .inferred("The names of the parameters (K8). Without size all nodes are answered.", Describe.EMPTY)
      .gaps("The classification is not shipped: it is WHO's, and not for commercial use. Import your own copy.")
      .example(Examples.ATC);

  /** Section 4.4. */
  public static final Operation BY_TAG = get("kfa.tag.products", "/products/tag", "4.4", "Produk sesuai Tag",
      "Products with a tag, medicines and devices together.")
      .params(Describe.PAGE, Describe.SIZE,
          required("tag_code", "string", "Isi dengan kode tag produk yang diinginkan.", "\"kanker\""),
          optional("level", "number", "must be the level of the tag", "1"))
      .outcomes(Describe.UNAUTHORIZED, Describe.GONE, missing("page, size or tag_code"), Describe.INTEGER,
          Describe.BELOW, Describe.ABOVE, Describe.BROKEN, Describe.FOUND)
      .inferred("By code, rows without one first, as in the examples (K22).", Describe.ALL_FAULTS, Describe.EMPTY,
          Describe.FIELDS)
      .example(Examples.BY_TAG);

  /** Section 4.5. */
  public static final Operation TAG = tags("kfa.tag.list", "/tag", "TAG Metadata");

  /** Section 4.5 under the name that some clients use. */
  public static final Operation TAGS = tags("kfa.tags.list", "/tags", "TAG Metadata (plural)");

  /** Section 5.1. */
  public static final Operation DETAIL = get("kfa.product.detail", "/products", "5.1", "Detail Produk",
      "Everything about one product.")
      .params(required("identifier", "string", "Isi sumber data yang ingin digunakan: kfa, nie, lkpp", "\"kfa\""),
          required("code", "string", "Isi kode dari produk yang akan dicari.", "\"93015993\""),
          optional("template_code", "string", "only if it is a product of this template", "\"92000888\""))
      .outcomes(Describe.UNAUTHORIZED, missing("identifier or code"),
          wrong("422 choice", "value is not a valid enumeration member; permitted: 'kfa', 'nie', 'lkpp'",
              "identifier is none of the three"),
          Describe.BROKEN, new Outcome("200 nothing", true, "\"result\":null", "there is no such product: result is null"),
          Describe.FOUND)
      .inferred("Nothing found is 200 with result null (K4); so is the code / (K17).",
          "A NIE is compared without blanks and case. Of several products the active, valid one with the lowest code"
              + " is answered (K16).", Describe.ALL_FAULTS, Describe.EMPTY, Describe.FIELDS)
      .example(Examples.DETAIL);

  /** Section 5.2. */
  public static final Operation ALL_PRODUCTS = get("kfa.product.all", "/products/all", "5.2", "Seluruh Produk",
      "The list of products: by template, its general product first, then by number.")
      .params(Describe.PAGE, required("size", "number", "Isi dengan banyaknya data dalam satu halaman, to 1000",
              "100"),
          required("product_type", "string", "Isi dengan kategori/jenis produk: farmasi, alkes", "\"farmasi\""),
          optional("from_date", "string", "Isi dengan waktu mulai dengan format YYYY-MM-DD", "\"2020-01-01\""),
          optional("to_date", "string", "Isi dengan waktu selesai dengan format YYYY-MM-DD", "\"2030-12-31\""),
          optional("farmalkes_type", "string", "vaccine, medicine, device", "\"medicine\""),
          optional("keyword", "string", "words of the name, in any order", "\"abacavir\""),
          optional("template_code", "string", "Isi dengan kode produk virtual/template (PAV) KFA", "\"92000888\""),
          optional("packaging_code", "string", "Isi dengan kode kemasan (PAK) KFA", "\"94021264\""))
      .outcomes(Describe.UNAUTHORIZED, missing("page, size or product_type"), Describe.INTEGER, Describe.BELOW,
          Describe.ABOVE,
          wrong("422 choice", "value is not a valid enumeration member; permitted: 'farmasi', 'alkes'",
              "product_type is neither; the text ends with what may have been meant"),
          wrong("422 date", "invalid date format", "from_date or to_date is no day"), Describe.BROKEN, Describe.FOUND)
      .inferred("All words of keyword must begin a word of name, nama_dagang, template or ingredients, without"
              + " regard to case and accents; or keyword is a code, NIE or LKPP number (K10).",
          "Days are inclusive and are those of updated_at (K14). Nothing found is total 0 and [] (K5).",
          "total is the number of rows, not of pages.", Describe.ALL_FAULTS, Describe.EMPTY, Describe.FIELDS)
      .example(Examples.ALL);

  private static final Param[] ALKES_PARAMS = {
    required("page", "integer", "page, from 1", "1"),
    optional("size", "integer", "rows of a page, 1 to 1000; 10 if not given", "10"),
    optional("state", "string", "draft, valid", "\"valid\""),
    optional("active", "boolean", "only active ones, or only others", "true"),
    optional("kfa_code", "string", "only this code", "\"\""),
    optional("search", "string", "words of the names", "\"\""),
    optional("updated_from_date", "string", "YYYY-MM-DD", "\"2024-05-01\""),
    optional("updated_to_date", "string", "YYYY-MM-DD", "\"2030-12-31\""),
    optional("farmalkes_type", "string", "device, pkrt; a comma list", "\"device\""),
    optional("category_code", "string", "2 digits; a comma list", "\"\""),
    optional("sub_category_code", "string", "4 digits; a comma list", "\"\""),
    optional("type_code", "string", "7 digits; a comma list", "\"\""),
    optional("sub_type_code", "string", "10 digits; a comma list", "\"\"")
  };
  private static final Outcome[] ALKES_OUTCOMES = {
    Describe.UNAUTHORIZED,
    wrong("400 invalid", "invalid parameter(s)",
        "the body is no JSON object, page is missing, or a member cannot be read"),
    Describe.BROKEN, Describe.FOUND
  };

  /** Version 3, variants. */
  public static final Operation ALKES = post("kfa.alkes.products", "/alkes/products", "Alkes: Products",
      "Medical devices of version 3.")
      .params(with(optional("reference_code", "string", "NIE or LKPP number; a comma list", "\"\"")))
      .outcomes(ALKES_OUTCOMES)
      .inferred("Rows stand in meta.data and in data: clients read the one or the other (K6).", "By code (K23).",
          "Null, an empty text and a missing member are the same; numbers may come as texts (K24).")
      .example(Examples.ALKES);

  /** Version 3, templates. */
  public static final Operation ALKES_TEMPLATE = post("kfa.alkes.template", "/alkes/template", "Alkes: Template",
      "Templates of medical devices of version 3.")
      .params(ALKES_PARAMS).outcomes(ALKES_OUTCOMES)
      .inferred("As for the products.").example(Examples.TEMPLATE);

  /** Version 1, the document's first. */
  public static final List<Operation> OF_V1 = List.of(PRICE, PRICE_NOW, BY_ATC, ATC, BY_TAG, TAG, TAGS,
      OwnOperations.CHANGES, OwnOperations.IMPORT, OwnOperations.IMPORTS, NameOperations.SEARCH, NameOperations.MAP,
      NameOperations.CHECK);
  /** Version 2. */
  public static final List<Operation> OF_V2 = List.of(DETAIL, ALL_PRODUCTS);
  /** Version 3. */
  public static final List<Operation> OF_V3 = List.of(ALKES, ALKES_TEMPLATE);

  private KfaOperations() {}

  private static Operation tags(String id, String path, String title) {
    return get(id, path, "4.5", title, "What tags there are.")
        .params(optional("page", "number", "Isi dengan nomor halaman (page) yang diinginkan.", "1"),
            optional("size", "number", "Isi dengan banyaknya data dalam satu halaman.", "50"),
            optional("tag_code", "string", "only this tag", "\"ginjal\""),
            optional("level", "string", "only this level", "\"1\""),
            optional("parent_code", "string", "only what stands directly below this tag; also as parent", "\"\""))
        .outcomes(Describe.UNAUTHORIZED, Describe.GONE, Describe.INTEGER, Describe.BELOW, Describe.ABOVE,
            Describe.BROKEN, Describe.FOUND)
        .inferred("The names of the parameters (K8). Without size all tags are answered.", Describe.EMPTY)
        .example(Examples.TAGS);
  }

  private static Param[] with(Param reference) {
    var all = new java.util.ArrayList<>(List.of(ALKES_PARAMS));
    all.add(5, reference);
    return all.toArray(Param[]::new);
  }
}
