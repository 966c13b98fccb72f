package id.jejak.facility.access.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Logins that were sent to the identity provider and have not come back. Stateless, thread-safe. */
public final class OidcStore {
  /**
   * One of them.
   *
   * @param nonce that the id token must carry
   * @param verifier of the code challenge
   * @param browser hash of what the browser must bring back
   */
  public record Attempt(String nonce, String verifier, byte[] browser) {}

  /** Keeps one under the hash of its state. */
  public void add(Handle tx, byte[] state, Attempt attempt, Instant end) {
    tx.createUpdate("""
            insert into access.oidc_attempt (state, nonce, verifier, browser, ends_at)
            values (:state, :nonce, :verifier, :browser, :end)
            """).bind("state", state).bind("nonce", attempt.nonce()).bind("verifier", attempt.verifier())
        .bind("browser", attempt.browser()).bind("end", end).execute();
  }

  /** Takes one away: it can be used once. */
  public Optional<Attempt> take(Handle tx, byte[] state, Instant now) {
    return tx.createQuery("""
            delete from access.oidc_attempt
             where state = :state
               and ends_at > :now
            returning nonce, verifier, browser
            """).bind("state", state).bind("now", now)
        .map((row, _) -> new Attempt(row.getString("nonce"), row.getString("verifier"), row.getBytes("browser")))
        .findOne();
  }
}
