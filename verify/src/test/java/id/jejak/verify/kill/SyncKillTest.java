package id.jejak.verify.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.db.TestPostgres;
import id.jejak.verify.served.Served;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * {@code kill -9} while a dictionary is fetched, and again while it is loaded: the dictionary that was there stays whole,
 * and the next run goes on where the last one was.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Turn.LOCK)
class SyncKillTest {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);
  private static final int ROWS = 6_000;

  private Path room;

  @BeforeEach
  void makeRoom() throws IOException {
    room = Files.createTempDirectory("jejak-sync-");
  }

  @AfterEach
  void clearRoom() {
    TestPostgres.delete(room);
  }

  @Test
  void theDictionaryStaysWholeAndTheRunGoesOn() throws Exception {
    try (var source = Ready.serve(room.resolve("source"))) {
      assertEquals(0, jejak("generate", "kfa", "generate", "--farmasi", "" + ROWS, "--alkes", "" + ROWS, "--url",
          url(source)).waitFor());
      var whole = state(source);
      assertTrue(whole.products() > 2 * ROWS, whole.toString());
      FileTime first;
      State before;
      var target = Ready.serve(room.resolve("target"));
      try {
        before = state(target);
        var fetching = sync(source, target);
        await(() -> pages() >= 3);
        fetching.destroyForcibly().waitFor();
        assertEquals(before, state(target));
        first = Files.getLastModifiedTime(page(1));
        var loading = sync(source, target);
        try (var watching = connect(target)) {
          await(() -> copying(watching) || !loading.isAlive());
        }
        assertTrue(loading.isAlive(), said("sync"));
        target.kill();
        assertEquals(2, loading.waitFor(), said("sync"));
      } finally {
        target.close();
      }
      assertEquals(first, Files.getLastModifiedTime(page(1)), "the second run began behind what was there");
      try (var again = Ready.serve(room.resolve("target"))) {
        assertEquals(before, state(again));
        assertEquals(0, sync(source, again).waitFor(), said("sync"));
        assertEquals(whole.products(), state(again).products());
        assertNotEquals(before, state(again));
      }
    }
  }

  private Process sync(Served source, Served target) throws IOException {
    return jejak("sync", "kfa", "sync", "--from", url(source), "--url", url(target), "--size", "250", "--data",
        room.resolve("cli").toString());
  }

  private static String url(Served served) {
    return "http://127.0.0.1:" + served.port();
  }

  private Process jejak(String log, String... words) throws IOException {
    return new ProcessBuilder(Served.command(Ready.java(), words)).redirectErrorStream(true)
        .redirectOutput(room.resolve(log + ".log").toFile()).start();
  }

  private String said(String log) throws IOException {
    return Files.readString(room.resolve(log + ".log"), StandardCharsets.UTF_8);
  }

  /** A dictionary, as far as a cut-off load could change it. */
  private record State(long products, long edition, long seq, long changes) {}

  private static Connection connect(Served served) throws SQLException {
    var at = served.database();
    return DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password().reveal());
  }

  private static State state(Served served) throws SQLException {
    try (var connection = connect(served)) {
      return new State(Asked.number(connection, "select count(*) from kfa.product"),
          Asked.number(connection, "select edition from kfa.edition"),
          Asked.number(connection, "select seq from kfa.edition"),
          Asked.number(connection, "select count(*) from kfa.change"));
    }
  }

  private static boolean copying(Connection watching) {
    try {
      return Asked.number(watching, """
          select count(*)
            from pg_stat_activity
           where state = 'active' and (query ilike 'copy incoming%' or query ilike '%match_product%')
             and pid <> pg_backend_pid()
          """) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited too long");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }

  private Path page(int number) throws IOException {
    try (var all = Files.walk(room.resolve("cli"))) {
      return all.filter(file -> file.endsWith("farmasi-%06d.json".formatted(number))).findFirst().orElseThrow();
    }
  }

  private int pages() {
    if (Files.notExists(room.resolve("cli"))) {
      return 0;
    }
    try (var all = Files.walk(room.resolve("cli"))) {
      return (int) all.filter(file -> file.toString().matches(".*farmasi-\\d+\\.json")).count();
    } catch (IOException | java.io.UncheckedIOException e) { // files come and go while they are looked for
      return 0;
    }
  }
}
