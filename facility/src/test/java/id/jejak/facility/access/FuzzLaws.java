package id.jejak.facility.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.facility.access.contract.AccessOperations;
import id.jejak.facility.access.contract.PatientOperations;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is this system's envelope, and nothing breaks. The seed is in the failure. */
@SecondLane
class FuzzLaws {
  private static final int REQUESTS = 10_000;
  private static final List<String> SCRAPS = List.of("", "0", "-1", "null", "true", "\"\"", "[]", "{}", "1e999", "\\u0000",
      "\"\\u0000\"", "'; drop table access.patient; --", "%00", "../..", "9223372036854775807", "\ud800", "ı", "🙂",
      "2026-02-30", "+1000000000-01-01T00:00:00Z", "treatment", "1001", "x".repeat(5000));

  @Test
  void onlyOurEnvelopeAndNothingBreaks() {
    // Logins and password changes hash for tens of milliseconds each, and slow down guesses: a few of them are enough.
    // Leaving and going to another facility end the session that all the others need.
    var operations = AccessOperations.ALL.stream().filter(one -> !one.equals(AccessOperations.LOGOUT)
        && !one.equals(AccessOperations.MOVE)
        && !one.equals(AccessOperations.LOGIN) && !one.equals(AccessOperations.PASSWORD)
        && !one.equals(PatientOperations.OWN_VIEW)).toList();
    var wrong = new ArrayList<String>();
    try (var house = new TestAccess()) {
      var token = house.token("kepala.rs");
      for (int seed = 0; seed < REQUESTS && wrong.size() < 10; seed++) {
        var random = new Random(seed);
        var operation = seed % 200 == 0 ? AccessOperations.LOGIN : operations.get(random.nextInt(operations.size()));
        boolean grows = operation.equals(PatientOperations.VERIFY) || operation.equals(AccessOperations.ROTATE);
        if (grows && random.nextInt(20) > 0) {
          operation = PatientOperations.READ; // what grows with all that was done before is asked less often
        }
        var answer = house.router.handle(request(operation, token, random));
        var text = answer.text();
        boolean ours = answer.status() < 300 && Json.read(text).isObject()
            || answer.status() < 500 && answer.status() >= 400 && !Json.read(text).path("error").asString("").isEmpty()
                && !Json.read(text).path("message").asString("").isEmpty();
        if (!ours) {
          wrong.add("seed " + seed + " " + operation.id() + " " + answer.status() + " " + text);
        }
      }
      assertEquals(List.of(), wrong);
      assertEquals("Yudi Nurwanto", house.get("kepala.rs", "/patients/1001?purpose=treatment").path("name").asString(),
          "the house still stands");
    }
  }

  private static Request request(Operation operation, String token, Random random) {
    var body = new StringBuilder("{");
    var query = new StringBuilder();
    var path = operation.path();
    for (var param : operation.params()) {
      var value = random.nextInt(3) == 0 ? scrap(random)
          : param.example().isEmpty() ? "\"" + scrap(random) + "\"" : param.example();
      if (path.contains("{" + param.name() + "}")) {
        path = path.replace("{" + param.name() + "}", random.nextBoolean() ? "1002" : "x" + random.nextInt());
      } else if (random.nextInt(5) > 0) {
        body.append(body.length() > 1 ? "," : "").append('"').append(param.name()).append("\":").append(value);
        query.append(query.isEmpty() ? "" : "&").append(param.name()).append('=').append(value.replace("\"", ""));
      }
    }
    body.append('}');
    if (random.nextInt(4) == 0 && body.length() > 2) {
      int at = random.nextInt(body.length());
      body.replace(at, at + 1, scrap(random));
    }
    var method = random.nextInt(20) == 0 ? List.of("GET", "POST", "PUT", "DELETE", "PATCH").get(random.nextInt(5))
        : operation.method();
    var headers = operation.equals(AccessOperations.LOGIN) ? Headers.NONE // a login ends the session that is sent along
        : random.nextInt(10) == 0 ? Headers.of("Cookie", "jejak_session=" + token, "Origin", scrap(random))
        : Headers.of("Authorization", "Bearer " + (random.nextInt(20) == 0 ? scrap(random) : token));
    return Request.of(method, TestAccess.BASE + path + (query.isEmpty() ? "" : "?" + query), headers,
        Body.of(body.toString().getBytes(random.nextInt(10) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)));
  }

  private static String scrap(Random random) {
    return SCRAPS.get(random.nextInt(SCRAPS.size()));
  }
}
