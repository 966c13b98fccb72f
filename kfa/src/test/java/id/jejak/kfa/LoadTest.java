package id.jejak.kfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import id.jejak.kfa.domain.Product;
import id.jejak.kfa.store.DictionaryStore;
import id.jejak.kfa.store.Loaded;
import id.jejak.kfa.store.Row;
import id.jejak.kfa.store.Row.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which rows are the same product, and what is said of a change. */
class LoadTest {
  private final DictionaryStore store = new DictionaryStore();
  private TestKfa kfa;

  @BeforeEach
  void start() {
    kfa = new TestKfa(Map.of(), false);
  }

  @AfterEach
  void stop() {
    kfa.close();
  }

  private static String product(String id, String code, String name, String rest) {
    return "{" + (id.isEmpty() ? "" : "\"id\":" + id + ",") + "\"name\":\"" + name + "\",\"kfa_code\":" + code
        + ",\"active\":true,\"state\":\"valid\",\"updated_at\":\"2023-01-02 03:04:05\",\"farmalkes_type\":{\"code\":"
        + "\"medicine\",\"name\":\"Obat\",\"group\":\"farmasi\"},\"product_template\":{\"kfa_code\":\"92000001\","
        + "\"name\":\"T\",\"display_name\":\"T\"}" + rest + "}";
  }

  private Loaded load(Kind kind, String... rows) {
    var loaded = kfa.db.transaction(tx -> store.load(tx,
        Arrays.stream(rows).map(row -> Row.of(kind, Json.read(row))).iterator(), kfa.clock.instant()));
    kfa.post("/kfa/import", "");
    return loaded;
  }

  private List<String> changes() {
    var told = new ArrayList<String>();
    kfa.json("/kfa/changes").path("changes").forEach(one -> told.add(one.path("what").asString() + " "
        + one.path("kfa_code").asString("-") + " " + one.path("before").asString("-") + " > "
        + one.path("after").asString("-")));
    return told;
  }

  private List<Product> all() {
    var all = new ArrayList<Product>();
    kfa.kfa.dictionary().each(all::add);
    return all;
  }

  @Test
  void aDraftThatGetsItsCodeStaysTheSameProduct() {
    load(Kind.PRODUCT_V2, product("7", "\"/\"", "A", ""), product("8", "\"/\"", "A", ""), product("", "false", "B", ""));
    assertEquals(3, all().size());
    load(Kind.PRODUCT_V2, product("7", "\"93000007\"", "A2", ""), product("", "\"93000009\"", "B", ""));
    assertEquals(List.of("93000007", "-", "93000009"),
        all().stream().map(one -> one.code().orElse("-")).toList());
    assertEquals(List.of("added - - > -", "added - - > -", "added - - > -", "added 92000001 - > -",
        "renamed 93000007 A > A2", "changed 93000009 / > 93000009"), changes());
  }

  @Test
  void theSameAgainChangesNothing() {
    var rows = new String[] {product("7", "\"/\"", "A", ""), product("", "\"/\"", "B", ""), product("", "\"93000001\"", "C", "")};
    var first = load(Kind.PRODUCT_V2, rows);
    var again = load(Kind.PRODUCT_V2, rows);
    assertEquals(3, first.added());
    assertEquals(0, again.added() + again.changed());
    assertEquals(first.seq(), again.seq());
  }

