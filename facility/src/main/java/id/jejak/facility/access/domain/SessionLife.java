package id.jejak.facility.access.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lives.
 *
 * @param idle without a request
 * @param whole however busy it is
 */
public record SessionLife(Duration idle, Duration whole) {
  /** Refuses a life that would end before it begins. */
  public SessionLife {
    if (idle.isNegative() || idle.isZero() || whole.compareTo(idle) < 0) {
      throw new IllegalArgumentException("idle " + idle + " must be above zero and at most the whole life " + whole);
    }
  }

  /** When a session that starts now ends at the latest. */
  public Instant end(Instant now) {
    return now.plus(whole);
  }

  /** Whether a session still lives. */
  public boolean lives(Instant seen, Instant end, Instant now) {
    return now.isBefore(end) && now.isBefore(seen.plus(idle));
  }
}
