package id.jejak.verify.served;

import id.jejak.kernel.db.local.Coordinates;
import id.jejak.kernel.db.local.LocalPostgres;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A child process that serves with the demo world, on a durable PostgreSQL of its own. Closing it stops it in order;
 * {@link #kill} and {@link #killWithDatabase} do not. Nothing is ever signalled but this child and what it started.
 * Thread-safe.
 */
public final class Served implements AutoCloseable {
  /** As the launcher starts it. */
  private static final List<String> MEMORY = List.of("-XX:+UseSerialGC", "-Xms32m", "-Xmx1g", "-Xss512k",
      "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20", "-XX:ReservedCodeCacheSize=64m",
      "-XX:+ExitOnOutOfMemoryError");
  private static final Pattern ADDRESS = Pattern.compile("serves at http://127\\.0\\.0\\.1:(\\d+)");
  private static final Duration STOP = Duration.ofSeconds(60);

  private final Process process;
  private final int port;
  private final Path data;
  private final Thread closing = new Thread(this::close, "stop the served child");

  private Served(Process process, int port, Path data) {
    this.process = process;
    this.port = port;
    this.data = data;
  }

  /**
   * Starts a server on a data folder and a free port, and returns once it serves. With {@code -Djejak.test.partitions=4} its hot
   * tables are in partitions.
   *
   * @param options further options of the child's Java
   * @throws IOException with what it said, when it ended instead
   */
  public static Served start(Path data, List<String> options) throws IOException {
    int parts = Integer.getInteger("jejak.test.partitions", 0);
    return start(data, options, parts == 0 ? List.of() : List.of("--set", "database.partitions=" + parts), "");
  }

  /**
   * The same on a PostgreSQL that runs already, as one of several nodes.
   *
   * @param settings as {@code key=value}
   */
  public static Served node(Path data, List<String> options, Coordinates database, List<String> settings)
      throws IOException {
    var more = new ArrayList<>(List.of("--database-url", database.jdbcUrl() + "?user=" + database.user()));
    settings.forEach(one -> more.addAll(List.of("--set", one)));
    return start(data, options, more, database.password().reveal());
  }

  private static Served start(Path data, List<String> options, List<String> more, String password)
      throws IOException {
    var words = command(options, "serve", "--port", "0", "--data", data.toString(), "--world", "demo");
    words.addAll(more);
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    if (!password.isEmpty()) {
      builder.environment().put("JEJAK_DATABASE_PASSWORD", password);
    }
    var process = builder.start();
    var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var said = new StringBuilder();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {})); // a full pipe would stop the child
        var served = new Served(process, Integer.parseInt(address.group(1)), data);
        Runtime.getRuntime().addShutdownHook(served.closing);
        return served;
      }
      said.append(line).append('\n');
    }
    throw new IOException("the server ended as it started: " + said);
  }

  /**
   * What starts the product in a Java of its own.
   *
   * @param options further ones of that Java
   * @param words of the product's command line
   */
  public static List<String> command(List<String> options, String... words) {
    var all = new ArrayList<String>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(MEMORY);
    all.addAll(options);
    all.addAll(List.of("-cp", String.join(File.pathSeparator, classPath()), "id.jejak.app.cli.Jejak"));
    all.addAll(List.of(words));
    return all;
  }

  /** Where its classes are, in order: all that this Java has but for its own. */
  public static List<String> classPath() {
    return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        .split(File.pathSeparator)).filter(part -> !part.matches(".*/verify/target/(test-)?classes")).toList();
  }

  /** The port on the loopback address. */
  public int port() {
    return port;
  }

  /** The child. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Its data folder. */
  public Path data() {
    return data;
  }

  /** Where its PostgreSQL is. */
  public Coordinates database() {
    return LocalPostgres.connectTo(data)
        .orElseThrow(() -> new IllegalStateException("no PostgreSQL runs on " + data));
  }

  /** Ends Java at once, with {@code kill -9}; PostgreSQL lives on. */
  public void kill() throws IOException {
    process.destroyForcibly();
    gone(process.toHandle());
  }

  /** Ends Java and every process of its PostgreSQL at once, as a power cut would for them. */
  public void killWithDatabase() throws IOException {
    var children = process.descendants().toList();
    if (children.isEmpty()) {
      throw new IllegalStateException("the child has no PostgreSQL of its own to kill");
    }
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    gone(process.toHandle());
    for (var child : children) {
      gone(child);
    }
  }

  private static void gone(ProcessHandle process) throws IOException {
    try {
      process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for process " + process.pid() + " to end", e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IOException("process " + process.pid() + " did not end", e);
    }
  }

  @Override
  public void close() {
    process.toHandle().destroy(); // the handle's: the process's own would close the pipe as well
    try {
      gone(process.toHandle());
    } catch (IOException e) {
      process.destroyForcibly();
      throw new java.io.UncheckedIOException("the server did not stop in order", e);
    }
    if (Thread.currentThread() != closing && !closing.isAlive()) {
      try {
        Runtime.getRuntime().removeShutdownHook(closing);
      } catch (IllegalStateException _) {
        return; // this Java is ending as well
      }
    }
  }
}
