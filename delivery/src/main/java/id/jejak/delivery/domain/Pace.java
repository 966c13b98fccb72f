package id.jejak.delivery.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How many parcels are under way to a remote at once: one more for each round that went well, fewer by a third when the
 * remote shows strain. Immutable.
 *
 * @param limit from 1 to {@code most}
 * @param most never more
 * @param eased when it was last made less
 */
public record Pace(double limit, int most, Instant eased) {
  private static final double LESS = 0.66;
  private static final double START = 8;
  /** Strain seen by several that were under way together is one strain. */
  private static final Duration ONCE = Duration.ofSeconds(1);

  /** A start. */
  public static Pace upTo(int most) {
    return new Pace(Math.min(START, most), most, Instant.EPOCH);
  }

  /** How many at once. */
  public int atOnce() {
    return (int) limit;
  }

  /**
   * One went well.
   *
   * @param underWay at that time; a limit that was not used was not tried
   */
  public Pace well(int underWay) {
    return underWay * 2 < limit ? this : new Pace(Math.min(most, limit + 1 / limit), most, eased);
  }

  /** One was turned away or lost. */
  public Pace strained(Instant now) {
    return now.isBefore(eased.plus(ONCE)) && !now.isBefore(eased) ? this
        : new Pace(Math.max(1, limit * LESS), most, now);
  }
}
