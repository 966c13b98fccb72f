package id.jejak.kernel.db.local;

import id.jejak.kernel.config.StartFailure;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the machine, run with almost no environment: no PG* variable of the user's changes it. */
final class Command {

  private Command() {}

  /** Starts a program in the root folder, which every user may enter, with nothing to read. */
  static Process start(List<String> words, Redirect output) throws IOException {
    var builder = new ProcessBuilder(words)
        .directory(new File("/"))
        .redirectInput(Redirect.from(new File("/dev/null")))
        .redirectErrorStream(true)
        .redirectOutput(output);
    var path = builder.environment().get("PATH");
    builder.environment().clear();
    builder.environment().put("PATH", path == null ? "/usr/bin:/bin:/usr/sbin:/sbin" : path);
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  /** Runs a program to its end and says whether it went well. A program that takes too long is killed. */
  static boolean run(List<String> words, Redirect output, Duration limit) throws IOException {
    var process = start(words, output);
    try {
      if (process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      throw new StartFailure(words.getLast() + " took longer than " + limit.toSeconds()
          + " s: the machine or its disk is overloaded; start again");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted while preparing PostgreSQL: start again", e);
    }
  }

  /** Whether a program can be run and ends well; a missing program counts as no. */
  static boolean succeeds(List<String> words) {
    try {
      return run(words, Redirect.DISCARD, Limits.PROBE);
    } catch (IOException _) {
      return false;
    }
  }
}
