package id.jejak.app.cli.kfa;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** How far the fetching has come: a bar on a terminal, a line every two seconds otherwise. For one thread. */
final class FetchProgress implements AutoCloseable {
  private static final long QUIET = Duration.ofSeconds(2).toNanos();
  private static final int BAR = 30;

  private final PrintWriter out;
  private final boolean terminal;
  private long told = System.nanoTime();
  private boolean shown;

  /**
   * Progress.
   *
   * @param terminal true when a person watches
   */
  FetchProgress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Rows of a part that are there. */
  void reached(String part, long rows, long total) {
    if (terminal || System.nanoTime() - told >= QUIET) {
      show(line(part, rows, total));
    }
  }

  private String line(String part, long rows, long total) {
    int filled = total == 0 ? BAR : (int) (BAR * Math.min(rows, total) / total);
    return (terminal ? "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " : "")
        + String.format(Locale.ROOT, "%s: %,d of %,d", part, rows, total);
  }

  /** The source is waited for. */
  void waiting(String part, Duration wait, String why) {
    show(String.format(Locale.ROOT, "%s: waiting %d s (%s)", part, wait.toSeconds(), why));
  }

  private void show(String line) {
    out.print(terminal ? "\r" + line + "\033[K" : line + System.lineSeparator());
    out.flush();
    told = System.nanoTime();
    shown = true;
  }

  @Override
  public void close() {
    if (shown && terminal) {
      out.print("\r\033[K");
      out.flush();
    }
  }
}
