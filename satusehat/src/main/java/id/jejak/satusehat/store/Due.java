package id.jejak.satusehat.store;

/**
 * Work that comes due by itself.
 *
 * @param rid the resource it is about
 * @param due microseconds since 1970
 */
public record Due(long id, Kind kind, long rid, long due) {
  /** What is to be done. */
  public enum Kind {
    /** Give a prescription its national number. */
    NUMBER,
    /** Add a dispense to its prescription's document. */
    RELATE
  }
}
