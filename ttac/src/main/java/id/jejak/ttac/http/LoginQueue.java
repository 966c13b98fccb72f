package id.jejak.ttac.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Judges few passwords at a time, because each takes 19 MiB and a core, and lets no address crowd out the others: logins
 * from one address stand in a lane of their own, of which only the first stands in the common queue. Thread-safe.
 */
final class LoginQueue {
  private static final int AT_ONCE = 2;
  private static final int LANES = 256;
  private static final int PATIENCE_SECONDS = 20;

  private final Semaphore turn = new Semaphore(AT_ONCE, true);
  private final Semaphore[] lanes = new Semaphore[LANES];

  LoginQueue() {
    for (int i = 0; i < LANES; i++) {
      lanes[i] = new Semaphore(1, true);
    }
  }

  /**
   * Does the work when its turn comes.
   *
   * @throws IllegalStateException when it did not come in time
   */
  <T> T judge(String address, Supplier<T> work) {
    var lane = lanes[Math.floorMod(address.hashCode(), LANES)];
    return inTurn(lane, () -> inTurn(turn, work));
  }

  private static <T> T inTurn(Semaphore queue, Supplier<T> work) {
    try {
      if (!queue.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("too many logins at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to judge a login", e);
    }
    try {
      return work.get();
    } finally {
      queue.release();
    }
  }
}
