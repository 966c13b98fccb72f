package id.jejak.gateway.domain;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests each client made in the minute that runs. Takes no lock; holds one number for each client that has
 * asked, and clients are few. Thread-safe.
 */
public final class Quota {
  private static final int COUNT_BITS = 32;

  private final int usual;
  private volatile long most;
  private final ConcurrentHashMap<String, AtomicLong> counted = new ConcurrentHashMap<>();

  /**
   * A quota.
   *
   * @param most requests of one client in one minute of the clock; 0 for no bound
   */
  public Quota(int most) {
    this.usual = most;
    this.most = most;
  }

  /** Another bound, from the next request on until all is forgotten. */
  public void set(int other) {
    most = other;
  }

  /** The bound that holds at present; 0 for none. */
  public int most() {
    return (int) most;
  }

  /** Counts a request; false when the client had its fill in this minute already. */
  public boolean admits(String client, Instant now) {
    long bound = most;
    if (bound == 0) {
      return true;
    }
    long minute = now.getEpochSecond() / 60 << COUNT_BITS;
    var count = counted.computeIfAbsent(client, _ -> new AtomicLong());
    long after = count.updateAndGet(before -> before >>> COUNT_BITS == minute >>> COUNT_BITS
        ? Math.min(before + 1, minute + bound + 1) : minute + 1);
    return after - minute <= bound;
  }

  /** Forgets all counts, and that another bound was set, as after a reset. */
  public void forget() {
    most = usual;
    counted.clear();
  }
}
