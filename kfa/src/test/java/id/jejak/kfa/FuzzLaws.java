package id.jejak.kfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.Rounds;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Thousands of requests with something wrong in them: each gets a documented answer, none of them 5xx. */
class FuzzLaws {
  private static final int REQUESTS = Rounds.of("jejak.fuzz", 2_500, 10_000);
  private static final Duration GENEROUS = Duration.ofSeconds(30);
  private static final Set<String> FAULTS = Set.of("Not Found", "Method Not Allowed");

  @Test
  void everyAnswerIsADocumentedOne() {
    var statuses = new TreeMap<Integer, Integer>();
    try (var kfa = new TestKfa()) {
      for (int seed = 1; seed <= REQUESTS; seed++) {
        if (seed % 1_000 == 0) {
          kfa.kfa.sandbox().orElseThrow().reset();
        }
        var request = new HostileRequests(seed).request();
        var where = "seed " + seed + ": " + request.method() + " " + request.path() + "?"
            + cut(request.query()) + " " + cut(new String(request.body().bytes(Integer.MAX_VALUE), StandardCharsets.UTF_8));
        long started = System.nanoTime();
        var response = kfa.handler.handle(request);
        assertTrue(System.nanoTime() - started < GENEROUS.toNanos(), where);
        check(request, response, where);
        statuses.merge(response.status(), 1, Integer::sum);
      }
    }
    assertTrue(statuses.getOrDefault(200, 0) > REQUESTS / 10 && statuses.getOrDefault(422, 0) > REQUESTS / 10
        && statuses.containsKey(400), "too tame: " + statuses);
  }

  private static String cut(String text) {
    return text.length() > 600 ? text.substring(0, 600) : text;
  }

  private static void check(Request request, Response response, String where) {
    JsonNode json;
    try {
      json = Json.read(response.bytes());
    } catch (Json.Unreadable e) {
      throw new AssertionError(where + ": no JSON: " + response.text(), e);
    }
    boolean three = request.path().startsWith("/kfa-v3/");
    var said = where + "\n" + response.status() + " " + cut(response.text());
    switch (response.status()) {
      case 200 -> assertTrue(json.has("items") || json.has("result") || json.has("meta") || json.has("changes")
          || json.has("rows"), said);
      case 401 -> assertEquals(TestKfa.unauthorized().text(), response.text(), said);
      case 400 -> assertTrue(three ? json.path("message").asString().equals("invalid parameter(s)")
          : json.path("detail").asString().startsWith("Nothing was imported: "), said);
      case 404, 405 -> assertTrue(three ? json.path("error").asBoolean() && json.path("data").isNull()
          : FAULTS.contains(json.path("detail").asString()), said);
      case 422 -> {
        assertTrue(!three && !json.path("detail").isEmpty(), said);
        json.path("detail").forEach(one -> {
          assertEquals(List.of("loc", "msg", "type"), List.copyOf(one.propertyNames()), said);
          assertEquals(2, one.path("loc").size(), said);
        });
      }
      default -> throw new AssertionError(said);
    }
  }
}
