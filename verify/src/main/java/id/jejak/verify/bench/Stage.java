package id.jejak.verify.bench;

import id.jejak.kernel.db.local.Coordinates;
import id.jejak.verify.served.Served;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Where a measurement takes place: a running server, its database, and how large everything is to be. */
public final class Stage {
  /** Generations of the heap, such as {@code Tenured total 204800K, used 1166K}. */
  private static final Pattern USED = Pattern.compile("(?m)^\\s*(?:DefNew|Tenured)\\s+total \\d+K, used (\\d+)K");
  private final Served served;
  private final Coordinates database;
  private final boolean full;
  private final double seconds;
  private final Consumer<String> progress;

  /**
   * A stage.
   *
   * @param full the sizes that aims are stated for; otherwise just enough to try the measurement itself
   * @param seconds length of one round
   */
  Stage(Served served, boolean full, double seconds, Consumer<String> progress) {
    this.served = served;
    this.database = served.database();
    this.full = full;
    this.seconds = seconds;
    this.progress = progress;
  }

  /** Load on the server, whose processor time it takes down. */
  public Load load() {
    return new Load(served);
  }

  /** The server's port. */
  public int port() {
    return served.port();
  }

  /** A size, by scale. */
  public int sized(int whenFull, int whenSmall) {
    return full ? whenFull : whenSmall;
  }

  /** Length of one round. */
  public double seconds() {
    return seconds;
  }

  /** Measured rounds of each. */
  public int rounds() {
    return full ? 4 : 1;
  }

  /** Rounds of each before that, not measured: they fill caches and prepare statements, after the suite's warm-up. */
  public int warmups() {
    return full ? 3 : 1;
  }

  /**
   * Seconds of load before anything of a suite is measured. The compiler of a Java server takes the processor time of most of
   * a minute before it is done; whoever measures earlier measures the compiler.
   */
  public int warming() {
    return full ? 90 : 5;
  }

  /** Says what takes a while. */
  public void progress(String what) {
    progress.accept(what);
  }

  /** The server's data folder. */
  public Path data() {
    return served.data();
  }

  /** The database, for whoever opens it in another way. */
  public Coordinates database() {
    return database;
  }

  /**
   * Bytes of Java heap that the server uses right after a full collection, as the JDK's own tool tells it.
   *
   * @throws IOException when the tool cannot be asked
   */
  public long heapInUse() throws IOException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var pid = Long.toString(served.process().pid());
    said(jcmd, pid, "GC.run");
    long used = USED.matcher(said(jcmd, pid, "GC.heap_info")).results()
        .mapToLong(found -> Long.parseLong(found.group(1)) * 1024).sum();
    if (used == 0) {
      throw new IOException("jcmd did not tell the heap in use");
    }
    return used;
  }

  private static String said(String... words) throws IOException {
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /** A connection of its own to the database, prepared and binary from the first call on. */
  public Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", database.user());
    properties.setProperty("password", database.password().reveal());
    properties.setProperty("prepareThreshold", "1");
    return DriverManager.getConnection(database.jdbcUrl(), properties);
  }
}
