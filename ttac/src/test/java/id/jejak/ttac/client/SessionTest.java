package id.jejak.ttac.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Filter;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.RetryAfter;
import id.jejak.kernel.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The token, over months and between threads, against a server that follows the document's rules for it. */
class SessionTest {
  private final SettableClock clock = new SettableClock(InstantSource.fixed(Instant.parse("2026-11-22T00:00:00Z")));
  private final Faults faults = new Faults();
  private final List<Instant> tokens = new ArrayList<>();
  private final TtacClient client = new TtacClient(faults.around(this::serve),
      new Credentials("a@b.example", new Secret("rahasia")), ClientSettings.asDocumented(), clock);

  /** Gives the current token while more than three days are left to it; knows a token by its number. */
  private synchronized Response serve(id.jejak.kernel.http.Request request) {
    if (request.path().endsWith("/auth/login")) {
      if (tokens.isEmpty() || !tokens.getLast().isAfter(clock.instant().plus(Duration.ofDays(3)))) {
        tokens.add(clock.instant().plus(Duration.ofDays(30)));
      }
      return Response.json(200, """
          {"status": true, "statusCode": "E000", "message": "", "data": {"user": {"token": "T%d"}}}
          """.formatted(tokens.size() - 1));
    }
    var text = new String(request.body().bytes(10_000), java.nio.charset.StandardCharsets.UTF_8);
    int token = Integer.parseInt(text.replaceAll("(?s).*\"token\":\"T(\\d+)\".*", "$1"));
    return Response.json(200, clock.instant().isBefore(tokens.get(token))
        ? "{\"status\":true,\"statusCode\":\"E000\",\"message\":\"\",\"data\":null}"
        : "{\"status\":false,\"statusCode\":\"E003\",\"message\":\"User token mismatch!\",\"data\":null}");
  }

  @Test
  void aTokenIsRenewedBeforeItDiesHoweverOldItWasAtTheStart() {
    for (int age = 0; age < 27; age++) {
      tokens.clear();
      tokens.add(clock.instant().plus(Duration.ofDays(30 - age)));
      faults.clear();
      var late = new TtacClient(faults.around(this::serve), new Credentials("a@b.example", new Secret("r")),
          ClientSettings.asDocumented(), clock);
      for (int hour = 0; hour < 24 * 100; hour += 5) {
        assertInstanceOf(Done.class, late.targets(Optional.empty(), 0, 1));
        clock.advance(Duration.ofHours(5));
      }
      assertEquals(480, faults.seen().size(), "no call was refused and repeated");
      assertEquals(true, faults.logins() < 60, faults.logins() + " logins in 100 days");
    }
  }

  @Test
  void oneThreadLogsInForAll() throws InterruptedException, ExecutionException {
    Filter slow = (request, next) -> {
      Thread.yield();
      return next.handle(request);
    };
    faults.planLogins(slow);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Object> call = () -> client.targets(Optional.empty(), 0, 1);
      var kinds = new HashSet<Class<?>>();
      for (Future<Object> answer : threads.invokeAll(Stream.generate(() -> call).limit(50).toList())) {
        kinds.add(answer.get().getClass());
      }
      assertEquals(java.util.Set.of(Done.class), kinds);
    }
    assertEquals(1, faults.logins());
  }

  @Test
  void aRenewalThatFailsLeavesTheTokenInUse() {
    assertInstanceOf(Done.class, client.targets(Optional.empty(), 0, 1));
    clock.advance(Duration.ofDays(1));
    faults.planLogins(Faults.PAGE_502, Faults.CUT);
    assertInstanceOf(Done.class, client.targets(Optional.empty(), 0, 1));
    assertInstanceOf(Done.class, client.targets(Optional.empty(), 0, 1));
    assertEquals(2, faults.logins(), "not tried again at once");
    clock.advance(ClientLimits.RENEWAL_PAUSE);
    assertInstanceOf(Done.class, client.targets(Optional.empty(), 0, 1));
    assertEquals(3, faults.logins());
  }

  @Test
  void retryAfterIsReadAsSecondsAndAsDateWithinBounds() {
    assertEquals(Optional.of(Duration.ofSeconds(120)), RetryAfter.read(" 120 ", clock, ClientLimits.LONGEST_WAIT));
    assertEquals(Optional.of(Duration.ofMinutes(2)), RetryAfter.read("Sun, 22 Nov 2026 00:02:00 GMT", clock, ClientLimits.LONGEST_WAIT));
    assertEquals(Optional.of(Duration.ZERO), RetryAfter.read("Sat, 21 Nov 2026 00:02:00 GMT", clock, ClientLimits.LONGEST_WAIT));
    assertEquals(Optional.of(ClientLimits.LONGEST_WAIT), RetryAfter.read("99999999999999", clock, ClientLimits.LONGEST_WAIT));
    assertEquals(Optional.empty(), RetryAfter.read("soon", clock, ClientLimits.LONGEST_WAIT));
    assertEquals(Optional.empty(), RetryAfter.read("", clock, ClientLimits.LONGEST_WAIT));
  }
}
