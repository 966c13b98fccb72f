package id.jejak.verify.bench;

import id.jejak.verify.served.Served;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Runs workers side by side, each on a thread of its own.
 *
 * <p>At a fixed rate, a call's time counts from when it was due, not from when it was sent: a server that stalls
 * makes later calls late, and they say so (no coordinated omission).
 */
public final class Load {
  /** Before this moment nobody starts, so that no worker measures another one's start. */
  private static final long HEAD_START_NANOS = 20_000_000;

  private final Served served;

  /** Load on one server. */
  public Load(Served served) {
    this.served = served;
  }

  /** At full speed, until the time is over or nothing is left to do. */
  public void fully(List<? extends Worker> workers, double seconds, Measure into) {
    run(workers, into, (worker, _, start, done) -> {
      long end = start + (long) (seconds * 1e9);
      for (long before = System.nanoTime(); before < end; ) {
        long units = worker.call();
        long now = System.nanoTime();
        if (units == 0) {
          break;
        }
        done.add(now - before, units, now);
        before = now;
      }
    });
  }

  /** At a fixed rate of calls a second, shared evenly among the workers. */
  public void paced(List<? extends Worker> workers, double perSecond, double seconds, Measure into) {
    long interval = (long) (workers.size() * 1e9 / perSecond);
    run(workers, into, (worker, place, start, done) -> {
      long end = start + (long) (seconds * 1e9);
      for (long due = start + interval * place / workers.size(); due < end; due += interval) {
        pauseUntil(due);
        long units = worker.call();
        if (units == 0) {
          throw new IllegalStateException("too little was prepared for this rate");
        }
        long now = System.nanoTime();
        done.add(now - due, units, now);
      }
    });
  }

  /** One call, in this thread; for what must be prepared call by call. */
  public void once(Worker worker, Measure into) {
    var before = Cpu.spent(served);
    var latency = Measure.histogram();
    long start = System.nanoTime();
    try {
      long units = worker.call();
      long nanos = System.nanoTime() - start;
      latency.recordValue(nanos);
      into.add(latency, units, nanos, Cpu.spent(served).minus(before));
    } catch (java.io.IOException | SQLException e) {
      throw new IllegalStateException("a measured call failed: " + e.getMessage(), e);
    }
  }

  /** Counts what was done so far. */
  @FunctionalInterface
  public interface Counter {
    /** Since the beginning. */
    long count() throws SQLException;
  }

  /**
   * What goes on by itself, watched for a while: units are what a counter rose by.
   *
   * @param times of what ended meanwhile, in nanoseconds
   */
  public void meanwhile(double seconds, Counter counter, Recorder times, Measure into) throws SQLException {
    long units = counter.count();
    times.getIntervalHistogram();
    var before = Cpu.spent(served);
    long start = System.nanoTime();
    pauseUntil(start + (long) (seconds * 1e9));
    long nanos = System.nanoTime() - start;
    var spent = Cpu.spent(served).minus(before);
    into.add(times.getIntervalHistogram(), counter.count() - units, nanos, spent);
  }

  private static void pauseUntil(long nanoTime) {
    for (long early = nanoTime - System.nanoTime(); early > 0; early = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(early);
    }
  }

  private interface Course {
    void run(Worker worker, int place, long start, Tally done) throws Exception;
  }

  private static final class Tally {
    private final Histogram latency = Measure.histogram();
    private long units;
    private long last;

    void add(long nanos, long some, long now) {
      latency.recordValue(nanos);
      units += some;
      last = now;
    }
  }

  private void run(List<? extends Worker> workers, Measure into, Course course) {
    var ready = new CountDownLatch(workers.size());
    var before = Cpu.spent(served);
    long start = System.nanoTime() + HEAD_START_NANOS;
    var running = new ArrayList<Future<Tally>>();
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("load-", 0).factory())) {
      for (int i = 0; i < workers.size(); i++) {
        int place = i;
        running.add(threads.submit(() -> {
          var done = new Tally();
          ready.countDown();
          ready.await();
          pauseUntil(start);
          course.run(workers.get(place), place, start, done);
          return done;
        }));
      }
    }
    var all = Measure.histogram();
    long units = 0;
    long last = start;
    for (var one : running) {
      var done = result(one);
      all.add(done.latency);
      units += done.units;
      last = Math.max(last, done.last);
    }
    into.add(all, units, last - start, Cpu.spent(served).minus(before));
  }

  private static Tally result(Future<Tally> one) {
    try {
      return one.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a measured call failed: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    }
  }
}
