package id.jejak.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.gateway.contract.Fault;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BearersTest {
  private final TestGateway test = new TestGateway();
  private final Bearers bearers = test.gateway.bearers();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aGoodTokenSaysWhoAsks() {
    var token = test.token(0);
    var hospital = test.client(0).path("client_id").asString() + " of 10000005";
    assertEquals(hospital, test.behind(bearers, "Authorization", "Bearer " + token).text());
    assertEquals(hospital, test.behind(bearers, "Authorization", "bearer  " + token).text(), "remembered");
  }

  @Test
  void anythingElseIsAnsweredWithTheFaultThatWasChosen() {
    var token = test.token(0);
    for (var authorization : List.of("", token, "Bearer", "Bearer ", "Bearer " + token + "x", "Basic " + token,
        "Bearer " + token.substring(1), "Bearer " + "0".repeat(28), "Bearer " + "\0".repeat(28),
        "Bearer " + "é".repeat(28), "Bearer " + "x".repeat(100_000))) {
      var answer = test.behind(bearers, "Authorization", authorization);
      assertEquals(401, answer.status(), authorization);
      assertEquals("{\"fault\":{\"faultstring\":\"Invalid access token\",\"detail\":{\"errorcode\":"
          + "\"keymanagement.service.invalid_access_token\"}}}", answer.text());
      assertEquals("Bearer", answer.header("WWW-Authenticate").orElseThrow());
      assertEquals("application/json", answer.header("Content-Type").orElseThrow());
    }
    assertEquals(401, test.behind(bearers).status(), "no header at all");
    var fhir = bearers.guard(Fault.OAUTH_INVALID_ACCESS_TOKEN, (Request _) -> {
      throw new AssertionError("reached without a token");
    }).handle(Request.get("/fhir-r4/v1/Patient"));
    assertEquals(101, fhir.bytes().length, "as recorded");
    assertEquals("Bearer realm=\"null\",error=\"invalid_token\",error_description=\"oauth.v2.InvalidAccessToken:"
        + " Invalid access token\"", fhir.header("www-authenticate").orElseThrow());
    assertEquals(159, Fault.NO_API_PRODUCT.body().length(), "as recorded");
  }

  @Test
  void aTokenEndsByTheClockWhetherRememberedOrNot() {
    var token = test.token(1);
    var other = test.gateway.bearers();
    test.clock.advance(Duration.ofSeconds(3_598));
    assertEquals(200, test.behind(bearers, "Authorization", "Bearer " + token).status());
    test.clock.advance(Duration.ofSeconds(1));
    assertEquals(401, test.behind(bearers, "Authorization", "Bearer " + token).status());
    assertEquals(401, test.behind(other, "Authorization", "Bearer " + token).status());
  }

  @Test
  void aTokenSurvivesTheProcess() {
    var token = test.token(0);
    var next = test.start(Map.of(), true);
    assertEquals(200, test.behind(next.bearers(), "Authorization", "Bearer " + token).status());
  }

  @Test
  void aResetForgetsTokensAndQuotas() {
    var token = test.token(0);
    assertEquals(200, test.behind(bearers, "Authorization", "Bearer " + token).status());
    test.gateway.sandbox().orElseThrow().reset();
    assertEquals(401, test.behind(bearers, "Authorization", "Bearer " + token).status());
    assertEquals(200, test.behind(bearers, "Authorization", "Bearer " + test.token(0)).status());
  }

  @Test
  void aClientAboveItsQuotaWaitsForTheNextMinute() {
    try (var bounded = new TestGateway(Map.of("gateway.quota", "3"), true)) {
      bounded.clock.set(java.time.Instant.parse("2026-11-22T01:00:00Z"));
      var guard = bounded.gateway.bearers();
      var first = bounded.token(0);
      var second = bounded.token(0);
      for (var token : List.of(first, second, first)) {
        assertEquals(200, bounded.behind(guard, "Authorization", "Bearer " + token).status());
      }
      var over = bounded.behind(guard, "Authorization", "Bearer " + second);
      assertEquals(429, over.status());
      assertTrue(over.text().contains("policies.ratelimit.QuotaViolation"), over.text());
      assertEquals("60", over.header("Retry-After").orElseThrow());
      assertEquals(200, bounded.behind(guard, "Authorization", "Bearer " + bounded.token(1)).status(), "another's");
      bounded.clock.set(java.time.Instant.parse("2026-11-22T01:01:00Z"));
      assertEquals(200, bounded.behind(guard, "Authorization", "Bearer " + second).status());
    }
  }

  @Test
  void whatStandsBehindMustComeAfter() {
    assertEquals(test.gateway, Gateway.among(List.of(test.gateway)));
    assertThrows(IllegalStateException.class, () -> Gateway.among(List.of()));
  }

  /** Not a benchmark: only that a check is nowhere near a look-up. Counted in the thread's own time. */
  @Test
  void aRememberedTokenCostsAlmostNothing() {
    var guarded = bearers.guard(Fault.KEYMANAGEMENT_INVALID_ACCESS_TOKEN, (Request _) -> DONE);
    var request = Request.of("GET", "/kfa", Headers.of("Host", "x", "Authorization", "Bearer " + test.token(0)),
        Body.EMPTY);
    var thread = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      long from = thread.getCurrentThreadCpuTime();
      for (int i = 0; i < 25_000; i++) {
        assertEquals(200, guarded.handle(request).status());
      }
      best = Math.min(best, thread.getCurrentThreadCpuTime() - from);
    }
    assertTrue(best < Duration.ofMillis(100).toNanos(), "25,000 checks took " + best / 1_000 + " microseconds");
  }

  private static final Response DONE = Response.json(200, "{}");
}
