package id.jejak.kernel.time;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two tries. */
@FunctionalInterface
public interface Pause {
  /** Waits; false when the wait was ended early, and nothing should be tried any more. */
  boolean pause(Duration wait);

  /** Real time; an interrupted thread waits no longer. */
  static Pause real() {
    var never = new Semaphore(0);
    return wait -> {
      try {
        return !never.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }
}
