package id.jejak.kernel.db.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * A primary and a streaming standby of it, both thrown away in the end. The standby is a copy of the primary's files while it
 * was stopped: the binaries that come with the program have no {@code pg_basebackup}.
 */
public final class TestStandby implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path root;
  private final LocalPostgres primary;
  private final Path copy;
  private final Process process;
  private final Coordinates standby;

  private TestStandby(Path root, LocalPostgres primary, Path copy, Process process, Coordinates standby) {
    this.root = root;
    this.primary = primary;
    this.copy = copy;
    this.process = process;
    this.standby = standby;
  }

  /** Starts both; the standby answers reads. */
  public static TestStandby start() {
    try {
      var root = Files.createTempDirectory("jejak-standby-");
      var first = root.resolve("primary");
      LocalPostgres.start(first, Settings.throwAway()).close();
      var folder = DataFolder.prepare(root.resolve("standby"));
      copy(first.resolve("postgres"), folder.cluster());
      var primary = LocalPostgres.start(first, Settings.throwAway());
      var at = primary.coordinates();
      Files.createFile(folder.cluster().resolve("standby.signal"));
      Files.writeString(folder.cluster().resolve("postgresql.auto.conf"), "primary_conninfo = 'host=" + at.host() + " port="
          + at.port() + " user=" + at.user() + " password=" + at.password().reveal() + " sslmode=disable'\n",
          StandardOpenOption.APPEND);
      var user = ServerUser.choose(folder);
      user.own(folder.cluster());
      int port = freePort();
      var process = Command.start(user.as(List.of(Binaries.find(folder, user, _ -> {}).program("postgres"), "-D",
          folder.cluster().toString(), "-p", Integer.toString(port), "-c", "listen_addresses=" + Coordinates.HOST, "-c",
          "unix_socket_directories=", "-c", "max_connections=100", "-c", "fsync=off", "-c", "shared_buffers=32MB")),
          Redirect.appendTo(folder.log().resolve("standby.log").toFile()));
      var standby = Coordinates.at(port, at.password());
      var both = new TestStandby(root, primary, folder.cluster(), process, standby);
      if (!Wait.until(() -> !process.isAlive() || both.recovering(), LIMIT) || !process.isAlive()) {
        throw new IllegalStateException("no standby: " + Files.readString(folder.log().resolve("standby.log")));
      }
      return both;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var tree = Files.walk(from)) {
      for (var file : tree.sorted().toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(Coordinates.HOST))) {
      return socket.getLocalPort();
    }
  }

  private boolean recovering() {
    try (var connection = DriverManager.getConnection(standby.jdbcUrl(), standby.user(), standby.password().reveal());
        var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_is_in_recovery()")) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException _) { // not yet
      return false;
    }
  }

  /** Where is written. */
  public Coordinates primary() {
    return primary.coordinates();
  }

  /** Where only is read. */
  public Coordinates standby() {
    return standby;
  }

  /** Stops the standby, as if its machine were gone. */
  public void lose() {
    try {
      if (process.isAlive()) {
        Server.stop(copy, process.toHandle());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    lose();
    primary.close();
    try (var tree = Files.walk(root)) {
      for (var file : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
