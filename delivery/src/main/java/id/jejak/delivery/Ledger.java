package id.jejak.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a wing knows of a day that a remote should know too, and what the remote shows of it: the two sides of the
 * nightly reconciliation. Thread-safe; may take its time.
 */
public interface Ledger {
  /** The remote's name, as in {@link Parcel#remote}. */
  String remote();

  /** The wing's own truth of a day of service, Jakarta time, from the wing's tables and not from what was posted. */
  List<Entry> here(LocalDate day);

  /** The same day read back from the remote; empty when it cannot say now, and is asked again later. */
  Optional<List<Entry>> there(LocalDate day);

  /** Key of the parcels that tell an entry, where many entries are told in one line; the entry's own elsewhere. */
  default String parcelKey(Entry entry) {
    return entry.key();
  }

  /**
   * One thing that both sides should agree about.
   *
   * @param key as the parcel's that told it, unless {@link #parcelKey} says otherwise
   * @param kind as the parcel's that told it
   * @param said what is to be the same on both sides, in one form; a hash where it is personal, since it is kept and
   *     shown
   */
  record Entry(String facility, String key, String kind, String said) {}
}
