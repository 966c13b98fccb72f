package id.jejak.app.web.ttac;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets few at a time do what takes nothing but processor time, and each visitor one thing at a time. Thread-safe. */
final class Turns {
  private final Semaphore free;
  private final Duration patience;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /**
   * Turns.
   *
   * @param atOnce how many at a time
   * @param patience how long one waits for a turn
   */
  Turns(int atOnce, Duration patience) {
    this.free = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /** Does it; empty when this visitor has something under way, or when it was nobody's turn for too long. */
  <T> Optional<T> take(String visitor, Supplier<T> work) {
    if (!busy.add(visitor)) {
      return Optional.empty();
    }
    try {
      return waited() ? Optional.of(done(work)) : Optional.empty();
    } finally {
      busy.remove(visitor);
    }
  }

  private boolean waited() {
    try {
      return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private <T> T done(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