  @Test
  void everyAspectOfAChangeIsTold() {
    load(Kind.PRODUCT_V2, product("", "\"93000001\"", "C", ",\"fix_price\":100,\"het_price\":null"));
    var same = load(Kind.PRODUCT_V2, product("", "\"93000001\"", "C", ",\"fix_price\":100.0,\"het_price\":null"));
    assertEquals(1, same.changed());
    assertEquals(0, same.repriced());
    var loaded = load(Kind.PRODUCT_V2, product("", "\"93000001\"", "D", ",\"fix_price\":100.50,\"het_price\":7,"
        + "\"replacement\":{\"product\":{\"kfa_code\":\"93000002\",\"reason\":\"Duplikat\",\"name\":\"N\"},\"template\":null}")
        .replace("\"active\":true", "\"active\":false"));
    assertEquals(new Loaded(1, 0, 1, 1, 1, 1, 1, 0, loaded.seq()), loaded);
    assertEquals(List.of("renamed 93000001 C > D", "deactivated 93000001 active > inactive",
        "replaced 93000001 - > 93000002", "repriced 93000001 100 / - > 100.5 / 7"), changes().subList(3, 7));
    assertEquals("93000002", all().getFirst().replacement().orElseThrow().product().orElseThrow().code());
  }

  @Test
  void ofSeveralRowsForOneProductTheLastCounts() {
    var loaded = load(Kind.PRODUCT_V2, product("", "\"93000001\"", "C", ""), product("", "\"93000001\"", "D", ""));
    assertEquals(1, loaded.added());
    assertEquals(2, loaded.rows());
    assertEquals("D", all().getFirst().name());
  }

  @Test
  void rowsThatNothingNamesAreSkipped() {
    assertEquals(1, load(Kind.PRODUCT_V2, "{\"name\":\"\",\"kfa_code\":\"/\"}").skipped());
    assertEquals(1, load(Kind.PRICE, "{\"price_unit\":3}").skipped());
  }

  @Test
  void pricesExpireAndChange() {
    var price = "{\"product_template_name\":\"T\",\"kfa_code\":\"92000001\",\"document_ref\":\"D\",\"active\":true,"
        + "\"region_code\":\"regional1\",\"start_date\":\"2023-08-23\",\"end_date\":null,\"price_unit\":848.0}";
    assertEquals(1, load(Kind.PRICE, price).added());
    assertEquals(1, load(Kind.PRICE, price.replace("848.0", "849")).repriced());
    assertEquals(1, load(Kind.PRICE, price.replace("848.0", "849").replace("true", "false")).deactivated());
    assertEquals(List.of("added 92000001 - > regional1 848", "repriced 92000001 regional1 848 > regional1 849",
        "deactivated 92000001 regional1 active > regional1 inactive"), changes());
    var rows = kfa.json("/kfa/farmalkes-price-jkn?page=1&limit=9&kfa_code=92000001");
    assertEquals(1, rows.path("total").asInt());
    assertEquals("849.0", rows.path("items").path("data").path(0).path("price_unit").toString());
  }

  @Test
  void aLoadThatBreaksLeavesThePreviousDictionary() {
    load(Kind.PRODUCT_V2, product("", "\"93000001\"", "C", ""));
    var before = kfa.get("/kfa-v2/products?identifier=kfa&code=93000001").text();
    assertThrows(IllegalStateException.class, () -> kfa.db.transaction(tx -> {
      store.load(tx, List.of(Row.of(Kind.PRODUCT_V2, Json.read(product("", "\"93000001\"", "D", "")))).iterator(),
          kfa.clock.instant());
      throw new IllegalStateException("broken");
    }));
    assertEquals(400, kfa.post("/kfa/import", "[" + product("", "\"93000001\"", "E", "") + ",{").status());
    assertEquals(before, kfa.get("/kfa-v2/products?identifier=kfa&code=93000001").text());
    assertEquals(2, changes().size());
  }

  @Test
  void templatesOfVersionTwoAreToldWithTheirProducts() {
    load(Kind.PRODUCT_V2, product("", "\"93000001\"", "C", ""));
    load(Kind.PRODUCT_V2, product("", "\"93000001\"", "C", "").replace("\"T\"", "\"U\""));
    assertEquals(List.of("added 93000001 - > -", "added 92000001 - > -", "changed 93000001 - > -",
        "renamed 92000001 T > U"), changes());
  }

