package id.jejak.verify.kill;

import id.jejak.verify.bench.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many clients that move parcels as fast as they can until the server is gone. */
final class Crowd implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore answers = new Semaphore(0);
  private final List<Future<?>> running = new ArrayList<>();

  /** Sets out; each client moves parcels of its own, in an order drawn by a seed. */
  Crowd(int port, Map<Integer, String> tokens, List<List<Parcel>> parcels, long seed) {
    for (var own : parcels) {
      var random = new Random(seed + running.size());
      running.add(threads.submit(() -> move(port, tokens, own, random)));
    }
  }

  private void move(int port, Map<Integer, String> tokens, List<Parcel> parcels, Random random) {
    try (var wire = new Wire(port)) {
      while (true) {
        var parcel = parcels.get(random.nextInt(parcels.size()));
        if (!parcel.finished()) {
          var answer = wire.call(parcel.next(tokens));
          if (!answer.contains("\"statusCode\":\"E000\"")) {
            throw new AssertionError(parcel.name + " after " + parcel.acknowledged() + " steps: " + answer);
          }
          parcel.acknowledge();
          answers.release();
        }
      }
    } catch (IOException e) {
      return; // the server is gone, as it should be
    }
  }

  /** Waits for so many movements that were answered with success. */
  void await(int movements) throws InterruptedException {
    if (!answers.tryAcquire(movements, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("only " + answers.availablePermits() + " of " + movements + " movements were answered");
    }
  }

  /** Waits until every client has noticed that the server is gone; fails with what one of them saw before. */
  void join() throws InterruptedException, TimeoutException {
    for (var one : running) {
      try {
        one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        throw new AssertionError(e.getCause().getMessage(), e.getCause());
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
