package id.jejak.app.conformance;

import static id.jejak.app.conformance.Checker.failed;
import static id.jejak.app.conformance.Checker.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SatusehatConformanceTest {
  private static final String HOST = "https://api-satusehat-stg.dto.kemkes.go.id";
  private static final String FHIR = HOST + "/fhir-r4/v1";
  private static final String WEIGHT = """
      {"resourceType": "Observation", "status": "final", "code": {"coding": [{"system": "http://loinc.org",
       "code": "29463-7", "display": "Body weight"}]}, "subject": {"reference": "Patient/P02029542843"},
       "encounter": {"reference": "Encounter/e1"}, "effectiveDateTime": "2026-11-22T02:00:00+00:00",
       "valueQuantity": {"value": 65, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "%s"}}""";

  private final HarFile har = new HarFile(Instant.parse("2026-11-22T02:00:00Z"));

  private void token(int status) {
    har.ask("POST", HOST + "/oauth2/v1/accesstoken?grant_type=client_credentials",
        Map.of("Content-Type", "application/x-www-form-urlencoded"), "client_id=klien&client_secret=rahasia", status,
        status == 200 ? "{\"status\": \"approved\", \"access_token\": \"tok-1\", \"expires_in\": \"3599\"}"
            : "{\"resourceType\": \"OperationOutcome\", \"issue\": []}");
  }

  private void ask(String method, String path, String token, String body, int status, String answer) {
    har.ask(method, FHIR + path, token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token), body, status,
        answer);
  }

  private static String visit(String more) {
    return "{\"resourceType\": \"Encounter\", \"status\": \"arrived\", \"class\": {\"code\": \"AMB\"}" + more + "}";
  }

  @Test
  void tokensAreKeptUsedAndWaitedFor() {
    token(200);
    ask("GET", "/Patient?name=a", "tok-1", "", 200, "{\"resourceType\": \"Bundle\"}");
    var right = Checker.of(har.bytes());
    assertEquals(Verdict.PASSED, line(right, "satusehat.token").verdict());
    assertEquals(Verdict.PASSED, line(right, "gateway.token.issue").verdict());
    assertEquals(Verdict.PASSED, line(right, "satusehat.step.patient").verdict());
    assertTrue(failed(right).isEmpty(), failed(right).toString());

    for (int i = 0; i < 4; i++) {
      token(200);
    }
    token(401);
    token(401);
    har.later(4_000);
    ask("GET", "/Patient?name=a", "tok-1", "", 401, "{}");
    ask("GET", "/Patient?name=a", "", "", 401, "{}");
    var wrong = failed(Checker.of(har.bytes()));
    for (var id : new String[] {"gateway.reuse", "gateway.penalty", "satusehat.token", "satusehat.bearer"}) {
      assertTrue(wrong.contains(id), id + " in " + wrong);
    }
  }

  @Test
  void aResourceIsHeldAgainstTheDocument() {
    ask("POST", "/Observation", "t", WEIGHT.formatted("kg"), 201, WEIGHT.formatted("kg"));
    var right = Checker.of(har.bytes());
    assertEquals(Verdict.PASSED, line(right, "satusehat.PK-24").verdict(), ReportAct.json(right).toString());
    assertEquals(Verdict.PASSED, line(right, "satusehat.fhir").verdict());
    assertEquals(Verdict.NOT_EXERCISED, line(right, "satusehat.PK-01").verdict());

    ask("POST", "/Observation", "t", WEIGHT.formatted("lb").replace("\"final\"", "\"selesai\""), 201, "{}");
    var wrong = Checker.of(har.bytes());
    assertEquals(Verdict.FAILED, line(wrong, "satusehat.PK-24").verdict());
    assertTrue(line(wrong, "satusehat.PK-24").judgement().result().en().contains("Observation.valueQuantity"));
    assertTrue(failed(wrong).contains("satusehat.fhir") || failed(wrong).contains("satusehat.dictionary"));
  }

  @Test
  void stepsComeInTheDocumentsOrder() {
    ask("POST", "/Encounter", "t", visit(""), 201, "{}");
    ask("POST", "/Observation", "t", WEIGHT.formatted("kg"), 201, "{}");
    ask("POST", "/MedicationRequest", "t", "{\"resourceType\": \"MedicationRequest\"}", 201, "{}");
    ask("POST", "/DocumentReference", "t", "{\"resourceType\": \"DocumentReference\"}", 201, "{}");
    ask("GET", "/DocumentReference/d1", "t", "", 200, "{\"resourceType\":\"DocumentReference\",\"masterIdentifier\":{"
        + "\"system\":\"http://sys-ids.kemkes.go.id/prescription/national\",\"value\":\"241203-DDG2BM2\"}}");
    ask("PUT", "/Encounter/e1", "t", visit(""), 200, "{}");
    var right = Checker.of(har.bytes());
    for (var id : new String[] {"satusehat.prescribing", "satusehat.step.encounter", "satusehat.step.observation",
        "satusehat.step.request", "satusehat.step.document", "satusehat.step.number", "satusehat.step.encounter.end"}) {
      assertEquals(Verdict.PASSED, line(right, id).verdict(), id);
    }
    assertEquals(Verdict.NOT_EXERCISED, line(right, "satusehat.dispensing").verdict());
    var pharmacy = visit(", \"serviceType\": {\"coding\": [{\"code\": \"64\"}]}");
    ask("POST", "/MedicationDispense", "apotek", "{\"resourceType\": \"MedicationDispense\"}", 201, "{}");
    ask("POST", "/Encounter", "apotek", pharmacy, 201, "{}");
    var wrong = line(Checker.of(har.bytes()), "satusehat.dispensing");
    assertEquals(Verdict.FAILED, wrong.verdict());
    assertTrue(wrong.judgement().result().en().contains("A MedicationDispense is made before"), wrong.toString());
  }
}
