package id.jejak.ttac.domain;

/**
 * A unit on its way.
 *
 * @param from the sarana that handed it over
 * @param to the sarana that may receive it
 * @param shipment the event that set it on its way
 */
public record Transit(int from, int to, Kind kind, long shipment) {
  /** Why it is on its way. */
  public enum Kind {
    /** Forward, to a customer. */
    KIRIM,
    /** Back to the previous sender. */
    RETUR,
    /** Called back. */
    RECALL;

    /** The national word, as on the wire. */
    public String word() {
      return switch (this) {
        case KIRIM -> "kirim";
        case RETUR -> "retur";
        case RECALL -> "recall";
      };
    }

    /** The kind of a stored number. */
    public static Kind of(int number) {
      return values()[number];
    }
  }
}
