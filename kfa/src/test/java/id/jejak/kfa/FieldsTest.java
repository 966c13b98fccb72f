package id.jejak.kfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The settings that change what rows look like. */
class FieldsTest {
  private static final String DETAIL = "/kfa-v2/products?identifier=kfa&code=93015993";

  private static List<String> names(JsonNode node) {
    return List.copyOf(node.propertyNames());
  }

  @Test
  void membersOf2026() {
    try (var kfa = new TestKfa(Map.of("kfa.fields", "2026"), true)) {
      var detail = kfa.json(DETAIL).path("result");
      assertEquals(List.of("cs_code", "name"), names(detail.path("uom")));
      assertTrue(names(detail).contains("paket_obat"));
      assertEquals(List.of("name", "state", "active", "kfa_code", "updated_at", "display_name", "bmhp"),
          names(detail.path("product_template")));
      var list = kfa.json("/kfa-v2/products/all?page=1&size=3&product_type=farmasi");
      var row = list.path("items").path("data").path(1);
      assertEquals(list.path("total"), row.path("total_data"));
      assertEquals("total_data", names(row).getLast());
      var old = Json.read(TestKfa.get(kfa.handler, "/kfa-v2/products/all?page=1&size=3&product_type=farmasi",
          "X-Jejak-Fields", "2023").bytes()).path("items").path("data").path(1);
      assertFalse(old.has("total_data"));
      assertTrue(kfa.json("/kfa-v2/products?identifier=kfa&code=93000220").path("result").path("volume").isString());
      var device = Json.read(kfa.post("/kfa-v3/alkes/products", "{\"page\":1}").bytes()).path("data").path(0);
      assertEquals("lkpp_status", names(device).getLast());
      var tagged = kfa.json("/kfa/products/tag?page=1&size=9&tag_code=kanker").path("items").path("data").path(0);
      assertFalse(tagged.has("tags") || tagged.has("dosage_form"));
    }
  }

  @Test
  void westernIndonesianTime() {
    try (var kfa = new TestKfa(Map.of("kfa.zone", "wib"), true)) {
      assertEquals("2023-09-21 14:17:24", kfa.json(DETAIL).path("result").path("updated_at").asString());
      assertTrue(kfa.get("/kfa/farmalkes-price-jkn?page=1&limit=1&kfa_code=92000372").text()
          .contains("\"updated_at\":\"2023-08-29 11:11:02\""));
      assertTrue(kfa.post("/kfa-v3/alkes/products", "{\"page\":1}").text().contains("2024-05-07T03:41:04.789Z"));
    }
  }

  @Test
  void withoutDirt() {
    try (var kfa = new TestKfa(Map.of("kfa.dirty", "false"), true)) {
      assertFalse(kfa.get("/kfa-v2/products/all?page=1&size=1000&product_type=alkes").text().contains("\"/\""));
      assertEquals(1, kfa.json("/kfa/products/tag?page=1&size=9&tag_code=kanker").path("total").asInt());
      assertFalse(kfa.get("/kfa/atc").text().contains("\"code\":false"));
      kfa.post("/kfa/import", Pile.product(1, "Nama", 1));
      var result = kfa.json("/kfa-v2/products?identifier=kfa&code=93100001").path("result");
      assertEquals(2, result.path("identifier_ids").size());
      assertEquals("66.36666666666666", result.path("packaging_ids").path(0).path("pack_price").toString());
    }
  }

  @Test
  void gone() {
    try (var kfa = new TestKfa(Map.of("kfa.atc-gone", "true"), true)) {
      for (var path : List.of("/kfa/products/atc", "/kfa/atc", "/kfa/products/tag", "/kfa/tag", "/kfa/tags")) {
        assertEquals(404, kfa.get(path).status());
        assertEquals("{\"detail\":\"Not Found\"}", kfa.get(path).text());
      }
      assertEquals(422, kfa.get("/kfa/farmalkes-price-jkn").status());
    }
  }

  @Test
  void theDemoWorldIsBackSoon() {
    try (var kfa = new TestKfa()) {
      var before = kfa.get("/kfa-v2/products/all?page=1&size=1000&product_type=farmasi").text();
      kfa.post("/kfa/import", Pile.product(3, "Nama", 1));
      kfa.kfa.sandbox().orElseThrow().reset();
      assertEquals(before, kfa.get("/kfa-v2/products/all?page=1&size=1000&product_type=farmasi").text());
      assertEquals(before.replace("\"size\":1000", "\"size\":500"), TestKfa.get(TestKfa.router(kfa.again(Map.of(), true)),
          "/kfa-v2/products/all?page=1&size=500&product_type=farmasi").text());
    }
  }
}
