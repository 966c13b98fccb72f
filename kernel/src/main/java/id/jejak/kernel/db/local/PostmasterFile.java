package id.jejak.kernel.db.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a server says of itself, in {@code postmaster.pid}: one value a line, filled in as it starts.
 *
 * @param pid the server's process; 0 when the file was cut short by a crash
 * @param port 0 when not yet known
 * @param status {@code starting}, {@code ready}, {@code stopping}, or empty when not yet known
 */
record PostmasterFile(long pid, int port, String status) {
  static final String READY = "ready";

  static Path in(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  static Optional<PostmasterFile> read(Path cluster) throws IOException {
    try {
      var lines = Files.readAllLines(in(cluster), ISO_8859_1);
      return Optional.of(new PostmasterFile(number(lines, 0), (int) number(lines, 3),
          lines.size() > 7 ? lines.get(7).strip() : ""));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private static long number(List<String> lines, int index) {
    var text = lines.size() > index ? lines.get(index).strip() : "";
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
  }

  boolean ready() {
    return status.equals(READY);
  }

  /**
   * The process, if it lives and is a server of this cluster.
   *
   * <p>After a crash of the machine the number may be a stranger's by now; a copied folder names the server
   * of the original; and a dead child that nobody collected has a number but no command line.
   */
  Optional<ProcessHandle> server(Path cluster) throws IOException {
    var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (process.isEmpty() || !Files.isDirectory(Path.of("/proc/self"))) {
      return process;
    }
    try {
      var line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), ISO_8859_1);
      var name = new String(cluster.toString().getBytes(UTF_8), ISO_8859_1);
      return process.filter(_ -> List.of(line.split("\0", -1)).contains(name));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  /**
   * Lets a server start although this file's number now belongs to a stranger.
   *
   * <p>Deleting the file would also delete the number of the shared memory by which PostgreSQL notices
   * surviving processes of the old server. So only the first line changes, to the one process that the
   * new server never takes for a rival: its parent, which is this one.
   */
  static void disown(Path cluster) throws IOException {
    var lines = new ArrayList<>(Files.readAllLines(in(cluster), ISO_8859_1));
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(in(cluster), lines, ISO_8859_1);
  }
}
