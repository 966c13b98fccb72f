package id.jejak.satusehat;

import static id.jejak.satusehat.TestSatusehat.HOSPITAL;
import static id.jejak.satusehat.TestSatusehat.PHARMACY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.SearchParameters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the real server was recorded to do, beside the plain successes. */
class BehaviourTest {
  private final TestSatusehat satusehat = new TestSatusehat();

  @AfterEach
  void close() {
    satusehat.close();
  }

  @Test
  void theRecordedErrorsByteForByte() {
    satusehat.create(HOSPITAL, "Encounter", Samples.encounter(HOSPITAL, "V"));
    var again = satusehat.ask(HOSPITAL, "POST", "/Encounter", Samples.encounter(HOSPITAL, "V"));
    assertEquals("{\"resourceType\":\"OperationOutcome\",\"text\":{\"status\":\"generated\"},\"issue\":[{\"severity\":"
        + "\"error\",\"code\":\"duplicate\",\"details\":{\"text\":\"Found duplicate resource: Encounter\"}}]}",
        again.text());
    assertEquals(172, again.bytes().length);
    var mismatch = satusehat.ask(HOSPITAL, "PUT", "/Encounter/3dedcec9-885d-435e-9ac5-58853cb216",
        Samples.encounter(HOSPITAL, "W").replaceFirst("\\{", "{\"id\":\"3dedcec9-885d-435e-9ac5-58853cb216bb\","));
    assertEquals(400, mismatch.status());
    assertEquals(349, mismatch.bytes().length, mismatch.text());
    assertEquals("application/fhir+json;charset=utf-8", mismatch.header("Content-Type").orElseThrow());
    var wrong = satusehat.ask(HOSPITAL, "POST", "/Encounter", Samples.encounter("1000004", "X"));
    assertTrue(wrong.text().contains("{\"text\":\"Wrong organization ID provided by system URL: http://sys-ids.kemkes"
        + ".go.id/encounter/1000004 (RuleNumber: 10117)\"},\"expression\":[\"Encounter.identifier[0].system\"]"),
        wrong.text());
  }

  @Test
  void anothersResourceCannotBeChanged() {
    var created = satusehat.create(HOSPITAL, "Encounter", Samples.encounter(HOSPITAL, "V"));
    var answer = satusehat.ask(PHARMACY, "PUT", "/Encounter/" + created.path("id").asString(),
        created.toString().replace("encounter/10000005", "encounter/10000099"));
    assertEquals(403, answer.status());
    assertTrue(answer.text().contains("You don't have permission to edit resource"));
  }

  @Test
  void whoOptedOutIsSuppressedForOthersAndShownByNumber() {
    TestSatusehat.good(satusehat.ask(HOSPITAL, "POST", "/sandbox/satusehat/consent",
        "{\"patient\":\"P02029542843\",\"agrees\":false}"), 200);
    var found = satusehat.get(PHARMACY, "/Observation?subject=P02029542843");
    assertEquals(2, found.path("total").asInt());
    var entry = found.path("entry").path(0);
    assertFalse(entry.has("fullUrl"));
    assertTrue(entry.path("resource").path("issue").path(0).path("diagnostics").asString()
        .startsWith("No consent available for Observation/"));
    var read = satusehat.ask(PHARMACY, "GET", "/Observation/1f6952a0-9334-46eb-972e-037a0a80ced7", "");
    assertEquals(200, read.status());
    assertEquals(191, read.bytes().length, read.text());
    assertEquals("Observation", satusehat.get(HOSPITAL, "/Observation/1f6952a0-9334-46eb-972e-037a0a80ced7")
        .path("resourceType").asString());
    var number = satusehat.get(PHARMACY, "/DocumentReference?identifier=http://sys-ids.kemkes.go.id/prescription/"
        + "national|240925-7KAJ2MR&_include=DocumentReference:related");
    assertEquals(8, number.path("total").asInt());
    assertFalse(number.toString().contains("suppressed"));
    var forbidden = satusehat.ask(PHARMACY, "POST", "/Encounter", Samples.encounter(PHARMACY, "V"));
    assertEquals(400, forbidden.status());
    assertEquals(219, forbidden.bytes().length, forbidden.text());
  }

