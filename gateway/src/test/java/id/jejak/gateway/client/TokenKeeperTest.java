package id.jejak.gateway.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.gateway.TestGateway;
import id.jejak.gateway.contract.Fault;
import id.jejak.gateway.contract.TokenRefusal;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Filter;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The token over hours, between threads, on bad lines, against the real gateway; faults are filters. */
class TokenKeeperTest {
  private static final Filter UNREACHED = (_, _) -> {
    throw new NoAnswer(false, "planned", new IOException("planned"));
  };
  private static final Filter LOST = (request, next) -> {
    next.handle(request);
    throw new NoAnswer(true, "planned", new IOException("planned"));
  };
  private static final Filter PAGE_403 = (_, _) -> Response.of(403, "text/html; charset=UTF-8", "403 Forbidden");
  private static final Filter PAGE_502 = (_, _) -> Response.of(502, "text/html", "<html>Bad Gateway</html>");
  private static final Filter PAGE_200 = (_, _) -> Response.of(200, "text/html", "<html>Welcome</html>");
  private static final Filter NO_UPSTREAM = (_, _) -> Response.of(503, "text/plain", "no healthy upstream");
  private static final Filter INVALID_CLIENT = (_, _) -> Response.json(401,
      "{\"ErrorCode\" : \"invalid_client\", \"Error\" :\"ClientId is Invalid\"}");
  private static final Filter SHORT = (_, _) ->
      Response.json(200, "{\"access_token\":\"short\",\"expires_in\":\"60\"}");

  private final TestGateway test = new TestGateway();
  private final ArrayDeque<Filter> faults = new ArrayDeque<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger reached = new AtomicInteger();
  private final Handler line = request -> {
    asked.incrementAndGet();
    Filter fault;
    synchronized (faults) {
      fault = faults.isEmpty() ? (one, next) -> next.handle(one) : faults.poll();
    }
    return fault.apply(request, test.handler);
  };
  private final Handler behind = test.gateway.bearers().guard(Fault.KEYMANAGEMENT_INVALID_ACCESS_TOKEN,
      (Request _) -> Response.of(200, "text/plain", "answer " + reached.incrementAndGet()));
  private final TokenKeeper keeper = keeper(test.client(0).path("client_secret").asString());

  private TokenKeeper keeper(String secret) {
    return new TokenKeeper(line,
        new ClientCredentials(test.client(0).path("client_id").asString(), new Secret(secret)), test.clock);
  }

  private String held() {
    return assertInstanceOf(Done.class, keeper.token()).value() instanceof Secret(var token) ? token : "";
  }

