package id.jejak.kernel.db;

import id.jejak.kernel.config.Secret;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for tests: one throw-away server in each JVM, started when asked for, gone at its end.
 *
 * <p>Each test takes a database of its own, so tests neither see nor wait for each other. With
 * {@code -Djejak.test.partitions=4} every one of them has its hot tables in partitions, packs in four.
 */
public final class TestPostgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final int PARTS = Integer.getInteger("jejak.test.partitions", 0);
  private static final String SPLIT = "split";

  private TestPostgres() {}

  /** An empty database that nobody else uses. */
  public static Coordinates freshDatabase() {
    return copyOf(PARTS == 0 ? "template1" : SPLIT);
  }

  /**
   * A database that nobody else uses, with the tables of these modules, in this order. They are made once in each JVM; every
   * database is a copy, which takes a tenth of the time that making the tables of one module does.
   */
  public static Coordinates freshDatabase(Migrations... tables) {
    return copyOf(Running.TEMPLATES.computeIfAbsent(List.of(tables), TestPostgres::template));
  }

  private static String template(List<Migrations> tables) {
    var at = freshDatabase();
    try (var db = Db.open(new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal())), 2)) {
      tables.forEach(one -> one.apply(db));
    }
    return at.database();
  }

  private static Coordinates copyOf(String template) {
    var at = Running.SERVER.coordinates();
    var name = "test_" + DATABASES.incrementAndGet();
    try (var connection = DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password().reveal());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + template);
    } catch (SQLException e) {
      throw new IllegalStateException("no database for a test", e);
    }
    return new Coordinates(at.host(), at.port(), at.user(), at.password(), name);
  }

  /** Started by being loaded, which the JVM does once. */
  private static final class Running {
    static final LocalPostgres SERVER = start();
    static final Map<List<Migrations>, String> TEMPLATES = new ConcurrentHashMap<>();

    private static LocalPostgres start() {
      try {
        var folder = Files.createTempDirectory("jejak-test-");
        var server = LocalPostgres.start(folder, Settings.throwAway());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
          server.close();
          delete(folder);
        }));
        if (PARTS > 0) {
          split(server.coordinates());
        }
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The database that all others are copies of. */
  private static void split(Coordinates at) {
    try (var connection = DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password().reveal());
        var statement = connection.createStatement()) {
      statement.execute("create database " + SPLIT);
    } catch (SQLException e) {
      throw new IllegalStateException("no database in partitions for tests", e);
    }
    var there = new Coordinates(at.host(), at.port(), at.user(), at.password(), SPLIT);
    try (var db = Db.open(new Address(there.jdbcUrl(), there.user(), new Secret(there.password().reveal())), 2)) {
      Partitions.choose(db, PARTS);
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