  /** The relations that operators ask in SQL are looks at the documents. */
  @Test
  void whatProductsConsistOfCanBeAskedInSql() {
    load(Kind.PRODUCT_V2, product("", "\"93000001\"", "C", ",\"active_ingredients\":[{\"kfa_code\":\"91000001\","
        + "\"zat_aktif\":\"Z\",\"kekuatan_zat_aktif\":\"5 mg\"}],\"packaging_ids\":null,\"tags\":[{\"code\":\"x\","
        + "\"name\":\"X\"}],\"identifier_ids\":[{\"name\":\"N\",\"code\":\"GKL1\",\"source_name\":\"NIE BPOM\",\"url\":null}]"));
    assertEquals(List.of("93000001 91000001 Z 5 mg", "93000001 GKL1 NIE BPOM", "93000001 x"),
        kfa.db.read(handle -> handle.createQuery("""
            select concat_ws(' ', code, ingredient_code, name, strength) from kfa.ingredient
             union all select concat_ws(' ', code, identifier, source) from kfa.identifier
             union all select concat_ws(' ', code, tag) from kfa.product_tag
             union all select pack_code from kfa.pack
            """).mapTo(String.class).list()));
  }

  @Test
  void aPageOfTheOlderShapeComesBackAsItWas() {
    var rows = new ArrayList<String>();
    for (int i = 0; i < 120; i++) {
      rows.add(Pile.product(i, "Nama", 7215));
    }
    var answer = kfa.post("/kfa/import", "{\"total\": 17885, \"page\": 1, \"size\": 100, \"items\": {\"data\": ["
        + String.join(",", rows) + "]}}");
    assertEquals(120, Json.read(answer.bytes()).path("added").asInt(), answer.text());
    var stored = Json.read(TestKfa.get(kfa.handler, "/kfa-v2/products/all?page=1&size=1000&product_type=farmasi",
        "X-Jejak-Fields", "stored").bytes()).path("items").path("data");
    assertEquals(90, stored.size());
    var given = rows.stream().map(Json::read).toList();
    stored.forEach(row -> assertTrue(given.contains(row), row::toString));
  }

  @Test
  void everyShapeOfAnAnswerIsRead() {
    var v3 = "{\"kfa_code\":\"33000001\",\"display_name\":\"X\",\"product_template\":{\"kfa_code\":\"32000001\",\"name\":\"Y\"}}";
    var body = "{\"status\":200,\"error\":false,\"message\":\"success\",\"meta\":{\"item_count\":1,\"page\":{\"total\":1},"
        + "\"sort\":null,\"data\":[" + v3 + "]},\"data\":[" + v3 + "]}\n"
        + "{\"search_code\":\"1\",\"search_identifier\":\"kfa\",\"result\":" + product("", "\"93000001\"", "C", "") + "}\n"
        + product("", "\"93000002\"", "D", "") + "\n"
        + "{\"result\":[{\"code\":\"A\",\"name\":\"X\",\"level\":\"1\",\"schedule_code\":null,\"parent\":null}]}\n"
        + "{\"result\":[{\"code\":\"t\",\"name\":\"X\",\"level\":\"1\",\"description\":false,\"parent\":null}]}\n"
        + "{\"search_code\":\"1\",\"search_identifier\":\"kfa\",\"result\":null}\n"
        + "[" + product("", "\"93000003\"", "E", "") + "]\n"
        + "{\"total\":1,\"page\":1,\"limit\":1,\"items\":{\"data\":[{\"kfa_code\":\"92000001\",\"price_unit\":1}]}}";
    var answer = Json.read(kfa.post("/kfa/import", body).bytes());
    assertEquals(7, answer.path("added").asInt(), answer.toString());
    assertEquals("33000001", kfa.kfa.dictionary().byCode("33000001").orElseThrow().code().orElseThrow());
    assertEquals(List.of("92000001"), kfa.kfa.dictionary().templates().stream().map(Product.Named::code).toList());
  }
}
