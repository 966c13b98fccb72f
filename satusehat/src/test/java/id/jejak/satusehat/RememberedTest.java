package id.jejak.satusehat;

import static id.jejak.satusehat.TestSatusehat.HOSPITAL;
import static id.jejak.satusehat.TestSatusehat.PHARMACY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What eresep remembers is never older than what is stored; and many dispenses become one version of their document. */
class RememberedTest {
  private final TestSatusehat satusehat = new TestSatusehat();
  private String token = "";
  private String item = "";
  private String document = "";
  private String number = "";

  @BeforeEach
  void prescribe() {
    logIn();
    item = satusehat.create(HOSPITAL, "MedicationRequest", Samples.request(100, 0)).path("id").asString();
    document = satusehat.create(HOSPITAL, "DocumentReference",
        Samples.document(Samples.reference("MedicationRequest", item))).path("id").asString();
    number = satusehat.get(HOSPITAL, "/DocumentReference/" + document).path("masterIdentifier").path("value")
        .asString();
  }

  @AfterEach
  void close() {
    satusehat.close();
  }

  @Test
  void whateverAnAnswerIsMadeOfChangesIt() {
    var first = answer();
    assertEquals(first, answer());
    var dispense = satusehat.create(PHARMACY, "MedicationDispense", Samples.dispense(item, 10, "500"));
    var dispensed = changed(first);
    put(PHARMACY, dispense.toString().replace("completed", "entered-in-error"));
    var corrected = changed(dispensed);
    put(HOSPITAL, satusehat.get(HOSPITAL, "/MedicationRequest/" + item).toString().replace("93006334", "93006335"));
    var replaced = changed(corrected);
    put(HOSPITAL, satusehat.get(HOSPITAL, "/DocumentReference/" + document).toString()
        .replace("10000005\"}", "10000007\"}"));
    changed(replaced);
  }

  @Test
  void aMedicationThatAppearsLaterIsSeen() {
    var elsewhere = satusehat.get(HOSPITAL, "/MedicationRequest/" + item).toString()
        .replace("\"reference\":\"#m\"", "\"reference\":\"Medication/later\"");
    put(HOSPITAL, elsewhere);
    var without = answer();
    assertEquals(201, satusehat.ask(HOSPITAL, "PUT", "/Medication/later", """
        {"resourceType":"Medication","id":"later","status":"active",
         "code":{"coding":[{"system":"http://sys-ids.kemkes.go.id/kfa","code":"93009999"}]}}
        """).status());
    changed(without);
  }

  @Test
  void anAgeIsOfTheDayOnWhichItIsAskedFor() {
    satusehat.clock.set(java.time.Instant.parse("2026-11-22T03:00:00Z"));
    var born = "240925-7KAJ2MR";
    var before = answer(born);
    satusehat.clock.advance(Duration.ofMinutes(10));
    assertEquals(before, answer(born));
    satusehat.clock.advance(Duration.ofDays(40));
    logIn();
    assertNotEquals(before, answer(born));
  }

  @Test
  void manyDispensesMakeOneVersionOfTheirDocument() {
    try (var slow = new TestSatusehat(Map.of("satusehat.relate-after", "PT1H"))) {
      var one = slow.create(HOSPITAL, "MedicationRequest", Samples.request(100, 0)).path("id").asString();
      var id = slow.create(HOSPITAL, "DocumentReference",
          Samples.document(Samples.reference("MedicationRequest", one))).path("id").asString();
      int versions = slow.get(HOSPITAL, "/DocumentReference/" + id + "/_history").path("total").asInt();
      for (int i = 0; i < 5; i++) {
        slow.create(PHARMACY, "MedicationDispense", Samples.dispense(one, 1, "500"));
      }
      TestSatusehat.good(slow.ask(HOSPITAL, "POST", "/sandbox/satusehat/number", ""), 200);
      var now = slow.get(HOSPITAL, "/DocumentReference/" + id);
      assertEquals(6, now.path("context").path("related").size(), now.toString());
      assertEquals(versions + 1, slow.get(HOSPITAL, "/DocumentReference/" + id + "/_history").path("total").asInt());
      var notices = slow.ask(HOSPITAL, "GET", "/$notices?once=true&after=0", "").text();
      assertEquals(5, notices.split("event: dispense", -1).length - 1, notices);
    }
  }

  /** The answer now, which must be another one, and the same as one that nothing was remembered for. */
  private String changed(String before) {
    var now = answer();
    assertNotEquals(before, now);
    satusehat.part().sandbox().orElseThrow().restored(); // forgets
    assertEquals(answer(), now);
    return now;
  }

  private void logIn() {
    token = TestSatusehat.good(satusehat.ask(PHARMACY, "POST", "/eresep/v2/auth",
        "{\"user\":\"system-x\",\"password\":\"rahasia-demo-eresep-system-x\"}"), 200)
        .path("data").path("token").asString();
  }

  private String answer() {
    return answer(number);
  }

  private String answer(String nrn) {
    var answer = satusehat.ask(PHARMACY, "GET", "/eresep/v2/prescriptions/" + nrn, "", "Authorization",
        "Bearer " + token);
    assertEquals(200, answer.status(), answer.text());
    return answer.text();
  }

  private void put(String organization, String resource) {
    JsonNode read = id.jejak.kernel.json.Json.read(resource);
    TestSatusehat.good(satusehat.ask(organization, "PUT", String.format(Locale.ROOT, "/%s/%s",
        read.path("resourceType").asString(), read.path("id").asString()), resource), 200);
  }
}
