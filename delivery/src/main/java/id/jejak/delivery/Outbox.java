package id.jejak.delivery;

import id.jejak.kernel.db.Sql;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Where parcels are posted. Thread-safe. */
public interface Outbox {
  /**
   * Writes a parcel in the caller's transaction: it is owed when, and only when, that commits.
   *
   * @return its number, rising in the order of posting
   */
  long post(Handle tx, Parcel parcel);

  /**
   * The same for whoever writes more in the same round trip.
   *
   * @return what is still to be run in this transaction, in its order, for the parcel to be owed
   */
  default List<Sql.Call> posting(Handle tx, Parcel parcel) {
    post(tx, parcel);
    return List.of();
  }
}
