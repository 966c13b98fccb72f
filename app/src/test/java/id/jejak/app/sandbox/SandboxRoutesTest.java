package id.jejak.app.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.SamplePart;
import id.jejak.app.sandbox.traffic.Explainer;
import id.jejak.app.sandbox.traffic.Recorder;
import id.jejak.app.sandbox.traffic.Replay;
import id.jejak.app.web.OwnFaults;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.observe.Traffic;
import id.jejak.kernel.part.Part;
import id.jejak.kernel.time.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxRoutesTest {
  private static final Db DB = open();

  private static Db open() {
    var at = TestPostgres.freshDatabase();
    return Db.open(new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal())), 2);
  }

  @AfterAll
  static void close() {
    DB.close();
  }

  private final SettableClock clock = new SettableClock(() -> Instant.parse("2026-11-22T01:00:00Z"));
  private final PlannedFaults faults = new PlannedFaults();
  private final Router router = router();

  private Router router() {
    List<Part> parts = List.of(new SamplePart(clock, 1, true));
    var mounts = new ArrayList<Mount>();
    parts.forEach(part -> part.mounts().forEach(mount -> mounts.add(faults.around(mount))));
    var recorder = new Recorder(clock);
    var explainer = new Explainer(List::of, mounts);
    mounts.add(new SandboxRoutes(parts, clock, faults, DB, recorder, explainer,
        new Replay(recorder, request -> Response.json(200, "{}"), request -> request)).mount());
    return new Router(mounts, OwnFaults.FAULTS, new Traffic(new SimpleMeterRegistry()));
  }

  private Response post(String path, String json) {
    return router.handle(Request.json("POST", path, json));
  }

  private String get(String path) {
    return router.handle(Request.get(path)).text();
  }

  @Test
  void showsTheWorldByPart() {
    assertEquals("a<b>@example.id",
        Json.read(get("/sandbox/world")).at("/sample/accounts/0/email").stringValue());
  }

  @Test
  void servesWhatThePartsAdd() {
    assertEquals("{\"seeded\":true}", post("/sandbox/sample", "{}").text());
  }

  @Test
  void movesTheClockForEverything() {
    assertEquals("{\"now\":\"2026-12-20T01:00:00Z\",\"offset\":\"PT672H\",\"mode\":\"moved\"}",
        post("/sandbox/clock", "{\"advance\": \"P28D\"}").text());
    assertTrue(get("/sample/v1/counter").contains("2026-12-20T01:00:00Z"));
    post("/sandbox/clock", "{\"now\": \"2027-01-01T07:00:00+07:00\"}");
    assertTrue(get("/sandbox/clock").contains("2027-01-01T00:00:00Z"));
    assertTrue(post("/sandbox/clock", "{\"real\": true}").text().contains("\"mode\":\"real\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"now\": 5}", "{\"now\": \"tomorrow\"}", "{\"advance\": \"1 day\"}",
      "{\"advance\": \"P999999999D\"}", "{\"advance\": \"PT9223372036854775807S\"}", "{\"real\": false}",
      "{\"now\": \"1999-12-31T23:59:59Z\"}", "{\"advance\": \"PT1H\", \"real\": true}", "{\"forward\": \"PT1H\"}"})
  void refusesAClockItCannotReadAndSaysWhatToWrite(String body) {
    var answer = post("/sandbox/clock", body);
    assertEquals(400, answer.status());
    assertTrue(Json.read(answer.bytes()).path("error").stringValue().length() > 20, answer.text());
    assertEquals("PT0S", clock.offset().toString());
  }

  @Test
  void resetBringsBackWorldClockAndPeace() {
    post("/sample/v1/counter", "");
    post("/sandbox/clock", "{\"advance\": \"PT1H\"}");
    post("/sandbox/faults", "{\"operation\": \"sample.counter.read\", \"kind\": \"error\"}");
    assertTrue(post("/sandbox/reset", "").text().startsWith("{\"reset\":true,\"ms\":"));
    assertEquals("{\"counter\":0,\"at\":\"2026-11-22T01:00:00Z\"}", get("/sample/v1/counter"));
  }

  @Test
  void breaksTheNextRequestsBeforeAnythingIsDone() {
    post("/sandbox/faults", "{\"operation\": \"sample.counter.add\", \"kind\": \"error\", \"next\": 2}");
    assertEquals(500, post("/sample/v1/counter", "").status());
    assertTrue(get("/sandbox/faults").contains("\"next\":1"));
    assertEquals(500, post("/sample/v1/counter", "").status());
    assertEquals("{\"counter\":1}", post("/sample/v1/counter", "").text());
  }

  @Test
  void doesTheWorkAndLosesTheAnswer() {
    post("/sandbox/faults", "{\"operation\": \"sample.counter.add\", \"kind\": \"drop_after_commit\"}");
    var lost = post("/sample/v1/counter", "");
    var content = (Response.Content.Stream) lost.content();
    assertThrows(IOException.class, () -> content.writer().writeTo(new ByteArrayOutputStream()));
    assertTrue(get("/sample/v1/counter").contains("\"counter\":1"));
  }

  @Test
  void answersAWebPageWhereJsonWasExpected() {
    post("/sandbox/faults", "{\"operation\": \"sample.counter.add\", \"kind\": \"html\"}");
    var answer = post("/sample/v1/counter", "");
    assertEquals("500 text/html", answer.status() + " " + answer.header("Content-Type").orElse(""));
    assertTrue(get("/sample/v1/counter").contains("\"counter\":0"));
  }

  @Test
  void forgettingFaultsLetsGoOfDelayedRequests() throws InterruptedException {
    post("/sandbox/faults", "{\"operation\": \"sample.counter.add\", \"kind\": \"delay\", \"ms\": 60000}");
    var delayed = Thread.startVirtualThread(() -> post("/sample/v1/counter", ""));
    while (get("/sandbox/faults").contains("delay")) {
      Thread.onSpinWait();
    }
    while (delayed.isAlive()) { // it may not yet hold on when the first word of release comes
      router.handle(Request.of("DELETE", "/sandbox/faults", Headers.NONE, Body.EMPTY));
    }
    delayed.join();
    assertTrue(get("/sample/v1/counter").contains("\"counter\":1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"operation\": \"no.such.thing\", \"kind\": \"error\"}",
      "{\"operation\": \"sample.counter.add\", \"kind\": \"flood\"}",
      "{\"operation\": \"sample.counter.add\", \"kind\": \"error\", \"next\": 1001}",
      "{\"operation\": \"sample.counter.add\", \"kind\": \"error\", \"next\": 0}",
      "{\"operation\": \"sample.counter.add\", \"kind\": \"error\", \"ms\": 5}",
      "{\"operation\": \"sample.counter.add\", \"kind\": \"delay\"}",
      "{\"operation\": \"sample.counter.add\", \"kind\": \"delay\", \"ms\": 60001}"})
  void refusesFaultsItCannotPlan(String body) {
    assertEquals(400, post("/sandbox/faults", body).status());
    assertEquals("{\"faults\":[]}", get("/sandbox/faults"));
  }

  @Test
  void plansNoMoreFaultsThanItsLimit() {
    for (int i = 0; i < PlannedFaults.MOST_PLANS; i++) {
      assertEquals(200,
          post("/sandbox/faults", "{\"operation\": \"sample.counter.add\", \"kind\": \"error\"}").status());
    }
    assertEquals(429, post("/sandbox/faults", "{\"operation\": \"sample.counter.add\", \"kind\": \"error\"}").status());
  }

  @Test
  void isNotWorkedByPagesOfOtherSites() {
    assertEquals(403, router.handle(Request.json("POST", "/sandbox/reset", "")
        .plusHeader("Sec-Fetch-Site", "cross-site")).status());
  }
}
