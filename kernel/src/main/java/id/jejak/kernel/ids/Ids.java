package id.jejak.kernel.ids;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes 63-bit ids that rise with time: milliseconds since 2025, ten bits of node, twelve bits of count.
 *
 * <p>Made by the application, so that rows can refer to each other before any round trip; rising, so that
 * index inserts stay at the right edge. They follow the machine's clock, never the sandbox's. Thread-safe.
 */
public final class Ids {
  private static final long EPOCH_MILLIS = 1_735_689_600_000L;
  private static final int NODES = 1024;
  private static final int PER_MILLI = 4096;

  private final InstantSource machine;
  private final long node;
  /** Milliseconds and count in one number, so that one compare-and-set takes the next id. */
  private final AtomicLong last = new AtomicLong();

  /**
   * Ids of one node.
   *
   * @param node tells nodes on one database apart, 0 to 1023
   */
  public Ids(InstantSource machine, int node) {
    if (node < 0 || node >= NODES) {
      throw new IllegalArgumentException("node must be from 0 to " + (NODES - 1) + ": " + node);
    }
    this.machine = machine;
    this.node = node;
  }

  /** The next id; may run ahead of the clock for a moment when many are taken at once. */
  public long next() {
    long now = (machine.millis() - EPOCH_MILLIS) * PER_MILLI;
    long taken = last.updateAndGet(before -> Math.max(before + 1, now));
    return taken / PER_MILLI << 22 | node << 12 | taken % PER_MILLI;
  }
}
