package id.jejak.antrean.domain;

/**
 * Places of one session: two counters that do not help each other out.
 *
 * @param capacity places, 0 or more
 * @param taken of them, not above
 */
public record Quota(int capacity, int taken) {
  /** Refuses places that cannot be. */
  public Quota {
    if (capacity < 0 || taken < 0 || taken > capacity) {
      throw new IllegalArgumentException("quota of " + capacity + " with " + taken + " taken");
    }
  }

  /** Free places. */
  public int left() {
    return capacity - taken;
  }

  /** Whether one more fits. */
  public boolean open() {
    return taken < capacity;
  }

  /** One more taken. */
  public Quota take() {
    return new Quota(capacity, taken + 1);
  }

  /** One given back. */
  public Quota giveBack() {
    return new Quota(capacity, taken - 1);
  }
}
