package id.jejak.app.cli.kfa;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * How many rows are made, once it takes more than two seconds: a bar on a terminal, a line every two seconds otherwise.
 * Told of every row by the one thread that makes them, closed by another when it is done: its methods exclude each
 * other.
 */
final class RowProgress implements AutoCloseable {
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration BAR_EVERY = Duration.ofMillis(250);
  private static final int BAR = 30;
  private static final int LOOK_EVERY = 100;

  private final PrintWriter out;
  private final boolean terminal;
  private final long total;
  private long next = System.nanoTime() + QUIET.toNanos();
  private long made;
  private boolean shown;

  /**
   * Progress towards a number of rows.
   *
   * @param terminal true when a person watches
   */
  RowProgress(PrintWriter out, boolean terminal, long total) {
    this.out = out;
    this.terminal = terminal;
    this.total = Math.max(1, total);
  }

  /** One more row. */
  synchronized void row() {
    made++;
    if ((made % LOOK_EVERY == 0 || made == total) && System.nanoTime() >= next) {
      out.print(terminal ? "\r" + line() + "\033[K" : line() + System.lineSeparator());
      out.flush();
      shown = true;
      next = System.nanoTime() + (terminal ? BAR_EVERY : QUIET).toNanos();
    }
  }

  /** What is shown now. */
  synchronized String line() {
    long now = Math.min(total, made);
    int filled = (int) (BAR * now / total);
    var bar = terminal ? "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " : "";
    return bar + (now == total ? String.format(Locale.ROOT, "%,d rows made, waiting for the server", total)
        : String.format(Locale.ROOT, "%,d of %,d rows (%d %%)", now, total, 100 * now / total));
  }

  /** Rows so far. */
  synchronized long made() {
    return made;
  }

  @Override
  public synchronized void close() {
    if (shown && terminal) {
      out.print("\r\033[K");
      out.flush();
    }
  }
}
