package id.jejak.ttac.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Tokens;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.store.AccountStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns a token into its caller. A good token is remembered for half a minute, so that a busy caller costs no
 * look-up; a bad one never is. Thread-safe.
 */
final class Sessions {
  private static final Duration REMEMBERED = Duration.ofSeconds(30);
  private static final int MOST = 20_000;

  private record Seen(Caller caller, long nanos) {}

  private final Db db;
  private final AccountStore accounts;
  private final InstantSource clock;
  private final ConcurrentHashMap<String, Seen> seen = new ConcurrentHashMap<>();

  Sessions(Db db, AccountStore accounts, InstantSource clock) {
    this.db = db;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * The caller of a request.
   *
   * @throws Stop with E990 when the token is missing, with E003 when it is unknown, expired or revoked
   */
  Caller caller(Params params) {
    var token = params.text("token", Limits.TEXT_LENGTH);
    var known = seen.get(token);
    var caller = known != null && System.nanoTime() - known.nanos() < REMEMBERED.toNanos()
        ? known.caller() : look(token);
    if (!clock.instant().isBefore(caller.tokenEnds())) {
      throw Stop.with(Code.E003);
    }
    return caller;
  }

  /** Forgets every token, as after a reset. */
  void forget() {
    seen.clear();
  }

  private Caller look(String token) {
    var holder = db.read(handle -> accounts.holder(handle, Tokens.hash(token)))
        .orElseThrow(() -> Stop.with(Code.E003));
    var caller = new Caller(holder.account(), holder.sarana(), holder.expiresAt());
    if (seen.size() >= MOST) {
      seen.clear();
    }
    seen.put(token, new Seen(caller, System.nanoTime()));
    return caller;
  }
}
