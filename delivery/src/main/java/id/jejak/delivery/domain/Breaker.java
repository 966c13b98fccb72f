package id.jejak.delivery.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keeps off a remote that does not answer. After failures in a row nothing is sent for a while; then one parcel goes
 * ahead, and the others follow when it gets any answer. A refusal is an answer. Immutable.
 *
 * @param failures in a row
 * @param opened how often in a row it opened
 * @param until nothing is sent before; empty when it is closed
 * @param probing the one that goes ahead is under way
 */
public record Breaker(int failures, int opened, Optional<Instant> until, boolean probing) {
  /** Failures in a row that open it. */
  public static final int THRESHOLD = 8;
  /** How long it stays open. */
  public static final Backoff OPEN = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(2));
  /** Closed. */
  public static final Breaker CLOSED = new Breaker(0, 0, Optional.empty(), false);

  /** How many more may be sent. */
  public int admits(Instant now) {
    if (until.isEmpty()) {
      return Integer.MAX_VALUE;
    }
    return probing || now.isBefore(until.get()) ? 0 : 1;
  }

  /** So many were sent. */
  public Breaker sent(int count) {
    return until.isPresent() && count > 0 ? new Breaker(failures, opened, until, true) : this;
  }

  /** There was an answer. */
  public Breaker answered() {
    return CLOSED;
  }

  /** There was none. */
  public Breaker failed(Instant now, RandomGenerator random) {
    if (until.isPresent() && !probing) {
      return this; // sent before it opened: says nothing new
    }
    if (!probing && failures + 1 < THRESHOLD) {
      return new Breaker(failures + 1, opened, until, false);
    }
    return new Breaker(0, opened + 1, Optional.of(now.plus(OPEN.after(opened + 1, random))), false);
  }

  /** Whether it keeps off. */
  public boolean open() {
    return until.isPresent();
  }
}
