package id.jejak.gateway.client;

import id.jejak.gateway.client.TokenWire.Granted;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The access token, shared by all threads and all typed clients of one client id; one thread asks for it at a time.
 *
 * <p>A token is renewed shortly before its end, by one thread while the others go on with the old one. After a failure
 * nobody asks again until its wait is over: the platform makes a client wait a minute after each failed request, so a
 * program with a wrong secret must not keep itself locked out. Times are measured on the caller's clock from the moment
 * of asking, since the gateway's clock may be another. Thread-safe.
 */
public final class TokenKeeper {
  /**
   * A token held.
   *
   * @param endsAt it is good until then
   * @param renewAt when to ask for the next
   */
  private record Lease(Secret token, Instant endsAt, Instant renewAt) {}

  /** A failure, and until when it is answered without asking again. */
  private record Failure(Answer<Secret> answer, Instant until) {}

  private final TokenWire wire;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Lease lease;
  private volatile @Nullable Failure failure;
  private Instant lastForced = Instant.MIN;

  /**
   * A keeper.
   *
   * @param transport to the address of the gateway, which may be another than that of the systems behind it
   */
  public TokenKeeper(Handler transport, ClientCredentials credentials, InstantSource clock) {
    this.wire = new TokenWire(transport, credentials, clock);
    this.clock = clock;
  }

  /**
   * A token to use now: {@code Refused} when the credentials are not accepted, {@code Later} when the gateway asks to
   * wait or gives no readable answer. A renewal that does not work out leaves the old one in use until its end.
   */
  public Answer<Secret> token() {
    var held = good(clock.instant());
    if (held != null && (clock.instant().isBefore(held.renewAt()) || !turn.tryLock())) {
      return new Answer.Done<>(held.token()); // when another thread is renewing it, it is still good
    }
    if (held == null) {
      turn.lock();
    }
    try {
      var now = clock.instant();
      var known = good(now);
      if (known != null && now.isBefore(known.renewAt())) {
        return new Answer.Done<>(known.token());
      }
      var answer = ask(now);
      return known != null && !(answer instanceof Answer.Done<Secret>) ? new Answer.Done<>(known.token()) : answer;
    } finally {
      turn.unlock();
    }
  }

  /**
   * Sends a request with a token. When the token is not accepted, as after a restart of the other side, the request is
   * sent once more with another one: it did not reach what stands behind the gateway.
   *
   * @param transport to the system behind the gateway
   * @return {@code Done} with any other answer than 401; what {@link #token} says where there is no token
   * @throws id.jejak.kernel.http.NoAnswer as the transport does: the caller knows whether the request may be repeated
   */
  public Answer<Response> send(Handler transport, Request request) {
    return switch (token()) {
      case Answer.Done<Secret>(var token, _) -> {
        var response = transport.handle(bearing(request, token));
        yield response.status() == 401 ? again(transport, request, token) : new Answer.Done<>(response);
      }
      case Answer.Refused<Secret>(var code, var message) -> new Answer.Refused<>(code, message);
      case Answer.Later<Secret>(var notBefore, var why) -> new Answer.Later<>(notBefore, why);
      case Answer.Unknown<Secret>(var why) -> new Answer.Unknown<>(why);
    };
  }

  private Answer<Response> again(Handler transport, Request request, Secret refused) {
    return switch (insteadOf(refused)) {
      case Answer.Done<Secret>(var token, _) -> {
        var response = transport.handle(bearing(request, token));
        yield response.status() == 401
            ? new Answer.Refused<>("401", "a fresh token is not accepted: is this client granted what it asks for?")
            : new Answer.Done<>(response);
      }
      case Answer.Refused<Secret>(var code, var message) -> new Answer.Refused<>(code, message);
      case Answer.Later<Secret>(var notBefore, var why) -> new Answer.Later<>(notBefore, why);
      case Answer.Unknown<Secret>(var why) -> new Answer.Unknown<>(why);
    };
  }

  /** Another token than one that was not accepted; asked for at most once a minute, whoever refuses them. */
  private Answer<Secret> insteadOf(Secret refused) {
    turn.lock();
    try {
      var now = clock.instant();
      var held = lease;
      if (held != null && !held.token().equals(refused)) {
        return new Answer.Done<>(held.token());
      }
      if (now.isBefore(lastForced.plus(TokenLimits.AFTER_A_REFUSAL)) && !now.isBefore(lastForced)) {
        return new Answer.Later<>(Duration.between(now, lastForced.plus(TokenLimits.AFTER_A_REFUSAL)),
            "tokens are not accepted, and another one was asked for a moment ago");
      }
      lastForced = now;
      lease = null;
      return ask(now);
    } finally {
      turn.unlock();
    }
  }

  /** The token held, unless it is at its end. */
  private @Nullable Lease good(Instant now) {
    var held = lease;
    return held != null && now.isBefore(held.endsAt()) ? held : null;
  }

  /** Asks, unless the last failure is too fresh. Under the lock. */
  private Answer<Secret> ask(Instant now) {
    var failed = failure;
    if (failed != null && now.isBefore(failed.until())) {
      return failed.answer() instanceof Answer.Later<Secret>(_, var why)
          ? new Answer.Later<>(Duration.between(now, failed.until()), why) : failed.answer();
    }
    var answer = wire.ask();
    failure = switch (answer) {
      case Answer.Done<Granted>(var granted, _) -> {
        lease = lease(granted, now);
        yield null;
      }
      case Answer.Refused<Granted> _ -> new Failure(answer.map(Granted::token), now.plus(TokenLimits.AFTER_A_REFUSAL));
      case Answer.Later<Granted>(var notBefore, _) -> new Failure(answer.map(Granted::token), now.plus(notBefore));
      case Answer.Unknown<Granted> _ -> new Failure(answer.map(Granted::token), now.plus(TokenLimits.WAIT));
    };
    return answer.map(Granted::token);
  }

  private static Lease lease(Granted granted, Instant now) {
    var half = granted.life().dividedBy(2);
    var before = half.compareTo(TokenLimits.RENEWED_BEFORE) < 0 ? half : TokenLimits.RENEWED_BEFORE;
    return new Lease(granted.token(), now.plus(granted.life()), now.plus(granted.life()).minus(before));
  }

  private static Request bearing(Request request, Secret token) {
    return request.plusHeader("Authorization", "Bearer " + token.reveal());
  }
}
