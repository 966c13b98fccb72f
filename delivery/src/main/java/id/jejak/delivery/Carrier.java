package id.jejak.delivery;

import java.util.Optional;

/** Carries parcels to one remote, with its typed client. Thread-safe; throws nothing for what a remote may do. */
public interface Carrier {
  /** The remote's name, as in {@link Parcel#remote}. */
  String remote();

  /** Sends it. */
  Carried carry(Parcel parcel);

  /**
   * Looks at the remote whether a parcel that was sent without an answer is there.
   *
   * @return {@code Done} when it is, {@code Refused} when it never can be; empty when it certainly is not there, and may be
   *     sent again; {@code Later} or {@code Unknown} when the remote cannot say now
   */
  Optional<Carried> lookFor(Parcel parcel);
}
