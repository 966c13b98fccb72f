package id.jejak.satusehat.store;

import id.jejak.kernel.db.Emptying;
import org.jdbi.v3.core.Handle;

/** Clears everything, and knows whether there is anything. Stateless, thread-safe. */
public final class WorldStore {
  /** True when nothing was kept yet. */
  public boolean empty(Handle tx) {
    return !tx.createQuery("select exists (select from satusehat.resource)").mapTo(boolean.class).one();
  }

  /** Removes every row, but for the signing key. */
  public void clear(Handle tx) {
    Emptying.of(tx, "satusehat.resource", "satusehat.history", "satusehat.term", "satusehat.word", "satusehat.nrn",
        "satusehat.job", "satusehat.notice", "satusehat.optout", "satusehat.gone", "satusehat.eresep_user");
  }
}
