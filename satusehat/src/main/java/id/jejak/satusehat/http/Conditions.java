package id.jejak.satusehat.http;

import id.jejak.gateway.contract.Caller;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.Stored;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Finds the one resource that a conditional write means. Whoever asks by the same condition waits until the transaction
 * ends, so of many who write at once only one finds nothing. Thread-safe.
 */
final class Conditions {
  private final ResourceStore store;
  private final Searching searching;

  Conditions(ResourceStore store, Searching searching) {
    this.store = store;
    this.searching = searching;
  }

  /** The one that is meant, empty when there is none; stops when there are several, or it may not be seen. */
  Optional<Stored> one(Handle tx, Caller caller, String type, String condition) {
    store.alone(tx, Hashes.term("condition", type, condition));
    var found = searching.matching(tx, caller, type, condition);
    if (found.size() > 1) {
      throw new Stop(Refusals.multiple(type));
    }
    if (found.stream().anyMatch(Stored::hidden)) {
      throw new Stop(Refusals.forbidden());
    }
    return found.stream().findFirst();
  }
}
