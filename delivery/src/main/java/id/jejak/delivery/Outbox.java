package id.jejak.delivery;

import id.jejak.kernel.db.Sql;
import java.time.Duration;
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
   * @param rest how long it need not be tried, since nothing can come of it before; later ones of its key wait as long
   * @return what is still to be run in this transaction, in its order, for the parcel to be owed
   */
  default List<Sql.Call> posting(Handle tx, Parcel parcel, Duration rest) {
    post(tx, parcel);
    return List.of();
  }

  /** The same of a parcel that is tried at once. */
  default List<Sql.Call> posting(Handle tx, Parcel parcel) {
    return posting(tx, parcel, Duration.ZERO);
  }
}
