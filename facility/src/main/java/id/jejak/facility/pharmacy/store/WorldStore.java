package id.jejak.facility.pharmacy.store;

import id.jejak.kernel.db.Emptying;
import org.jdbi.v3.core.Handle;

/** Clears everything, and says whether anything is there. Stateless, thread-safe. */
public final class WorldStore {
  /** True when no pack is known. */
  public boolean empty(Handle tx) {
    return !tx.createQuery("select exists (select from facility.pack)").mapTo(boolean.class).one();
  }

  /** Removes every row but the gate. */
  public void clear(Handle tx) {
    Emptying.of(tx, "facility.product", "facility.price", "facility.lot", "facility.pack", "facility.movement",
        "facility.moved", "facility.prescription", "facility.line", "facility.compound", "facility.dispense",
        "facility.portion", "facility.allergy", "facility.recall", "facility.contact_list", "facility.scan",
        "facility.favourite", "facility.takeback", "facility.takeback_portion");
  }
}
