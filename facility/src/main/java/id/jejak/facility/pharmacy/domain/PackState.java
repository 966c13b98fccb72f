package id.jejak.facility.pharmacy.domain;

/** Where a pack stands in its life here. The number is what is stored. */
public enum PackState {
  /** May be dispensed. */
  SHELF(1),
  /** Kept apart until somebody decides. */
  QUARANTINE(2),
  /** Partly dispensed. */
  OPENED(3),
  /** Nothing is left in it. */
  USED(4),
  /** Sent or given back to another facility. */
  SENT(5),
  /** Not found when the stock was counted. */
  MISSING(6);

  private final int number;

  PackState(int number) {
    this.number = number;
  }

  /** As stored. */
  public int number() {
    return number;
  }

  /** The state with this number. */
  public static PackState of(int number) {
    for (var state : values()) {
      if (state.number == number) {
        return state;
      }
    }
    throw new IllegalArgumentException("no state of a pack has the number " + number);
  }

  /** True when it is in the facility's hands. */
  public boolean here() {
    return this == SHELF || this == QUARANTINE || this == OPENED;
  }
}
