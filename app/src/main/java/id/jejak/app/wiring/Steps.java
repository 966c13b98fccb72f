package id.jejak.app.wiring;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The steps of a start: times each of them, and shows how far it has come once the whole takes more than two
 * seconds: a bar on a terminal, lines otherwise.
 */
public final class Steps implements AutoCloseable {
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration LINE_EVERY = Duration.ofSeconds(5);
  private static final Duration BAR_EVERY = Duration.ofMillis(500);
  private static final int BAR = 20;

  private final PrintStream out;
  private final boolean terminal;
  private final int total;
  private final long started = System.nanoTime();
  private final Map<String, Long> millis = new LinkedHashMap<>();
  private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
      Thread.ofPlatform().name("progress").daemon(true).factory());
  private String now = "starting";
  private boolean shown;

  /**
   * Steps about to be taken.
   *
   * @param terminal whether {@code out} is one, where a line can be written over
   * @param total how many steps there will be
   */
  public Steps(PrintStream out, boolean terminal, int total) {
    this.out = out;
    this.terminal = terminal;
    this.total = total;
    var every = terminal ? BAR_EVERY : LINE_EVERY;
    ticker.scheduleAtFixedRate(this::show, QUIET.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Takes a step. */
  public <T> T take(String name, Supplier<T> step) {
    detail(name);
    long from = System.nanoTime();
    try {
      return step.get();
    } finally {
      noteMillis(name, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
    }
  }

  /** What the step now taken is busy with. */
  public synchronized void detail(String words) {
    now = words;
  }

  private synchronized void noteMillis(String name, long took) {
    millis.merge(name, took, Long::sum);
  }

  /** Milliseconds of each step taken, in order. */
  public synchronized Map<String, Long> millis() {
    return new LinkedHashMap<>(millis);
  }

  private synchronized void show() {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
    int done = Math.min(total, millis.size());
    if (terminal) {
      int filled = BAR * done / total;
      out.print("\r[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + now + ", " + seconds + " s\033[K");
    } else {
      out.println("step " + Math.min(total, done + 1) + " of " + total + ": " + now + ", " + seconds + " s");
    }
    out.flush();
    shown = true;
  }

  /** No more steps; takes the bar away. */
  @Override
  public synchronized void close() {
    ticker.shutdownNow();
    if (shown && terminal) {
      out.print("\r\033[K");
      out.flush();
    }
  }
}
