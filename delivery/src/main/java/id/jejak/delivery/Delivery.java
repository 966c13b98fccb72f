package id.jejak.delivery;

import id.jejak.kernel.part.Part;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Delivery, running. Thread-safe. */
public interface Delivery {
  /** Where parcels are posted. */
  Outbox outbox();

  /** From now on parcels for its remote are given to this carrier; before, they wait. */
  void add(Carrier carrier);

  /** From now on this ledger is reconciled every night. */
  default void add(Ledger ledger) {
    throw new UnsupportedOperationException("this delivery does not reconcile " + ledger.remote());
  }

  /**
   * What parked parcels of a key waited for has come: they are driven again when, and only when, the caller's transaction
   * commits.
   *
   * @param code with which their carrier parked them; others stay
   */
  default void again(Handle tx, String remote, String key, String code) {
    throw new UnsupportedOperationException("this delivery parks nothing of " + key + " with " + code + " for " + remote);
  }

  /**
   * Delivery among parts that run already, for whoever posts.
   *
   * @throws IllegalStateException when it is not among them: it must be started first
   */
  static Delivery among(List<Part> running) {
    return running.stream().filter(Delivery.class::isInstance).map(Delivery.class::cast).findFirst().orElseThrow(
        () -> new IllegalStateException("delivery must be started before who posts to it"));
  }
}
