package id.jejak.kernel.db;

import id.jejak.kernel.db.local.Coordinates;
import id.jejak.kernel.db.local.LocalPostgres;
import id.jejak.kernel.db.local.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for tests: one throw-away server in each JVM, started when asked for, gone at its end.
 *
 * <p>Each test takes a database of its own, so tests neither see nor wait for each other.
 */
public final class TestPostgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestPostgres() {}

  /** An empty database that nobody else uses. */
  public static Coordinates freshDatabase() {
    var at = Running.SERVER.coordinates();
    var name = "test_" + DATABASES.incrementAndGet();
    try (var connection = DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password().reveal());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database for a test", e);
    }
    return new Coordinates(at.host(), at.port(), at.user(), at.password(), name);
  }

  /** Started by being loaded, which the JVM does once. */
  private static final class Running {
    static final LocalPostgres SERVER = start();

    private static LocalPostgres start() {
      try {
        var folder = Files.createTempDirectory("jejak-test-");
        var server = LocalPostgres.start(folder, Settings.throwAway());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
          server.close();
          delete(folder);
        }));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Deletes a folder and all in it. */
  public static void delete(Path folder) {
    try (var tree = Files.walk(folder)) {
      for (var file : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
