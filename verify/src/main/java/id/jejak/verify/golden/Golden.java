package id.jejak.verify.golden;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.verify.Repository;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/**
 * {@code ./jejak golden}: runs every golden file, writes new answers where they are stale, and then
 * <em>fails</em> with a list of what changed, so that a change of bytes is always a difference somebody saw.
 */
public final class Golden {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String USAGE = "golden --url http://host:port [part of a file's name ...]";

  private final GoldenRunner runner;
  private final PrintStream out;

  /** Runs against anything that answers, and tells people what happened. */
  public Golden(Handler target, PrintStream out) {
    this(GoldenRunner.of(target), out);
  }

  Golden(GoldenRunner runner, PrintStream out) {
    this.runner = runner;
    this.out = out;
  }

  /**
   * Brings files up to date.
   *
   * @return exit status: 0 when nothing was stale, 1 when a file was rewritten or could not be run to its end
   */
  public int rewrite(List<GoldenFile> files) {
    int stale = 0;
    for (var file : files) {
      var run = runner.run(file);
      if (!run.matches()) {
        stale++;
        run.differences().forEach(out::println);
        write(file, Rewriter.rewritten(run));
      }
    }
    out.println(stale == 0
        ? files.size() + " golden files are as answered"
        : stale + " of " + files.size() + " golden files were stale: read the difference before keeping it");
    return stale == 0 ? 0 : 1;
  }

  private static void write(GoldenFile file, List<String> lines) {
    try {
      Files.writeString(file.path(), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(file.path() + " cannot be written", e);
    }
  }

  /** {@code --url} names a running server with its sandbox on; the rest narrows which files are run. */
  public static void main(String[] args) {
    int status;
    try {
      status = run(List.of(args), System.out);
    } catch (StartFailure e) {
      System.err.println("jejak golden: " + e.getMessage());
      status = 2;
    }
    System.exit(status);
  }

  private static int run(List<String> args, PrintStream out) {
    if (args.size() < 2 || !args.getFirst().equals("--url")) {
      throw new StartFailure("which server? " + USAGE);
    }
    var named = args.subList(2, args.size());
    var files = GoldenFile.in(Repository.here()).stream()
        .filter(file -> named.isEmpty() || named.stream().anyMatch(file.name()::contains)).toList();
    try (var wire = new HttpTransport(args.get(1), PATIENCE)) {
      return new Golden(wire, out).rewrite(files);
    }
  }
}
