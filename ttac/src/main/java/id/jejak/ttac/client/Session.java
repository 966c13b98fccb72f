package id.jejak.ttac.client;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.TtacOperations;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The token, shared by all threads; one of them logs in at a time.
 *
 * <p>No answer says when a token ends. A login gives the current token while more than three days are left to it, else
 * a new one. So right after a login three days are certain, and a token that replaced another one since the last login
 * is younger than that login, which makes thirty days from there certain. Hence: while only three days are certain the
 * token is asked for again once a day; once more is certain, when three days of it remain. Thread-safe.
 */
final class Session {
  /**
   * A token held.
   *
   * @param askedAt the login that gave it last
   * @param sureUntil it lives at least until then, by the document's rules
   * @param askAgain when to log in again
   */
  private record Lease(Secret token, Instant askedAt, Instant sureUntil, Instant askAgain) {}

  private final Wire wire;
  private final Credentials credentials;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Lease lease;

  Session(Wire wire, Credentials credentials, InstantSource clock) {
    this.wire = wire;
    this.credentials = credentials;
    this.clock = clock;
  }

  /** A token to use now. A renewal that does not work out leaves the old one in use. */
  Answer<Secret> token() {
    var held = lease;
    if (held != null && (clock.instant().isBefore(held.askAgain()) || !turn.tryLock())) {
      return new Answer.Done<>(held.token()); // when another thread is renewing it, it is still good
    }
    if (held == null) {
      turn.lock();
    }
    try {
      var now = clock.instant();
      var known = lease;
      if (known != null && now.isBefore(known.askAgain())) {
        return new Answer.Done<>(known.token());
      }
      var answer = login();
      if (known != null && !(answer instanceof Answer.Done<Told>)) {
        lease = new Lease(known.token(), known.askedAt(), known.sureUntil(), now.plus(ClientLimits.RENEWAL_PAUSE));
        return new Answer.Done<>(known.token());
      }
      return answer.map(Session::tokenOf);
    } finally {
      turn.unlock();
    }
  }

  /** Another token than one that was refused. */
  Answer<Secret> insteadOf(Secret refused) {
    turn.lock();
    try {
      var held = lease;
      if (held != null && !held.token().equals(refused)) {
        return new Answer.Done<>(held.token());
      }
      lease = null;
      return login().map(Session::tokenOf);
    } finally {
      turn.unlock();
    }
  }

  /** Logs in now. */
  Answer<Profile> profile() {
    turn.lock();
    try {
      return login().map(told -> Profile.of(told.data()));
    } finally {
      turn.unlock();
    }
  }

  private Answer<Told> login() {
    var answer = wire.read(TtacOperations.LOGIN,
        Map.of("email", credentials.email(), "password", credentials.password().reveal()));
    if (answer instanceof Answer.Done<Told>(var told, _)) {
      var token = tokenOf(told);
      if (token.reveal().isEmpty()) {
        return Wire.later(ClientLimits.WAIT, "a login without a token");
      }
      lease = lease(token, lease, clock.instant());
    }
    return answer;
  }

  private static Lease lease(Secret token, @Nullable Lease before, Instant now) {
    var sure = now.plus(Limits.TOKEN_NOTICE);
    if (before != null) {
      sure = later(sure, before.token().equals(token) ? before.sureUntil()
          : before.askedAt().plus(Limits.TOKEN_LIFE));
    }
    return new Lease(token, now, sure,
        later(now.plus(ClientLimits.TOKEN_ASKED), sure.minus(Limits.TOKEN_NOTICE)));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Secret tokenOf(Told told) {
    return new Secret(Fields.text(told.data().path("user"), "token"));
  }
}
