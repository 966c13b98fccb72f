package id.jejak.gateway.http;

import id.jejak.gateway.contract.Caller;
import id.jejak.gateway.contract.Fault;
import id.jejak.gateway.contract.Limits;
import id.jejak.gateway.domain.Quota;
import id.jejak.gateway.store.TokenStore;
import id.jejak.gateway.store.TokenStore.Holder;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Finds the client of an access token. A good token is remembered for half a minute, so that a busy client costs no
 * look-up; a bad one never is, and what cannot be a token of ours is not even looked up. Takes no lock. Thread-safe.
 */
public final class Door {
  private static final String SCHEME = "Bearer ";
  private static final Duration REMEMBERED = Duration.ofSeconds(30);
  private static final int MOST = 20_000;

  private record Seen(Caller caller, Instant endsAt, long nanos) {}

  private final Db db;
  private final TokenStore tokens;
  private final Quota quota;
  private final InstantSource clock;
  /** Exchanged as a whole: a look-up that began before a reset ends in the map that nobody reads any more. */
  private volatile ConcurrentHashMap<String, Seen> seen = new ConcurrentHashMap<>();

  Door(Db db, TokenStore tokens, Quota quota, InstantSource clock) {
    this.db = db;
    this.tokens = tokens;
    this.quota = quota;
    this.clock = clock;
  }

  /** A handler that is reached only with a good token; see {@code Bearers}. */
  public Handler guard(Fault fault, BiFunction<Caller, Request, Response> behind) {
    return request -> {
      var now = clock.instant();
      var caller = caller(request, now);
      if (caller.isEmpty()) {
        return fault.response();
      }
      if (!quota.admits(caller.get().client(), now)) {
        return Fault.QUOTA_VIOLATION.response();
      }
      return behind.apply(caller.get(), request);
    };
  }

  /** Forgets every token and every count, as after a reset. */
  void forget() {
    seen = new ConcurrentHashMap<>();
    quota.forget();
  }

  private Optional<Caller> caller(Request request, Instant now) {
    var token = request.header("Authorization").map(Door::token).orElse("");
    if (!possible(token)) {
      return Optional.empty();
    }
    var known = seen.get(token);
    var holder = known != null && System.nanoTime() - known.nanos() < REMEMBERED.toNanos()
        ? Optional.of(known) : look(token);
    return holder.filter(one -> now.isBefore(one.endsAt())).map(Seen::caller);
  }

  private Optional<Seen> look(String token) {
    var into = seen;
    var holder = db.read(handle -> tokens.holder(handle, Tokens.hash(token))).map(Door::seen);
    if (into.size() >= MOST) {
      into.clear();
    }
    holder.ifPresent(one -> into.put(token, one));
    return holder;
  }

  private static Seen seen(Holder holder) {
    return new Seen(new Caller(holder.client(), holder.organization()), holder.expiresAt(), System.nanoTime());
  }

  /** The scheme's name has no case; blanks around the token are nobody's intention. */
  private static String token(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).strip() : "";
  }

  private static boolean possible(String token) {
    if (token.length() != Limits.TOKEN_LENGTH) {
      return false;
    }
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
        return false;
      }
    }
    return true;
  }
}
