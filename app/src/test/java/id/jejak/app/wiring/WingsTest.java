package id.jejak.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.web.OwnFaults;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.observe.Traffic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The facility's side as it runs outside the demo world: what is served is reached by who may, and by nobody else. */
class WingsTest {
  private static final String WORLD = """
      {"facility": {"facilities": [
         {"id": "rs-anda", "name": "RS Anda", "kind": "hospital", "ppk": "1311R002", "zone": "WIB"},
         {"id": "apotek-anda", "name": "Apotek Anda", "kind": "pharmacy", "zone": "WIB"}],
       "staff": [
         {"username": "loket", "name": "Maya", "password": "dua belas huruf", "facility": "rs-anda",
          "roles": ["front_desk"]},
         {"username": "gudang", "name": "Joko", "password": "dua belas huruf", "facility": "rs-anda",
          "roles": ["warehouse"]},
         {"username": "apoteker", "name": "apt. Budi", "password": "dua belas huruf", "facility": "rs-anda",
          "roles": ["pharmacist"]},
         {"username": "seberang", "name": "apt. Siti", "password": "dua belas huruf", "facility": "apotek-anda",
          "roles": ["pharmacist", "front_desk"]}]}}""";
  @TempDir
  private static Path folder;
  private static Installation installation;
  private static Router router;

  @BeforeAll
  static void start() throws IOException {
    var at = TestPostgres.freshDatabase();
    var plan = new Plan(folder, Optional.of(new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal()))),
        Optional.of(Wiring.Side.FACILITY), false,
        Optional.of(Files.writeString(folder.resolve("world.json"), WORLD)), true, Map.of());
    try (var steps = new Steps(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false, 9)) {
      installation = Installation.open(Wiring.house(), plan, () -> Instant.parse("2026-11-23T01:00:00Z"), steps);
    }
    router = new Router(Wings.mounts(installation.parts(), false), OwnFaults.FAULTS,
        new Traffic(new SimpleMeterRegistry()));
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  private static String token(String username) {
    var answer = router.handle(Request.json("POST", "/facility/v1/login",
        "{\"username\": \"" + username + "\", \"password\": \"dua belas huruf\"}"));
    return Json.read(answer.bytes()).path("token").asString();
  }

  private static Response ask(String username, String method, String path, String body) {
    return router.handle(Request.of(method, "/facility/v1" + path, username.isEmpty() ? Headers.of()
        : Headers.of("Authorization", "Bearer " + token(username)), Body.of(body)));
  }

  private static int status(String username, String method, String path, String body) {
    return ask(username, method, path, body).status();
  }

  @Test
  void theDeskIsReachedByThoseWhoWorkAtIt() {
    assertEquals(401, status("", "GET", "/queue/sessions", ""));
    assertEquals(200, status("loket", "GET", "/queue/sessions", ""));
    assertEquals(403, status("gudang", "GET", "/queue/sessions", ""));
    assertEquals(404, status("loket", "POST", "/queue/bookings/X/events", "{\"event\": \"check-in\"}"));
    assertEquals(404, status("apoteker", "POST", "/queue/bookings/X/events", "{\"event\": \"check-in\"}"));
    assertEquals(404, status("loket", "PUT", "/queue/sessions/1", "{\"closed\": true}"));
    assertEquals(403, status("apoteker", "PUT", "/queue/sessions/1", "{\"closed\": true}"), "hours are not a pharmacist's");
  }

  @Test
  void theDeskOfAHospitalIsNotAnotherFacilitys() {
    var answer = ask("seberang", "GET", "/queue/sessions", "");
    assertEquals(403, answer.status());
    assertTrue(answer.text().contains("queue.facility"), answer.text());
  }
}
