package id.jejak.verify.kill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import id.jejak.verify.bench.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * A doctor and a pharmacy that work as fast as they can until the server is gone: an item, its document, dispenses one
 * tablet at a time, a bundle now and then. Remembers what was answered with success. Belongs to one thread at a time.
 */
final class Prescriber {
  static final int TABLETS = 6;
  private static final int BUNDLE = 4;
  private static final String SYSTEM = "http://sys-ids.kemkes.go.id/";

  private final String name;
  /** Version by type and id. */
  private final Map<String, String> answered = new HashMap<>();
  /** Dispenses answered, by item. */
  private final Map<String, Integer> dispensed = new HashMap<>();
  private int next;
  /** Bundles that were answered are whole; the last one that was not is whole or absent. */
  private int bundles;

  Prescriber(String name) {
    this.name = name;
  }

  /** Works until the connection breaks; a refusal is a failure. */
  void work(int port, String hospital, String pharmacy, Semaphore answers) {
    try (var wire = new Wire(port)) {
      while (true) {
        var number = name + "-" + next++;
        var item = post(wire, hospital, "MedicationRequest", item(number), answers);
        post(wire, hospital, "DocumentReference", document(number, item), answers);
        for (int i = 0; i < TABLETS; i++) {
          post(wire, pharmacy, "MedicationDispense", dispense(number + "-" + i, item), answers);
          dispensed.merge(item, 1, Integer::sum);
        }
        bundle(wire, hospital, answers);
      }
    } catch (IOException e) {
      return; // the server is gone, as it should be
    }
  }

  private String post(Wire wire, String token, String type, String body, Semaphore answers) throws IOException {
    var answer = Json.read(wire.call(request(token, "/" + type, body)));
    var id = answer.path("id").asString("");
    if (!answer.path("resourceType").asString("").equals(type) || id.isEmpty()) {
      throw new AssertionError(name + ": " + answer);
    }
    answered.put(type + "/" + id, answer.path("meta").path("versionId").asString());
    answers.release();
    return id;
  }

  private void bundle(Wire wire, String token, Semaphore answers) throws IOException {
    var entries = new StringBuilder();
    for (int i = 0; i < BUNDLE; i++) {
      entries.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, """
          {"fullUrl":"urn:uuid:00000000-0000-4000-8000-%012d","request":{"method":"POST","url":"Condition"},
           "resource":{"resourceType":"Condition","subject":{"reference":"Patient/P02029542843"},
           "identifier":[{"system":"%scondition/10000005","value":"%s-B%d"}]}}""", i, SYSTEM, name, bundles));
    }
    var answer = Json.read(wire.call(request(token, "",
        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}")));
    if (answer.path("entry").size() != BUNDLE) {
      throw new AssertionError(name + ": " + answer);
    }
    bundles++;
    answers.release();
  }

  /** Fails when something that was answered is missing, or something is there in part. */
  void check(Connection connection) throws SQLException {
    for (var one : answered.keySet()) {
      var parts = one.split("/", -1);
      assertTrue(Asked.number(connection, "select count(*) from satusehat.resource where type = ? and id = ?",
          parts[0], parts[1]) == 1, one + " was answered and is not there");
    }
    for (var item : dispensed.entrySet()) {
      int there = dispenses(connection, item.getKey());
      assertTrue(there >= item.getValue() && there <= TABLETS, item.getKey() + ": " + item.getValue()
          + " dispenses were answered, " + there + " are there, " + TABLETS + " were prescribed");
    }
    for (int i = 0; i <= bundles; i++) {
      int there = bundled(connection, name + "-B" + i);
      assertTrue(there == BUNDLE || i == bundles && there == 0, name + "-B" + i + " is there in part: " + there);
    }
    bundles += bundled(connection, name + "-B" + bundles) > 0 ? 1 : 0;
  }

  private static int dispenses(Connection connection, String item) throws SQLException {
    return Asked.number(connection, "select count(*) from satusehat.resource where type = 'MedicationDispense'"
        + " and convert_from(content, 'UTF8') like '%MedicationRequest/' || ? || '\"%'", item);
  }

  private static int bundled(Connection connection, String number) throws SQLException {
    return Asked.number(connection, "select count(*) from satusehat.resource where type = 'Condition'"
        + " and convert_from(content, 'UTF8') like '%\"' || ? || '\"%'", number);
  }

  static byte[] request(String token, String path, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return ("POST /fhir-r4/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
        + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String item(String number) {
    return """
        {"resourceType":"MedicationRequest","status":"completed","intent":"order",
         "medicationCodeableConcept":{"coding":[{"system":"%skfa","code":"93006334"}]},
         "identifier":[{"system":"%sprescription-item/10000005","value":"%s"}],
         "subject":{"reference":"Patient/P02029542843"},
         "dispenseRequest":{"quantity":{"value":%d,"code":"TAB"}}}
        """.formatted(SYSTEM, SYSTEM, number, TABLETS);
  }

  private static String document(String number, String item) {
    return """
        {"resourceType":"DocumentReference","status":"current",
         "type":{"coding":[{"system":"http://loinc.org","code":"57833-6"}]},
         "identifier":[{"system":"%sprescription/10000005","value":"%s"}],
         "subject":{"reference":"Patient/P02029542843"},"content":[{"attachment":{"title":"x"}}],
         "context":{"related":[{"reference":"MedicationRequest/%s"}]}}
        """.formatted(SYSTEM, number, item);
  }

  private static String dispense(String number, String item) {
    return """
        {"resourceType":"MedicationDispense","status":"completed",
         "medicationCodeableConcept":{"coding":[{"system":"%skfa","code":"93006334"}]},
         "identifier":[{"system":"%sprescription-item/10000099","value":"%s"}],
         "subject":{"reference":"Patient/P02029542843"},
         "authorizingPrescription":[{"reference":"MedicationRequest/%s"}],"quantity":{"value":1,"code":"TAB"}}
        """.formatted(SYSTEM, SYSTEM, number, item);
  }
}
