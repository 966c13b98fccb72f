package id.jejak.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.SamplePart;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.TestFolders;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SecondLane
class HouseTest {
  private static final ByteArrayOutputStream SCREEN = new ByteArrayOutputStream();
  private static Address database = new Address("", "", new Secret(""));
  private static House house;
  private static HttpTransport wire;

  @BeforeAll
  static void start() {
    var at = TestPostgres.freshDatabase();
    database = new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal()));
    house = open(true);
    wire = new HttpTransport(house.url(), Duration.ofSeconds(10));
  }

  @AfterAll
  static void stop() {
    wire.close();
    house.close();
  }

  private static House open(boolean demo) {
    var steps = new Steps(new PrintStream(SCREEN, true, StandardCharsets.UTF_8), false, 5);
    var plan = new Plan(TestFolders.own("house"), Optional.of(database), Optional.empty(), demo, Optional.empty(), true,
        Map.of("sample.step", "3"));
    try (steps) {
      return House.start(SamplePart.wiring(), plan, "127.0.0.1", 0, () -> Instant.parse("2026-11-22T01:00:00Z"), steps);
    }
  }

  private static Response get(String path) {
    return wire.handle(Request.get(path));
  }

  private static Response post(String path, String json) {
    return wire.handle(Request.json("POST", path, json));
  }

  @Test
  void servesItsPartsWithTheirSettings() {
    assertEquals("{\"counter\":3}", post("/sample/v1/counter", "").text());
    assertTrue(post("/sandbox/reset", "").text().contains("\"reset\":true"));
  }

  @Test
  void saysThatItIsWell() {
    assertEquals("{\"status\":\"up\",\"version\":\"" + id.jejak.app.Version.text()
        + "\",\"parts\":{\"database\":\"up\"}}", get("/health").text());
    assertEquals(200, get("/health/ready").status());
    assertEquals("{\"status\":\"up\"}", get("/health/live").text());
  }

  @Test
  void countsForPrometheus() {
    get("/sample/v1/counter");
    var metrics = get("/metrics");
    assertTrue(metrics.header("Content-Type").orElse("").startsWith("text/plain; version=0.0.4"));
    assertTrue(metrics.text().contains("jejak_requests_seconds_count{operation=\"sample.counter.read\",status=\"2xx\"}"),
        metrics.text());
    assertTrue(metrics.text().contains("jvm_memory_used_bytes"));
    assertTrue(metrics.text().contains("jejak_database_connections"));
  }

  @Test
  void frontPageAllowsNothingButItselfAndEscapesWhatItShows() {
    var page = get("/");
    assertTrue(page.header("Content-Security-Policy").orElse("").startsWith("default-src 'none'"));
    assertEquals("nosniff", page.header("X-Content-Type-Options").orElse(""));
    assertTrue(page.text().contains("/sample/v1"));
    assertTrue(page.text().contains("a&lt;b&gt;@example.id"));
    assertFalse(page.text().contains("a<b>"));
    var style = page.text().replaceAll("(?s).*href=\"(/assets/[^\"]*jejak.css)\".*", "$1");
    assertEquals("public, max-age=31536000, immutable", get(style).header("Cache-Control").orElse(""));
  }

  @Test
  void unknownPathsAndMethodsAreAnsweredInItsOwnWords() {
    assertEquals(404, get("/nothing/here").status());
    assertTrue(get("/nothing/here").text().startsWith("{\"error\":"));
    var wrong = post("/health", "");
    assertEquals("405 GET", wrong.status() + " " + wrong.header("Allow").orElse(""));
  }

  @Test
  void aDroppedAnswerCutsTheConnectionAfterTheWorkWasDone() {
    post("/sandbox/reset", "");
    post("/sandbox/faults", "{\"operation\": \"sample.counter.add\", \"kind\": \"drop_after_commit\"}");
    var lost = assertThrows(NoAnswer.class, () -> post("/sample/v1/counter", ""));
    assertTrue(lost.sent());
    assertTrue(get("/sample/v1/counter").text().contains("\"counter\":3"));
    post("/sandbox/reset", "");
  }

  @Test
  void withoutADemoWorldThereIsNoSandbox() {
    try (var other = open(false); var wire = new HttpTransport(other.url(), Duration.ofSeconds(10))) {
      assertEquals(404, wire.handle(Request.get("/sandbox/world")).status());
      assertEquals(200, wire.handle(Request.get("/health")).status());
      assertFalse(wire.handle(Request.get("/")).text().contains("example.id"));
    }
  }

  @Test
  void twoProcessesOnOneDatabaseHaveDifferentNumbers() {
    try (var db = id.jejak.kernel.db.Db.open(database, 2)) {
      int first = Nodes.next(db);
      assertEquals((first + 1) % 1024, Nodes.next(db));
    }
  }
}
