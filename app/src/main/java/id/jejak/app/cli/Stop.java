package id.jejak.app.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stops in order what was started, as the process ends. A signal that comes while the start is still under way
 * waits for it: a PostgreSQL half started would otherwise be left behind. Thread-safe.
 */
final class Stop {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Runnable NOTHING = () -> {};

  private final CompletableFuture<Runnable> work = new CompletableFuture<>();

  /** From now on this is how to stop. */
  void started(Runnable how) {
    work.complete(how);
  }

  /** The start failed, and has put everything away itself. */
  void nothingStarted() {
    work.complete(NOTHING);
  }

  /** Runs in the process's last thread. A stop that went well is a success, whichever signal asked for it. */
  void now() {
    try {
      var how = work.get(START.toMillis(), TimeUnit.MILLISECONDS);
      if (how != NOTHING) {
        how.run();
        Runtime.getRuntime().halt(0);
      }
    } catch (ExecutionException | TimeoutException e) {
      System.err.println("jejak: gave up waiting for the start to end; the next start cleans up");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
