package id.jejak.satusehat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Ten thousand broken requests: each is taken or answered with an OperationOutcome, and none breaks the server. */
class FuzzLaws {
  private static final int EACH = 500;
  private static final TestSatusehat SATUSEHAT = new TestSatusehat();
  private static final List<String> SNIPPETS = List.of("null", "[]", "{}", "-0", "1e400", "1e-400",
      "99999999999999999999999999999999", "\"\\u0000\"", "\"\\ud800\"", "true", "\"urn:uuid:x\"", "\"#\"", "\"/\"",
      "\"Patient/\"", "\"http://x/y/_history/1\"", "[[[[[[]]]]]]", "{\"a\":1,\"a\":2}", "0.10", "-5",
      "\"9999-99-99\"", "\"2026-02-30T25:61:61+99:00\"", "{\"value\":1e99,\"code\":\"TAB\"}");
  private static final List<String> QUERIES = List.of("identifier=|", "identifier=a|b|c", "subject=", "subject=Patient/",
      "name=%", "name=%FF%FE", "_count=0", "_count=-1", "_count=99999999999", "_page_token=x", "_page_token=",
      "_include=a", "_include=DocumentReference:related", "_revinclude=:", "_lastUpdated=ge", "_lastUpdated=xx2020",
      "date=2020-13-45", "birthdate=le2020", "_sort=name", "identifier=%00", "&&&=&=", "name=" + "a".repeat(5000),
      "identifier=" + "a,".repeat(600), "_id=../../etc", "_id=a,b,c", "status=^|~", "subject:Patient=1", "name:exact=b");

  @AfterAll
  static void close() {
    SATUSEHAT.close();
  }

  private static final List<String> BODIES = List.of(Samples.encounter("10000005", "F"), Samples.request(10, 1),
      Samples.dispense("3b258025-4565-4d68-8887-ca5eb34401f5", 1, "500"),
      Samples.document(Samples.reference("MedicationRequest", "x")),
      "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"https://fhir.kemkes.go.id/id/nik\",\"value\":\"1\"}],"
          + "\"name\":[{\"text\":\"x y\"}],\"birthDate\":\"2000-01-01\"}",
      "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"fullUrl\":\"urn:uuid:"
          + "00000000-0000-4000-8000-000000000001\",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"},"
          + "\"resource\":{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
          + "\"subject\":{\"reference\":\"urn:uuid:00000000-0000-4000-8000-000000000001\"}}}]}");

  @RepeatedTest(20)
  void nothingBreaksTheServer(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var statuses = new HashSet<Integer>();
    for (int i = 0; i < EACH; i++) {
      var body = mutated(BODIES.get(random.nextInt(BODIES.size())), random);
      var type = List.of("Encounter", "MedicationRequest", "MedicationDispense", "DocumentReference", "Patient",
          "Observation", "Foo", "Bundle").get(random.nextInt(8));
      var path = switch (random.nextInt(7)) {
        case 0 -> "/";
        case 1, 2 -> "/" + type + "/" + (random.nextBoolean() ? "d2c5b1a7-3f64-4a0e-9c85-7be0c1d2e3f4" : "a%b\u0000");
        case 3 -> "/" + type + "?" + QUERIES.get(random.nextInt(QUERIES.size()));
        case 4 -> "/" + type + "/x/_history/" + (random.nextBoolean() ? "MTczMzIxNTQ2OTc5NzcwNzAwMA" : "~");
        default -> "/" + type;
      };
      var method = List.of("POST", "PUT", "GET", "PATCH").get(random.nextInt(4));
      var answer = method.equals("PATCH")
          ? SATUSEHAT.ask("10000005", method, path, body, "Content-Type", "application/json-patch+json")
          : SATUSEHAT.ask("10000005", method, path, body);
      statuses.add(answer.status());
      var what = "seed " + run.getCurrentRepetition() + " step " + i + ": " + method + " " + path + " "
          + answer.status() + " " + answer.text() + " to " + body;
      assertTrue(answer.status() < 500, what);
      if (answer.status() >= 400 && !answer.text().isEmpty()) {
        assertEquals("OperationOutcome", Json.read(answer.bytes()).path("resourceType").asString(), what);
      }
    }
    assertTrue(statuses.contains(400), statuses.toString());
  }

  /** A few breakages of the text: a value exchanged, a piece cut out, doubled, or a byte changed. */
  private static String mutated(String body, Random random) {
    var text = new StringBuilder(body);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(Math.max(1, text.length()));
      int end = Math.min(text.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, text.substring(at, end));
        case 2 -> text.setCharAt(at, (char) random.nextInt(256));
        default -> exchange(text, random);
      }
    }
    return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static void exchange(StringBuilder text, Random random) {
    var places = new ArrayList<Integer>();
    for (int i = text.indexOf(":"); i >= 0; i = text.indexOf(":", i + 1)) {
      places.add(i);
    }
    if (!places.isEmpty()) {
      int from = places.get(random.nextInt(places.size())) + 1;
      int end = from;
      while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      text.replace(from, end, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
    }
  }
}
