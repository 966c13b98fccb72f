package id.jejak.delivery.domain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: twice as long each time, and each time somewhere between half of it and all, so that
 * those who failed together do not come back together.
 *
 * @param first after the first failure, at the most
 * @param most never longer
 */
public record Backoff(Duration first, Duration most) {
  private static final int DOUBLINGS = 30;

  /** Refuses waits that are none. */
  public Backoff {
    if (first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
      throw new IllegalArgumentException("waits from " + first + " to " + most);
    }
  }

  /**
   * The wait.
   *
   * @param failures in a row, at least one
   */
  public Duration after(int failures, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(failures - 1, DOUBLINGS);
    long full = doubled <= 0 ? most.toMillis() : Math.min(doubled, most.toMillis());
    return Duration.ofMillis(full - full / 2 + (full / 2 > 0 ? random.nextLong(full / 2 + 1) : 0));
  }
}
