package id.jejak.app.cli.ttac;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far an upload has come, once it takes more than two seconds: a bar on a terminal, a line every two seconds
 * otherwise. Thread-safe.
 */
public final class UploadProgress implements AutoCloseable {
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration BAR_EVERY = Duration.ofMillis(250);
  private static final int BAR = 30;
  private static final double MEGABYTE = 1024 * 1024;

  private final PrintWriter out;
  private final boolean terminal;
  private final long total;
  private final String who;
  private final long started = System.nanoTime();
  private final AtomicLong sent = new AtomicLong();
  private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
      Thread.ofPlatform().name("progress").daemon(true).factory());
  private boolean shown;

  /**
   * Progress of one upload.
   *
   * @param total bytes to send
   * @param who takes them, for people
   */
  public UploadProgress(PrintWriter out, boolean terminal, long total, String who) {
    this.who = who;
    this.out = out;
    this.terminal = terminal;
    this.total = Math.max(1, total);
    var every = terminal ? BAR_EVERY : QUIET;
    ticker.scheduleAtFixedRate(this::show, QUIET.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** More bytes are on their way. */
  public void sent(long bytes) {
    sent.addAndGet(bytes);
  }

  private synchronized void show() {
    out.print(terminal ? "\r" + line() + "\033[K" : line() + System.lineSeparator());
    out.flush();
    shown = true;
  }

  /** What is shown now. */
  String line() {
    long now = Math.min(total, sent.get());
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
    int filled = (int) (BAR * now / total);
    var bar = terminal ? "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " : "";
    return bar + (now == total ? String.format(Locale.ROOT, "uploaded, %s is checking and writing, %d s", who, seconds)
        : String.format(Locale.ROOT, "uploading %.1f of %.1f MB (%d %%), %d s", now / MEGABYTE, total / MEGABYTE,
            100 * now / total, seconds));
  }

  @Override
  public synchronized void close() {
    ticker.shutdownNow();
    if (shown && terminal) {
      out.print("\r\033[K");
      out.flush();
    }
  }
}
