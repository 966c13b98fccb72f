package id.jejak.kfa.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.TestKfa;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Search, mapping and checking as a client sees them. */
@TestInstance(Lifecycle.PER_CLASS)
class NamesHttpTest {
  private final TestKfa kfa = new TestKfa();

  @AfterAll
  void close() {
    kfa.close();
  }

  private Response post(String path, byte[] body) {
    return kfa.handler.handle(Request.of("POST", path,
        Headers.of("Authorization", "Bearer " + TestKfa.TOKEN), Body.of(body)));
  }

  @Test
  void aWorkbookIsMappedIntoAWorkbook() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "test", "1.0")) {
      var sheet = book.newWorksheet("obat");
      sheet.value(0, 0, "kode_brng");
      sheet.value(0, 1, "nama_brng");
      sheet.value(0, 2, "kode_sat");
      sheet.value(1, 0, "B1");
      sheet.value(1, 1, "Parasetamol tab 500 mg");
      sheet.value(1, 2, "Tablet");
      book.finish();
    }
    var answer = post("/kfa/map?format=xlsx", bytes.toByteArray());
    assertEquals(200, answer.status());
    assertEquals("1", answer.header("X-Jejak-safe").orElse(""));
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(answer.bytes()))) {
      var rows = book.getFirstSheet().read();
      assertEquals(2, rows.size());
      assertEquals("B1", rows.get(1).getCellText(0));
      assertEquals("safe", rows.get(1).getCellText(4));
      assertEquals("Paracetamol 500 mg Tablet", rows.get(1).getCellText(7));
    }
  }

  @Test
  void aTableWithoutHeadingsIsNamesAndUnits() {
    var answer = post("/kfa/map", "Amoksisilin kaps 500 mg\tKapsul\n".getBytes(StandardCharsets.UTF_8));
    assertEquals("Amoxicillin 500 mg Kapsul",
        Json.read(answer.bytes()).path("items").path(0).path("candidates").path(0).path("name").asString(""));
  }

  @Test
  void whatIsNoListIsRefusedWithoutShowingIt() {
    for (var body : new String[] {"", "{", "{\"items\": 5}", "[]", "PK\u0003\u0004broken", "\"never closed"}) {
      var answer = post("/kfa/map", body.getBytes(StandardCharsets.UTF_8));
      assertTrue(answer.status() == 400 || answer.status() == 200, body + " " + answer.text());
    }
    assertEquals(400, post("/kfa/map", new byte[0]).status());
  }

  @Test
  void aFormulaInANameStaysAName() {
    var answer = post("/kfa/map?format=csv", "[{\"name\": \"=1+1\"}]".getBytes(StandardCharsets.UTF_8));
    assertTrue(answer.text().contains("\"'=1+1\""), answer.text());
  }

  @Test
  void searchFollowsTheDictionary() {
    assertEquals(0, total("contohobat"));
    var row = """
        {"kfa_code": "93980077", "name": "Contohobat 5 mg Tablet (CONTOH)", "active": true, "state": "valid",
         "farmalkes_type": {"code": "medicine", "name": "Obat", "group": "farmasi"},
         "product_template": {"kfa_code": "92980077", "name": "Contohobat 5 mg Tablet"}, "active_ingredients": []}""";
    assertEquals(200, post("/kfa/import", row.getBytes(StandardCharsets.UTF_8)).status());
    assertTrue(total("contohobat") > 0);
  }

  private int total(String query) {
    return Json.read(kfa.get("/kfa/search?q=" + query).bytes()).path("total").asInt(-1);
  }
}
