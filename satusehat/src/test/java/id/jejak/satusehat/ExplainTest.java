package id.jejak.satusehat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Explain mode tells and changes nothing; strict mode refuses what explain mode calls broken. */
class ExplainTest {
  private static TestSatusehat satusehat;

  @BeforeAll
  static void start() {
    satusehat = new TestSatusehat();
  }

  @AfterAll
  static void stop() {
    satusehat.close();
  }

  @Test
  void anExplainedResourceIsKeptWithoutItsExplanation() {
    var answer = ask("POST", "/MedicationRequest", Samples.request(10, 1), "explain");
    assertEquals(201, answer.status());
    var told = explanation(Json.read(answer.bytes()));
    assertTrue(told.path("issue").size() > 1, told::toString);
    told.path("issue").forEach(issue -> assertEquals("warning", issue.path("severity").asString()));
    var id = Json.read(answer.bytes()).path("id").asString();
    assertFalse(satusehat.get(TestSatusehat.HOSPITAL, "/MedicationRequest/" + id).toString().contains("explain"));

    var again = ask("PUT", "/MedicationRequest/" + id, answer.text(), "explain");
    assertEquals(200, again.status(), again.text());
    assertEquals(2, Json.read(again.bytes()).path("contained").size(), again.text());
    assertEquals(1, satusehat.get(TestSatusehat.HOSPITAL, "/MedicationRequest/" + id).path("contained").size());
  }

  @Test
  void withoutBeingAskedNothingIsTold() {
    var answer = ask("POST", "/MedicationRequest", Samples.request(10, 1), "return=representation");
    assertEquals(201, answer.status());
    assertEquals(1, Json.read(answer.bytes()).path("contained").size());
  }

  @Test
  void strictRefusesWhatExplainCallsBroken() {
    for (var body : List.of(Samples.request(10, 1), Samples.encounter("10000005", "S-1"), Samples.document(""),
        Samples.encounter("10000005", "S-2").replace("\"serviceProvider\"", "\"serviceprovider\""))) {
      var type = Json.read(body).path("resourceType").asString();
      var found = Json.read(ask("POST", "/" + type + "/$validate", body, "").bytes());
      boolean broken = found.path("issue").values().stream()
          .anyMatch(issue -> issue.path("severity").asString().equals("error"));
      var answer = ask("POST", "/" + type, body, "strict, explain");
      assertEquals(broken ? 400 : 201, answer.status(), answer.text() + found);
    }
  }

  @Test
  void aPatchIsJudgedByWhatComesOfIt() {
    var id = Json.read(ask("POST", "/Encounter", Samples.encounter("10000005", "P-1"), "").bytes()).path("id")
        .asString();
    var steps = "[{\"op\": \"remove\", \"path\": \"/serviceProvider\"}]";
    var refused = patch(id, steps, "strict");
    assertEquals(400, refused.status(), refused.text());
    assertTrue(refused.text().contains("Encounter.serviceProvider"), refused.text());
    assertTrue(satusehat.get(TestSatusehat.HOSPITAL, "/Encounter/" + id).path("serviceProvider").isObject(), "kept");
    var transaction = bundle("transaction", Samples.encounter("10000005", "P-2")).replaceFirst("\\]\\s*}\\s*$",
        ",{\"request\": {\"method\": \"PATCH\", \"url\": \"Encounter/" + id + "\"}, \"resource\": {\"resourceType\":"
        + " \"Binary\", \"contentType\": \"application/json-patch+json\", \"data\": \"" + java.util.Base64.getEncoder()
            .encodeToString(steps.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "\"}}]}");
    assertEquals(400, ask("POST", "/", transaction, "strict").status(), transaction);
    assertEquals(0, satusehat.get(TestSatusehat.HOSPITAL,
        "/Encounter?identifier=http://sys-ids.kemkes.go.id/encounter/10000005%7CP-2").path("total").asInt());
    var told = patch(id, steps, "explain");
    assertEquals(200, told.status(), told.text());
    assertTrue(explanation(Json.read(told.bytes())).toString().contains("Encounter.serviceProvider"), told.text());
    assertFalse(satusehat.get(TestSatusehat.HOSPITAL, "/Encounter/" + id).toString().contains("explain"));
  }

  private static id.jejak.kernel.http.Response patch(String id, String steps, String prefer) {
    return satusehat.ask(TestSatusehat.HOSPITAL, "PATCH", "/Encounter/" + id, steps, "Content-Type",
        "application/json-patch+json", "Prefer", prefer);
  }

  @Test
  void aBatchIsRefusedWholeAndATransactionToldEntryByEntry() {
    var good = Samples.encounter("10000005", "B-1");
    var bad = Samples.encounter("10000005", "B-2").replaceAll("(?s),\\s*\"serviceProvider\".*", "}");
    var batch = bundle("batch", good, bad);
    assertEquals(400, ask("POST", "/", batch, "strict").status());
    assertEquals(0, satusehat.get(TestSatusehat.HOSPITAL,
        "/Encounter?identifier=http://sys-ids.kemkes.go.id/encounter/10000005%7CB-1").path("total").asInt());
    var told = Json.read(ask("POST", "/", bundle("transaction", good, bad), "explain").bytes());
    assertEquals("transaction-response", told.path("type").asString(), told::toString);
    assertEquals("information", severity(told, 0), told::toString);
    assertEquals("warning", severity(told, 1), told::toString);
  }

  /** A dispense and its visit in one bundle: the visit must be one to a pharmacy. */
  @Test
  void theVisitOfADispenseIsAPharmacys() {
    var visit = Samples.encounter("10000005", "P-1");
    var dispense = Samples.dispense("3b258025-4565-4d68-8887-ca5eb34401f5", 1, "500").replace("\"quantity\"",
        "\"context\":{\"reference\":\"urn:uuid:00000000-0000-4000-8000-000000000000\"},\"quantity\"");
    var refused = ask("POST", "/", bundle("transaction", visit, dispense), "strict").text();
    assertTrue(refused.contains("PK-23"), refused);
    assertTrue(refused.contains("Bundle.entry[0].resource.serviceType"), refused);
  }

  @Test
  void theSettingMakesEverythingStrict() {
    try (var strict = new TestSatusehat(Map.of("satusehat.strict", "true"))) {
      assertEquals(400, strict.ask("10000005", "POST", "/MedicationRequest", Samples.request(10, 1)).status());
      assertEquals(201, strict.ask("10000005", "POST", "/Encounter", Samples.encounter("10000005", "Z-1")).status());
    }
  }

  private static String severity(JsonNode bundle, int entry) {
    return bundle.path("entry").path(entry).path("response").path("outcome").path("issue").path(0).path("severity")
        .asString();
  }

  private static ObjectNode explanation(JsonNode resource) {
    var contained = resource.path("contained");
    return (ObjectNode) contained.path(contained.size() - 1);
  }

  private static String bundle(String type, String... resources) {
    var entries = new StringBuilder();
    for (int i = 0; i < resources.length; i++) {
      entries.append(i == 0 ? "" : ",").append("{\"fullUrl\":\"urn:uuid:00000000-0000-4000-8000-00000000000").append(i)
          .append("\",\"request\":{\"method\":\"POST\",\"url\":\"")
          .append(Json.read(resources[i]).path("resourceType").asString()).append("\"},\"resource\":")
          .append(resources[i]).append('}');
    }
    return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + entries + "]}";
  }

  private static id.jejak.kernel.http.Response ask(String method, String path, String body, String prefer) {
    return satusehat.ask(TestSatusehat.HOSPITAL, method, path, body, "Prefer", prefer);
  }
}
