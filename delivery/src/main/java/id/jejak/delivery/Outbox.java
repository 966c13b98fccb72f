package id.jejak.delivery;

import org.jdbi.v3.core.Handle;

/** Where parcels are posted. Thread-safe. */
public interface Outbox {
  /**
   * Writes a parcel in the caller's transaction: it is owed when, and only when, that commits.
   *
   * @return its number, rising in the order of posting
   */
  long post(Handle tx, Parcel parcel);
}
