package id.jejak.delivery;

import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.util.Optional;
import java.util.Set;

/**
 * The gate before delivery's desk. Delivery knows no facility's software, so whoever has staff and sessions puts them here.
 * Thread-safe.
 */
@FunctionalInterface
public interface Callers {
  /** Whoever asks is let in, and is nobody: for tests. */
  Callers ANYBODY = (_, behind) -> request -> behind.handle(Optional.empty(), request);

  /**
   * Somebody who is logged in.
   *
   * @param name in which things are done; kept in histories
   * @param facilities every name that the caller's own facility has in {@link Parcel#facility}, at least one; nothing of
   *     another one is shown or changed
   */
  record Caller(String name, Set<String> facilities) {
    /** Refuses somebody of no facility: an empty set means all of them elsewhere. */
    public Caller {
      facilities = Set.copyOf(facilities);
      if (facilities.isEmpty()) {
        throw new IllegalArgumentException("a caller belongs to a facility");
      }
    }
  }

  /** A handler that is reached by who may. */
  @FunctionalInterface
  interface Behind {
    /** Answers one request; without a caller everything is shown, and names are taken from the request. */
    Response handle(Optional<Caller> caller, Request request);
  }

  /** A handler behind the gate, for one operation. */
  Handler guard(Operation operation, Behind behind);
}
