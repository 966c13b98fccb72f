package id.jejak.delivery.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the one thread that waits for it; rung while nobody waits, it wakes the next wait. Thread-safe. */
final class Bell {
  private final Semaphore rings = new Semaphore(0);
  private final Semaphore never = new Semaphore(0);

  void ring() {
    rings.release();
  }

  /** Waits until it rings, or for so long. */
  void await(Duration most) {
    acquire(rings, most);
    rings.drainPermits();
  }

  /** Waits for so long, whatever rings. */
  void pause(Duration span) {
    acquire(never, span);
  }

  private static void acquire(Semaphore permits, Duration most) {
    try {
      // whether it rang or the time is up, the waiter looks again
      boolean _ = permits.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
