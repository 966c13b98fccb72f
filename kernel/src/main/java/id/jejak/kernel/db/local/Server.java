package id.jejak.kernel.db.local;

import id.jejak.kernel.config.StartFailure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The server's process: found running or launched, waited for, stopped. */
final class Server {
  private final DataFolder folder;
  private final ServerUser user;
  private final Binaries binaries;
  private final Settings settings;
  private final Consumer<String> progress;

  Server(DataFolder folder, ServerUser user, Binaries binaries, Settings settings,
      Consumer<String> progress) {
    this.folder = folder;
    this.user = user;
    this.binaries = binaries;
    this.settings = settings;
    this.progress = progress;
  }

  /** A server of this cluster that outlived its Java, if it is in health; otherwise it is stopped. */
  Optional<PostmasterFile> takeOver(Password password) throws IOException {
    var left = PostmasterFile.read(folder.cluster());
    if (left.isEmpty()) {
      return Optional.empty();
    }
    var process = left.get().server(folder.cluster());
    if (process.isEmpty()) {
      clear(left.get());
      return Optional.empty();
    }
    if (sameCommand()) {
      var up = comesUp(process.get());
      if (up.isPresent() && Login.works(Coordinates.at(up.get().port(), password), folder.cluster())) {
        return up;
      }
    }
    progress.accept("stopping a server left by an earlier run");
    stop(folder.cluster(), process.get());
    return Optional.empty();
  }

  private void clear(PostmasterFile left) throws IOException {
    if (left.pid() == 0) {
      Files.delete(PostmasterFile.in(folder.cluster()));
    } else if (ProcessHandle.of(left.pid()).isPresent()) {
      PostmasterFile.disown(folder.cluster());
    }
  }

  /** Whether the running server has the programs and settings that we would launch, whatever its port. */
  private boolean sameCommand() throws IOException {
    var words = command(0);
    var line = new StringBuilder(words.getFirst());
    words.subList(1, words.size()).forEach(word -> line.append(" \"").append(word).append('"'));
    var given = folder.cluster().resolve("postmaster.opts");
    var running = Files.exists(given) ? Files.readString(given).strip() : "";
    return running.replaceFirst("\"-p\" \"\\d+\"", "\"-p\" \"0\"").contentEquals(line);
  }

  private Optional<PostmasterFile> comesUp(ProcessHandle process) throws IOException {
    Wait.until(() -> !isStarting(process), Limits.RECOVERY, this::reportStart);
    return PostmasterFile.read(folder.cluster()).filter(PostmasterFile::ready);
  }

  private boolean isStarting(ProcessHandle process) throws IOException {
    var now = PostmasterFile.read(folder.cluster());
    return process.isAlive() && now.isPresent() && !now.get().ready()
        && !now.get().status().equals("stopping");
  }

  /** Launches a server on a free port and waits until it is ready. */
  PostmasterFile launch() throws IOException {
    var log = ServerLog.open(folder, user);
    for (var launches = 1; ; launches++) {
      var crashed = Files.exists(PostmasterFile.in(folder.cluster()));
      var since = log.size();
      var words = user.as(detached(command(freePort())));
      var process = Command.start(words, Redirect.appendTo(log.file().toFile()));
      try {
        var limit = crashed ? Limits.RECOVERY : Limits.START;
        var settled = Wait.until(() -> !process.isAlive() || readyAs(process.pid()).isPresent(), limit,
            this::reportStart);
        var ready = readyAs(process.pid());
        if (ready.isPresent()) {
          return ready.get();
        }
        var said = ServerLog.end(log.file(), since);
        if (process.isAlive() || launches == Limits.LAUNCHES || !passes(said)) {
          throw new StartFailure("PostgreSQL did not start in " + folder.cluster()
              + (settled ? "" : " within " + limit.toSeconds() + " s")
              + ", see " + log.file() + ": " + said);
        }
      } catch (IOException | RuntimeException e) {
        stop(folder.cluster(), process.toHandle());
        throw e;
      }
    }
  }

  /** Causes that pass: a port just taken, and processes of a killed server still on their way out. */
  private static boolean passes(String words) {
    return words.contains("could not bind") || words.contains("pre-existing shared memory block");
  }

  private Optional<PostmasterFile> readyAs(long pid) throws IOException {
    return PostmasterFile.read(folder.cluster()).filter(now -> now.pid() == pid && now.ready());
  }

  private void reportStart(long seconds) {
    progress.accept("starting PostgreSQL, which may be replaying its log after a crash: " + seconds + " s");
  }

  private List<String> command(int port) {
    var words = new ArrayList<>(List.of(
        binaries.program("postgres"), "-D", folder.cluster().toString(), "-p", Integer.toString(port)));
    settings.assignments().forEach(assignment -> words.addAll(List.of("-c", assignment)));
    return words;
  }

  /** In a session of its own, so that Ctrl-C in a terminal reaches Java alone, which stops it in order. */
  private static List<String> detached(List<String> words) {
    var setsid = Path.of("/usr/bin/setsid");
    if (!Files.isExecutable(setsid)) {
      return words;
    }
    var all = new ArrayList<>(List.of(setsid.toString()));
    all.addAll(words);
    return all;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(Coordinates.HOST))) {
      return socket.getLocalPort();
    }
  }

  /** Stops in order, with a last checkpoint; one too slow for that is cut off, and recovers next time. */
  static void stop(Path cluster, ProcessHandle process) throws IOException {
    // The file goes last of all; a process whose parent never collects it stays visible for ever.
    var named = names(cluster, process);
    Wait.Condition gone = () -> !process.isAlive() || named && !names(cluster, process);
    signal("INT", process);
    if (!Wait.until(gone, Limits.STOP)) {
      signal("QUIT", process);
      if (!Wait.until(gone, Limits.STOP_AT_ONCE)) {
        throw new StartFailure("the PostgreSQL server of " + cluster + ", process " + process.pid()
            + ", does not stop: end it by hand");
      }
    }
  }

  private static boolean names(Path cluster, ProcessHandle process) throws IOException {
    return PostmasterFile.read(cluster).filter(now -> now.pid() == process.pid()).isPresent();
  }

  private static void signal(String name, ProcessHandle process) {
    if (process.isAlive()) {
      Command.succeeds(List.of("/bin/sh", "-c", "kill -" + name + " " + process.pid()));
    }
  }
}
