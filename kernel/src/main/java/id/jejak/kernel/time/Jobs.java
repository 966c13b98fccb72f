package id.jejak.kernel.time;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that comes due by itself, one piece at a time. A job that fails is logged and comes again at its next
 * turn. A job asks the clock what is due, so a job run too early does nothing.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  private record Job(String name, Runnable work) {}

  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
      Thread.ofPlatform().name("jobs").daemon(true).factory());
  private final List<Job> jobs = new CopyOnWriteArrayList<>();

  /** Adds a job and starts its turns. */
  public void every(Duration interval, String name, Runnable work) {
    var job = new Job(name, work);
    jobs.add(job);
    executor.scheduleWithFixedDelay(() -> run(job), interval.toMillis(), interval.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** Gives every job a turn soon, as after the clock was moved. */
  public void soon() {
    jobs.forEach(job -> executor.execute(() -> run(job)));
  }

  private static void run(Job job) {
    try {
      job.work().run();
    } catch (RuntimeException e) {
      LOG.error("job {} failed and will be tried again", job.name(), e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
