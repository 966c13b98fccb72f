package id.jejak.app.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A check that answers in time whatever it checks does: an outage must not make the health page hang, and a
 * crowd of callers must not become a crowd of checks. Thread-safe.
 */
public final class Probe implements BooleanSupplier {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final BooleanSupplier check;
  private @Nullable CompletableFuture<Boolean> running;

  /** A bounded look at a check that may hang. */
  public Probe(BooleanSupplier check) {
    this.check = check;
  }

  @Override
  public boolean getAsBoolean() {
    try {
      return join().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized CompletableFuture<Boolean> join() {
    if (running == null || running.isDone()) {
      running = CompletableFuture.supplyAsync(check::getAsBoolean, Thread::startVirtualThread);
    }
    return running;
  }
}
