package id.jejak.facility.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever is logged in acts at the desk in their own name, at their own hospital. */
class DeskGateTest {
  private static TestQueue house;

  @BeforeAll
  static void open() {
    house = new TestQueue();
    house.access.sandbox().orElseThrow().prepare();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static Response as(String username, String method, String path, Object body) {
    var session = house.router.handle(Request.json("POST", "/facility/v1/login",
        TestQueue.json(Map.of("username", username, "password", "jejak-fasilitas"))));
    return house.router.handle(Request.of(method, "/facility/v1/queue" + path, Headers.of("Authorization",
        "Bearer " + Json.read(session.bytes()).path("token").asString()), Body.of(TestQueue.json(body))));
  }

  private static JsonNode happened(Response answer, String task) {
    var all = Json.read(answer.bytes()).path("data").path("events");
    return all.valueStream().filter(one -> one.path("task").asString("").equals(task)).reduce((_, last) -> last)
        .orElseThrow(() -> new AssertionError(answer.text()));
  }

  @Test
  void whatIsRecordedIsInTheNameOfWhoIsLoggedInWhateverTheRequestSays() {
    var code = house.take(31, TestQueue.TODAY).path("response").path("kodebooking").asString();
    var arrived = as("loket.rs", "POST", "/bookings/" + code + "/events", Map.of("event", "check-in", "by", "Orang Lain"));
    assertEquals(200, arrived.status(), arrived.text());
    assertEquals("Maya Anggraini (11)", happened(arrived, "3").path("by").asString());
    house.clock.advance(java.time.Duration.ofMinutes(10));
    var corrected = as("dokter.rs", "POST", "/bookings/" + code + "/corrections", Map.of("task", 4, "at",
        "2021-03-17T08:05:00+07:00", "reason", "layar mati"));
    assertEquals(200, corrected.status(), corrected.text());
    assertEquals("dr. Ratna Kusuma, Sp.A (12)", happened(corrected, "4").path("by").asString());
  }

  @Test
  void inTheDemoWorldNobodyNeedLogInAndWhoDoesHasTheirOwnRolesOnly() {
    assertEquals(200, house.desk("GET", "/sessions", "").status());
    assertEquals(200, as("loket.rs", "GET", "/sessions", "").status());
    assertEquals(403, as("gudang.rs", "GET", "/sessions", "").status());
    assertEquals(403, as("apoteker.apotek", "GET", "/sessions", "").status(), "another facility's desk");
  }
}