  @Test
  void aPageHasAHundredAndItsTotal() {
    for (int i = 0; i < 3; i++) {
      var entries = new StringBuilder();
      for (int e = 0; e < 70; e++) {
        entries.append(e == 0 ? "" : ",").append("{\"fullUrl\":\"urn:uuid:00000000-0000-4000-8000-")
            .append(String.format(java.util.Locale.ROOT, "%012d", e))
            .append("\",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"},\"resource\":{\"resourceType\":"
                + "\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"encounter\":{\"reference\":"
                + "\"Encounter/many\"}}}");
      }
      TestSatusehat.good(satusehat.ask(HOSPITAL, "POST", "/",
          "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}"), 200);
    }
    var seen = new HashSet<String>();
    var path = "/Observation?encounter=many";
    for (int page = 0; page < 3; page++) {
      var found = satusehat.get(HOSPITAL, path);
      assertEquals(page < 2 ? 100 : 10, found.path("total").asInt());
      assertEquals(List.of("entry", "link", "resourceType", "total", "type"), List.copyOf(found.propertyNames()));
      found.path("entry").forEach(entry -> assertTrue(seen.add(entry.path("fullUrl").asString())));
      var next = found.path("link").path(1);
      assertEquals(page < 2 ? "next" : "first", next.path("relation").asString());
      path = next.path("url").asString().replaceFirst("^.*/fhir-r4/v1", "");
    }
    assertEquals(210, seen.size());
    var nothing = satusehat.ask(HOSPITAL, "GET", "/Patient?identifier=" + "https://fhir.kemkes.go.id/id/nik-ibu|1", "");
    assertTrue(nothing.text().startsWith("{\"link\":[{\"relation\":\"search\",\"url\":\"https://api-satusehat-stg.dto"
        + ".kemkes.go.id/fhir-r4/v1/Patient/?identifier=https%3A%2F%2Ffhir.kemkes.go.id%2Fid%2Fnik-ibu%7C1\"}"));
    assertTrue(nothing.text().endsWith("\"resourceType\":\"Bundle\",\"total\":0,\"type\":\"searchset\",\"entry\":[]}"));
  }

  @Test
  void aBundleIsKeptWhollyOrNotAtAllAndItsNamesAreReplacedEverywhere() {
    var medication = "urn:uuid:00000000-0000-4000-8000-000000000001";
    var bundle = """
        {"resourceType":"Bundle","type":"transaction","entry":[
         {"fullUrl":"%s","request":{"method":"POST","url":"Medication"},
          "resource":{"resourceType":"Medication","status":"active"}},
         {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000002","request":{"method":"POST","url":"MedicationRequest"},
          "resource":{"resourceType":"MedicationRequest","status":"active","intent":"order",
            "medicationReference":{"reference":"%s"},"subject":{"reference":"Patient/P02029542843"},
            "extension":[{"url":"x","valueUri":"%s"}],"basedOn":[{"reference":"urn:uuid:unknown"}]}},
         {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000003","request":{"method":"POST","url":"Encounter"},
          "resource":%s}]}
        """.formatted(medication, medication, medication, Samples.encounter(HOSPITAL, "B"));
    var answer = satusehat.ask(HOSPITAL, "POST", "/", bundle);
    var done = TestSatusehat.good(answer, 200);
    assertEquals(List.of("entry", "resourceType", "type", "total"), List.copyOf(done.propertyNames()));
    var id = done.path("entry").path(0).path("response").path("resourceID").asString();
    var request = satusehat.get(HOSPITAL, "/MedicationRequest/"
        + done.path("entry").path(1).path("response").path("resourceID").asString());
    assertEquals("Medication/" + id, request.path("medicationReference").path("reference").asString());
    assertEquals("Medication/" + id, request.path("extension").path(0).path("valueUri").asString());
    assertEquals("urn:uuid:unknown", request.path("basedOn").path(0).path("reference").asString());
    int before = satusehat.get(HOSPITAL, "/MedicationRequest?subject=P02029542843").path("total").asInt();
    assertEquals(400, satusehat.ask(HOSPITAL, "POST", "/", bundle).status());
    assertEquals(before, satusehat.get(HOSPITAL, "/MedicationRequest?subject=P02029542843").path("total").asInt());
  }

  @Test
  void versionsAreKeptAndPatched() {
    var created = satusehat.create(HOSPITAL, "Encounter", Samples.encounter(HOSPITAL, "V"));
    var id = created.path("id").asString();
    var patched = TestSatusehat.good(satusehat.ask(HOSPITAL, "PATCH", "/Encounter/" + id,
        "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"finished\"},"
            + "{\"op\":\"add\",\"path\":\"/period/end\",\"value\":\"2026-11-20T02:00:00+00:00\"}]",
        "Content-Type", "application/json-patch+json"), 200);
    assertEquals("finished", patched.path("status").asString());
    var history = satusehat.get(HOSPITAL, "/Encounter/" + id + "/_history");
    assertEquals(2, history.path("total").asInt());
    var first = satusehat.ask(HOSPITAL, "GET", "/Encounter/" + id + "/_history/"
        + created.path("meta").path("versionId").asString(), "");
    assertArrayEquals(created.toString().getBytes(StandardCharsets.UTF_8), first.bytes());
    assertEquals(1, satusehat.get(HOSPITAL, "/Encounter?identifier=V&status=finished").path("total").asInt());
    assertEquals(0, satusehat.get(HOSPITAL, "/Encounter?identifier=V&status=arrived").path("total").asInt());
    assertEquals(415, satusehat.ask(HOSPITAL, "PATCH", "/Encounter/" + id, "[]").status());
  }

  @Test
  void theCapabilityStatementNamesEveryParameter() {
    var statement = satusehat.get(HOSPITAL, "/metadata");
    for (var resource : statement.path("rest").path(0).path("resource")) {
      var type = resource.path("type").asString();
      var names = resource.path("searchParam").valueStream().map(one -> one.path("name").asString()).toList();
      SearchParameters.of(type).forEach(one -> {
        assertTrue(names.contains(one.name()), type);
        var value = one.kind() == id.jejak.satusehat.contract.SearchParameter.Kind.DATE ? "2024-09-25" : "x";
        satusehat.get(HOSPITAL, "/" + type + "?" + one.name() + "=" + value);
      });
    }
  }

  @Test
  void theNumberWaitsForTheClock() {
    try (var slow = new TestSatusehat(Map.of("satusehat.number-after", "PT3S"))) {
      var item = slow.create(HOSPITAL, "MedicationRequest", Samples.request(1, 0)).path("id").asString();
      var id = slow.create(HOSPITAL, "DocumentReference", Samples.document(Samples.reference("MedicationRequest", item)))
          .path("id").asString();
      assertFalse(slow.get(HOSPITAL, "/DocumentReference/" + id).has("masterIdentifier"));
      slow.clock.advance(Duration.ofSeconds(4));
      slow.create(HOSPITAL, "DocumentReference", Samples.document(Samples.reference("MedicationRequest", item)));
      assertTrue(slow.get(HOSPITAL, "/DocumentReference/" + id).has("masterIdentifier"));
      var notices = slow.ask(HOSPITAL, "GET", "/$notices?once=true&after=0", "").text();
      assertTrue(notices.contains("event: nrn\ndata: {\"document\":\"DocumentReference/" + id), notices);
    }
  }

  @Test
  void aNumberCannotBeBroughtNorLost() {
    var forged = Samples.request(1, 0).replace("prescription-item/10000005\",\"value\":\"A-1\"",
        "prescription/national\",\"value\":\"240925-7KAJ2MR\"");
    assertEquals(400, satusehat.ask(HOSPITAL, "POST", "/MedicationRequest", forged).status());
    var item = satusehat.get(HOSPITAL, "/MedicationRequest/7492726a-c4c0-4918-b114-5230b478e2c0").toString();
    var without = item.replaceAll(",\\{\"system\":\"http://sys-ids.kemkes.go.id/prescription/national\"[^}]*}", "");
    var kept = TestSatusehat.good(satusehat.ask(HOSPITAL, "PUT",
        "/MedicationRequest/7492726a-c4c0-4918-b114-5230b478e2c0", without), 200);
    assertTrue(kept.toString().contains("240925-7KAJ2MR"), kept.toString());
  }

  @Test
  void aStampIsSetWhereItIsWanted() {
    try (var stamping = new TestSatusehat(Map.of("satusehat.creator-stamp", "true"))) {
      var created = stamping.create(HOSPITAL, "Encounter", Samples.encounter(HOSPITAL, "V"));
      assertEquals(Json.read("{\"system\":\"http://sys-ids.kemkes.go.id/creator\",\"value\":\"10000005\"}"),
          created.path("identifier").path(1));
    }
  }
}
