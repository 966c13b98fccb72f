package id.jejak.kernel.db.local;

import id.jejak.kernel.config.StartFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Waiting for another process, in looks that start 1 ms apart and end 50 ms apart. */
final class Wait {
  private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LAST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Something that may be so by now. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws IOException;
  }

  private Wait() {}

  /** Whether the condition came to hold within the limit. */
  static boolean until(Condition condition, Duration limit) throws IOException {
    return until(condition, limit, _ -> {});
  }

  /** As above; {@code seconds} is told, every two seconds, how long it has been. */
  static boolean until(Condition condition, Duration limit, Consumer<Long> seconds) throws IOException {
    var started = System.nanoTime();
    var pause = FIRST_NANOS;
    var reported = 0L;
    while (!condition.holds()) {
      var waited = System.nanoTime() - started;
      if (waited > limit.toNanos()) {
        return false;
      }
      if (waited - reported > REPORT_NANOS) {
        reported = waited;
        seconds.accept(TimeUnit.NANOSECONDS.toSeconds(waited));
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new StartFailure("interrupted while waiting for PostgreSQL: start again");
      }
      LockSupport.parkNanos(pause);
      pause = Math.min(LAST_NANOS, pause * 3 / 2);
    }
    return true;
  }
}