  private Answer<Response> send() {
    return keeper.send(behind, Request.get("/kfa/atc"));
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aTokenIsAskedForOnceAndRenewedBeforeItDies() {
    for (int minute = 0; minute < 24 * 60; minute++) {
      assertInstanceOf(Done.class, send());
      test.clock.advance(Duration.ofMinutes(1));
    }
    assertEquals(24 * 60, reached.get(), "no request was refused and sent again");
    assertTrue(asked.get() <= 26, asked + " tokens in a day");
  }

  @Test
  void oneThreadAsksForAll() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Object> call = keeper::token;
      var tokens = new HashSet<Object>();
      for (var answer : threads.invokeAll(Stream.generate(() -> call).limit(50).toList())) {
        tokens.add(answer.get());
      }
      assertEquals(1, tokens.size());
    }
    assertEquals(1, asked.get());
  }

  @Test
  void aTokenThatIsNotAcceptedIsReplacedAndTheRequestSentAgain() {
    var before = held();
    test.gateway.sandbox().orElseThrow().reset();
    assertEquals("answer 1", assertInstanceOf(Response.class, assertInstanceOf(Done.class, send()).value()).text());
    assertNotEquals(before, held());
    assertEquals(2, asked.get());
  }

  @Test
  void whoRefusesEveryTokenIsNotAskedForeverForNewOnes() {
    Handler never = request -> Fault.NO_API_PRODUCT.response();
    assertInstanceOf(Refused.class, keeper.send(never, Request.get("/kfa/atc")));
    assertEquals(2, asked.get());
    for (int i = 0; i < 10; i++) {
      assertInstanceOf(Later.class, keeper.send(never, Request.get("/kfa/atc")));
    }
    assertEquals(2, asked.get());
    test.clock.advance(TokenLimits.AFTER_A_REFUSAL);
    assertInstanceOf(Refused.class, keeper.send(never, Request.get("/kfa/atc")));
    assertEquals(3, asked.get());
  }

  @Test
  void aWrongSecretIsRefusedAndNotTriedAgainForAMinute() {
    var wrong = keeper("not-the-secret-of-it");
    for (int i = 0; i < 10; i++) {
      var refused = assertInstanceOf(Refused.class, wrong.token());
      assertEquals("401", refused.code());
      assertEquals(TokenRefusal.UNACCEPTABLE.text(), refused.message());
    }
    assertEquals(1, asked.get());
    test.clock.advance(TokenLimits.AFTER_A_REFUSAL);
    assertInstanceOf(Refused.class, wrong.token());
    assertEquals(2, asked.get());
  }

  @Test
  void otherRefusalsSpeakForThemselves() {
    faults.addAll(List.of(INVALID_CLIENT, PAGE_403));
    assertEquals(new Refused<>("401", "ClientId is Invalid"), keeper.token());
    test.clock.advance(TokenLimits.AFTER_A_REFUSAL);
    assertTrue(assertInstanceOf(Refused.class, keeper.token()).message().contains("Indonesia"));
  }

  @Test
  void aBadLineMeansLaterAndThereIsNoHammering() {
    for (var fault : List.of(UNREACHED, LOST, PAGE_502, PAGE_200, NO_UPSTREAM)) {
      faults.add(fault);
      int before = asked.get();
      assertEquals(TokenLimits.WAIT, assertInstanceOf(Later.class, keeper.token()).notBefore());
      test.clock.advance(Duration.ofSeconds(2));
      assertInstanceOf(Later.class, keeper.token());
      assertEquals(before + 1, asked.get());
      test.clock.advance(TokenLimits.WAIT);
    }
    assertInstanceOf(Done.class, keeper.token());
  }

  @Test
  void thePenaltyOfThePlatformIsWaitedFor() {
    var rules = test.gateway.sandbox().orElseThrow().routes().getFirst().handler();
    rules.handle(Request.json("POST", "/sandbox/gateway/rules", "{\"penalty\":true}"));
    test.ask(test.client(0).path("client_id").asString(), "somebody else's mistake");
    assertEquals(Duration.ofMinutes(1), assertInstanceOf(Later.class, keeper.token()).notBefore());
    test.clock.advance(Duration.ofSeconds(50));
    assertTrue(assertInstanceOf(Later.class, keeper.token()).notBefore().compareTo(Duration.ofSeconds(11)) < 0);
    assertEquals(1, asked.get());
    test.clock.advance(Duration.ofSeconds(11));
    assertInstanceOf(Done.class, keeper.token());
  }

  @Test
  void aRenewalThatFailsLeavesTheTokenInUseUntilItsEnd() {
    var token = held();
    test.clock.advance(Duration.ofSeconds(3_500));
    faults.addAll(List.of(UNREACHED, PAGE_502));
    assertEquals(token, held());
    assertEquals(token, held());
    assertEquals(2, asked.get(), "not tried again at once");
    test.clock.advance(TokenLimits.WAIT);
    assertEquals(token, held());
    assertEquals(3, asked.get());
    test.clock.advance(TokenLimits.WAIT);
    assertNotEquals(token, held());
  }

  @Test
  void aShortTokenIsRenewedAtHalfItsLife() {
    faults.add(SHORT);
    assertEquals("short", held());
    test.clock.advance(Duration.ofSeconds(29));
    assertEquals("short", held());
    test.clock.advance(Duration.ofSeconds(1));
    assertNotEquals("short", held());
  }

  @Test
  void theCallersOwnLineIsTheCallersBusiness() {
    assertThrows(NoAnswer.class, () -> keeper.send(request -> LOST.apply(request, behind), Request.get("/kfa/atc")));
    assertEquals(1, reached.get());
  }

  @Test
  void nothingPrintsASecret() {
    assertFalse(new ClientCredentials("id", new Secret("word")).toString().contains("id"));
    assertFalse(keeper.token().toString().contains(held()));
    assertThrows(IllegalArgumentException.class, () -> new ClientCredentials(" ", new Secret("word")));
    assertThrows(IllegalArgumentException.class, () -> new ClientCredentials("id", new Secret("")));
  }
}
