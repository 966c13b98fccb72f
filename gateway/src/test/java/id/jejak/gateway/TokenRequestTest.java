package id.jejak.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.gateway.contract.TokenRefusal;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenRequestTest {
  private final TestGateway test = new TestGateway();
  private final String id = test.client(0).path("client_id").asString();
  private final String secret = test.client(0).path("client_secret").asString();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void theAnswerHasTheDocumentsFourteenMembersInItsOrder() {
    test.clock.set(Instant.parse("2022-12-15T13:10:05.593Z"));
    var answer = test.ask(id, secret);
    var json = Json.read(answer.bytes());
    assertEquals(200, answer.status());
    assertEquals("application/json", answer.header("Content-Type").orElseThrow());
    assertEquals(List.of("refresh_token_expires_in", "api_product_list", "api_product_list_json", "organization_name",
        "developer.email", "token_type", "issued_at", "client_id", "access_token", "application_name", "scope",
        "expires_in", "refresh_count", "status"), new ArrayList<>(json.propertyNames()));
    json.properties().forEach(member -> assertEquals(member.getKey().equals("api_product_list_json"),
        !member.getValue().isString(), member.getKey()));
    long issued = Long.parseLong(json.path("issued_at").asString());
    assertTrue(issued >= 1_671_109_805_593L && issued < 1_671_109_865_593L, json.toString());
    assertTrue(json.path("access_token").asString().matches("[A-Za-z0-9]{28}"));
    assertTrue(json.path("application_name").asString().matches("[0-9a-f-]{36}"));
    assertNotEquals(json.path("access_token").asString(), test.token(0));
  }

  @Test
  void nothingOfASecretOrATokenIsKept() {
    var token = test.token(0);
    var kept = test.db.read(handle -> handle.createQuery("""
            select c::text || t::text
              from gateway.client c, gateway.token t
             order by 1
            """).mapTo(String.class).list()).toString();
    assertFalse(kept.contains(secret) || kept.contains(token), kept);
    assertFalse(kept.contains(hex(secret)) || kept.contains(hex(token)), kept);
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void whateverIsWrongWithTheCredentialsTheWordsAreTheSame() {
    for (var body : List.of("", "client_id=" + id, "client_secret=" + secret, "client_id=&client_secret=",
        "client_id=" + id + "&client_secret=" + secret + "x", "client_id=" + id + "&client_secret=",
        "client_id=" + id.toLowerCase(java.util.Locale.ROOT) + "&client_secret=" + secret,
        "client_id=%00&client_secret=%00", "client_id=" + "x".repeat(2_000) + "&client_secret=" + secret,
        "client_id=" + id + "&client_secret=" + "x".repeat(2_000), "%%%=&&&==", "client_id=%C3%28&client_secret=%F0",
        "{\"client_id\":\"" + id + "\",\"client_secret\":\"" + secret + "\"}")) {
      var answer = test.form(TestGateway.TOKEN, body);
      assertEquals(401, answer.status(), body);
      assertEquals(TokenRefusal.UNACCEPTABLE.body(), answer.text(), body);
    }
    assertEquals(200, test.ask(id, secret).status(), "and nobody is locked out");
  }

  @Test
  void guessesAreSlowedForTheGuesserOnly() {
    for (int i = 0; i < 7; i++) {
      test.ask(id, "guess number " + i);
    }
    long from = System.nanoTime();
    test.ask(id, "one more guess");
    assertTrue(System.nanoTime() - from > TimeUnit.MILLISECONDS.toNanos(200), "the guesser waits");
    from = System.nanoTime();
    test.token(1);
    assertTrue(System.nanoTime() - from < TimeUnit.SECONDS.toNanos(1), "another client does not");
    assertEquals(200, test.ask(id, secret).status());
  }

  @Test
  void aFailureCostsAMinuteWhereTheRuleIsOn() {
    try (var strict = new TestGateway(Map.of("gateway.penalty", "true"), true)) {
      strict.ask(id, "wrong");
      var waiting = strict.ask(id, secret);
      assertEquals(429, waiting.status());
      assertEquals("60", waiting.header("Retry-After").orElseThrow());
      assertEquals(TokenRefusal.PENALTY.body(), waiting.text());
      strict.clock.advance(Duration.ofSeconds(59));
      assertEquals(429, strict.ask(id, secret).status(), "asking again does not make it longer");
      strict.clock.advance(Duration.ofSeconds(1));
      assertEquals(200, strict.ask(id, secret).status());
      assertEquals(401, strict.form(TestGateway.TOKEN, "client_id=" + id).status());
      assertEquals(429, strict.ask(id, secret).status(), "a missing secret is a failure too");
      strict.gateway.sandbox().orElseThrow().reset();
      assertEquals(200, strict.ask(id, secret).status());
    }
  }

  @Test
  void theRulesCanBeSwitchedInTheSandboxUntilTheNextReset() {
    var rules = test.gateway.sandbox().orElseThrow().routes().getFirst().handler();
    assertEquals("{\"penalty\":true,\"quota\":0}", set("{\"penalty\": true}"));
    assertEquals("{\"penalty\":true,\"quota\":2}", set("{\"quota\": 2}"));
    for (var wrong : List.of("", "[", "{\"quota\":-1}", "{\"quota\":1e9}", "{\"quota\":\"2\"}", "{\"penalty\":1}",
        "{\"penalty\":true,\"quota\":1.5}")) {
      assertEquals(400, rules.handle(Request.json("POST", "/sandbox/gateway/rules", wrong)).status(), wrong);
    }
    assertEquals("{\"penalty\":true,\"quota\":2}", set("{}"));
    test.gateway.sandbox().orElseThrow().reset();
    assertEquals("{\"penalty\":false,\"quota\":0}", set("{}"));
  }

  private String set(String body) {
    return test.gateway.sandbox().orElseThrow().routes().getFirst().handler()
        .handle(Request.json("POST", "/sandbox/gateway/rules", body)).text();
  }

  @Test
  void aResetTakesMilliseconds() {
    var sandbox = test.gateway.sandbox().orElseThrow();
    sandbox.reset();
    long from = System.nanoTime();
    sandbox.reset();
    assertTrue(System.nanoTime() - from < TimeUnit.SECONDS.toNanos(1), (System.nanoTime() - from) / 1_000 + " us");
    assertEquals(200, test.ask(id, secret).status());
  }
}
