package id.jejak.kfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Request;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The examples that the document prints, served from stored rows, member for member in its order. */
class DocumentTest {
  private static TestKfa kfa;

  @BeforeAll
  static void start() {
    kfa = new TestKfa();
  }

  @AfterAll
  static void stop() {
    kfa.close();
  }

  private static String row(String starting) throws IOException {
    try (var in = DocumentTest.class.getResourceAsStream("/id/jejak/kfa/world/document.jsonl")) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines()
          .filter(line -> line.startsWith(starting)).findFirst().orElseThrow();
    }
  }

  @Test
  void theDetailIsAsPrinted() throws IOException {
    assertEquals("{\"search_code\":\"93015993\",\"search_identifier\":\"kfa\",\"result\":"
            + row("{\"name\":\"Abacavir Sulfate 300 mg") + "}",
        kfa.get("/kfa-v2/products?identifier=kfa&code=93015993").text());
  }

  @Test
  void aPriceHasSixRegions() throws IOException {
    var answer = kfa.get("/kfa/products/farmalkes-price-jkn?page=1&limit=10&kfa_code=92000372&region_code=").text();
    assertTrue(answer.startsWith("{\"total\":6,\"page\":1,\"limit\":10,\"items\":{\"data\":["
        + row("{\"product_template_name\":\"Acarbose")), answer);
    assertTrue(answer.contains("\"price_unit\":848.0,"), answer);
    assertTrue(answer.endsWith("]}]}}"), answer);
    assertEquals(answer, kfa.get("/kfa/farmalkes-price-jkn?page=1&limit=10&kfa_code=92000372").text());
    assertEquals(answer, kfa.get("/kfa/farmalkes-price-jkn?page=1&limit=10&code=92000372").text());
  }

  @Test
  void rowsOfTheAtcAreAsPrinted() throws IOException {
    var first = row("{\"name\":\"Leuprorelin").replaceFirst(",\"atc_l1\".*", "}");
    var second = row("{\"name\":\"Epirubicin").replaceFirst(",\"atc_l1\".*", "}");
    assertEquals("{\"atc_code\":\"L\",\"total\":2,\"page\":1,\"size\":50,\"items\":{\"data\":[" + first + "," + second
        + "]}}", kfa.get("/kfa/products/atc?page=1&size=50&atc_code=L&level=1").text());
    assertEquals(0, kfa.json("/kfa/products/atc?page=1&size=50&atc_code=L&level=2").path("total").asInt());
  }

  @Test
  void rowsOfATagAreAsPrinted() throws IOException {
    var first = row("{\"name\":\"Foscarnet").replaceFirst(",\"tags\".*", "}");
    var second = row("{\"name\":\"ECG 12").replaceFirst(",\"tags\".*", "}");
    assertEquals("{\"tag_code\":\"kanker\",\"total\":2,\"page\":1,\"size\":50,\"items\":{\"data\":[" + first + ","
        + second + "]}}", kfa.get("/kfa/products/tag?page=1&size=50&tag_code=kanker").text());
  }

  @Test
  void metadataIsAsPrinted() throws IOException {
    var atc = kfa.get("/kfa/atc").text();
    assertTrue(atc.startsWith("{\"result\":[" + row("{\"code\":\"A\"") + ","), atc);
    assertTrue(atc.endsWith("," + row("{\"code\":false") + "]}"), atc);
    assertEquals("{\"result\":[" + row("{\"code\":\"leukemia\"") + "]}", kfa.get("/kfa/tag?parent_code=kanker").text());
    assertEquals(kfa.get("/kfa/tag").text(), kfa.get("/kfa/tags?page=1&size=100").text());
  }

  @Test
  void devicesAreAsPrinted() throws IOException {
    var rows = kfa.get("/kfa-v2/products/all?page=1&size=10&product_type=alkes&from_date=&keyword=").text();
    assertTrue(rows.contains(row("{\"name\":\"IV Catheter")), rows);
    assertTrue(rows.contains(row("{\"name\":\"ECG Monitor (Umum)")), rows);
    assertTrue(rows.startsWith("{\"total\":3,\"page\":1,\"size\":10,\"items\":{\"data\":[{"), rows);
  }

  @Test
  void versionThreeIsAsPrinted() throws IOException {
    var row = row("{\"kfa_code\":\"33000002\"");
    assertEquals("{\"status\":200,\"error\":false,\"message\":\"success\",\"meta\":{\"item_count\":1,\"page\":{"
            + "\"is_cursor\":false,\"current\":1,\"previous\":0,\"next\":0,\"limit\":10,\"total\":1},\"sort\":null,"
            + "\"param\":null,\"data\":[" + row + "]},\"data\":[" + row + "]}",
        kfa.post("/kfa-v3/alkes/products", "{\"page\":1,\"size\":10,\"reference_code\":\"akl20205310017\","
            + "\"search\":\"sysmex hema\",\"category_code\":\"02,03\",\"active\":true,\"state\":\"valid\"}").text());
    assertTrue(kfa.post("/kfa-v3/alkes/template", "{\"page\":1}").text().contains(row("{\"kfa_code\":\"32000002\"")));
    assertEquals("{\"status\":400,\"error\":true,\"message\":\"invalid parameter(s)\",\"data\":null}",
        kfa.post("/kfa-v3/alkes/template", "{\"size\":1}").text());
  }

  @Test
  void faultsAreAsPrinted() {
    var answer = kfa.get("/kfa-v2/products");
    assertEquals(422, answer.status());
    assertEquals("{\"detail\":[{\"loc\":[\"query\",\"identifier\"],\"msg\":\"field required\",\"type\":"
        + "\"value_error.missing\"},{\"loc\":[\"query\",\"code\"],\"msg\":\"field required\",\"type\":"
        + "\"value_error.missing\"}]}", answer.text());
    assertEquals(404, kfa.get("/kfa-v2/nothing").status());
    assertEquals("{\"detail\":\"Method Not Allowed\"}", kfa.post("/kfa/atc", "").text());
    assertEquals(401, kfa.handler.handle(Request.get("/kfa/atc")).status());
  }

  @Test
  void theGeneralProductOfATemplateComesFirst() {
    var rows = kfa.json("/kfa-v2/products/all?page=1&size=1000&product_type=farmasi").path("items").path("data");
    var names = rows.valueStream().map(row -> row.path("product_template").path("name").asString() + "|"
        + !row.path("name").asString().endsWith("(Umum)")).toList();
    assertEquals(names.stream().sorted().toList(), names);
    assertTrue(names.size() > 60, names.toString());
    assertFalse(Arrays.asList(rows.get(0).propertyNames().toArray()).contains("id"));
  }
}
