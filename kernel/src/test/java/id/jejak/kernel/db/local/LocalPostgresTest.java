package id.jejak.kernel.db.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.security.auth.module.UnixSystem;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.TestPostgres;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a start makes, keeps, and refuses, within one process. */
class LocalPostgresTest {
  private Path folder;

  @BeforeEach void makeFolder() throws IOException {
    folder = Files.createTempDirectory("jejak-local-");
  }

  @AfterEach void deleteFolder() {
    TestPostgres.delete(folder);
  }

  @Test void aSecondStartFindsTheDataOfTheFirst() throws SQLException {
    try (var first = LocalPostgres.start(folder, Settings.durable())) {
      Kept.execute(first.coordinates(), "create table kept as select 'here' as word");
    }
    assertEquals(Optional.empty(), LocalPostgres.connectTo(folder));
    try (var second = LocalPostgres.start(folder, Settings.durable())) {
      assertEquals("here", Kept.read(second.coordinates(), "select word from kept"));
    }
  }

  @Test void durableSettingsAreDurableAndTheLogNamesNobody() throws SQLException, IOException {
    try (var server = LocalPostgres.start(folder, Settings.durable().withStatementStatistics(true))) {
      var at = server.coordinates();
      for (var on : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
        assertEquals("on", Kept.read(at, "show " + on), on);
      }
      assertEquals("pg_stat_statements", Kept.read(at, "show shared_preload_libraries"));
      assertEquals("UTF8", Kept.read(at, "show server_encoding"));
      assertEquals("C.UTF-8", Kept.read(at,
          "select datlocale from pg_database where datname = current_database()"));

      assertThrows(SQLException.class, () -> Kept.execute(at, "select 'canary-3171'::int"));
      Kept.execute(at, "create table patient (nik text primary key)");
      Kept.execute(at, "insert into patient values ('canary-3172')");
      var leak = assertThrows(SQLException.class,
          () -> Kept.execute(at, "insert into patient values ('canary-3172')"));
      assertFalse(leak.getMessage().contains("canary"), leak.getMessage());
    }
    assertFalse(Files.readString(folder.resolve("log/postgres.log")).contains("canary"));
  }

  @Test void throwAwaySettingsAreNotDurableYetAsStrict() throws SQLException, IOException {
    try (var server = LocalPostgres.start(folder, Settings.throwAway())) {
      for (var off : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertEquals("off", Kept.read(server.coordinates(), "show " + off), off);
      }
      assertOnlyTheRightPasswordGetsIn(server.coordinates());
    }
  }

  @Test void throwAwaySettingsKeepOffKeptData() {
    LocalPostgres.start(folder, Settings.durable()).close();

    var refused = assertThrows(StartFailure.class, () -> LocalPostgres.start(folder, Settings.throwAway()));

    assertTrue(refused.getMessage().contains("at risk"), refused.getMessage());
  }

  @Test void onlyTheRightPasswordGetsIn() throws IOException {
    try (var server = LocalPostgres.start(folder, Settings.durable())) {
      assertOnlyTheRightPasswordGetsIn(server.coordinates());
    }
  }

  private void assertOnlyTheRightPasswordGetsIn(Coordinates at) throws IOException {
    var wrong = new Coordinates(at.host(), at.port(), at.user(), new Password("wrong"), at.database());
    var refused = assertThrows(SQLException.class, () -> Kept.read(wrong, "select 1"));
    assertEquals("28P01", refused.getSQLState());
    var rules = Files.readAllLines(folder.resolve("postgres/pg_hba.conf")).stream()
        .map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    assertFalse(rules.isEmpty());
    assertTrue(rules.stream().allMatch(line -> line.endsWith("scram-sha-256")), rules::toString);
    assertTrue(at.password().reveal().length() >= 32);
    assertFalse(at.toString().contains(at.password().reveal()));
  }

  @Test void listensOnLoopbackOnly() throws SQLException, IOException {
    try (var server = LocalPostgres.start(folder, Settings.durable())) {
      assertEquals("127.0.0.1", Kept.read(server.coordinates(), "show listen_addresses"));
      assertEquals("", Kept.read(server.coordinates(), "show unix_socket_directories"));
      var others = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.getHostAddress().equals("127.0.0.1")).toList();
      for (var address : others) {
        assertThrows(IOException.class, () -> new Socket(address, server.coordinates().port()).close(),
            address::toString);
      }
    }
  }

  @Test void secretsAreForTheirOwnerAlone() throws IOException {
    var fresh = folder.resolve("fresh");
    try (var _ = LocalPostgres.start(fresh, Settings.durable())) {
      assertEquals("rw-------", permissions(fresh.resolve("postgres.password")));
      assertEquals(new UnixSystem().getUid(), DataFolder.uid(fresh.resolve("postgres.password")));
      assertEquals("rwx------", permissions(fresh.resolve("postgres")));
      assertEquals("rwx------", permissions(fresh.resolve("log")));
      assertTrue(permissions(fresh).matches("rwx--[x-]---"), permissions(fresh));
      assertFalse(Files.exists(fresh.resolve("postgres.password.init")));
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test void aSecondHolderInThisProcessIsRefusedAndTheFirstKeepsItsLock() throws SQLException {
    try (var server = LocalPostgres.start(folder, Settings.durable())) {
      for (var tries = 0; tries < 2; tries++) {
        var refused = assertThrows(StartFailure.class, () -> LocalPostgres.start(folder, Settings.durable()));
        assertTrue(refused.getMessage().contains("process " + ProcessHandle.current().pid()),
            refused.getMessage());
      }
      var child = assertThrows(IOException.class,
          () -> Kept.spawn(List.of(), Kept.classPath(), folder, "no"));
      assertTrue(child.getMessage().contains("in use by process " + ProcessHandle.current().pid()),
          child.getMessage());
      assertEquals("1", Kept.read(server.coordinates(), "select 1"));
    }
  }

  @Test void aSecondProgramFindsTheRunningServer() throws SQLException {
    try (var server = LocalPostgres.start(folder, Settings.durable())) {
      var found = LocalPostgres.connectTo(folder).orElseThrow();
      assertEquals(server.coordinates(), found);
      assertEquals("1", Kept.read(found, "select 1"));
    }
    assertEquals(Optional.empty(), LocalPostgres.connectTo(folder.resolve("nothing")));
  }

  @Test void aPidFileLeftByAMachineCrashDoesNotMatterEvenWhenItsNumberIsAStrangers() throws IOException {
    LocalPostgres.start(folder, Settings.durable()).close();
    var file = folder.resolve("postgres/postmaster.pid");
    // The stranger is a process that lives and is neither PostgreSQL nor an ancestor of the new server.
    var stranger = new ProcessBuilder("sleep", "600").start();
    try {
      for (var left : List.of("999999999", Long.toString(stranger.pid()), "")) {
        Files.writeString(file, left.isEmpty() ? "" : left + "\n" + folder.resolve("postgres")
            + "\n1700000000\n5432\n\n127.0.0.1\n  123456         7\nready   \n");
        assertEquals(Optional.empty(), LocalPostgres.connectTo(folder));
        try (var server = LocalPostgres.start(folder, Settings.durable())) {
          assertNotEquals(left, Long.toString(server.pid()));
        }
      }
      assertTrue(stranger.isAlive());
    } finally {
      stranger.destroy();
    }
  }

  @Test void dataOfAnotherVersionIsRefusedWithAdvice() throws IOException {
    LocalPostgres.start(folder, Settings.durable()).close();
    Files.writeString(folder.resolve("postgres/PG_VERSION"), "16\n");

    var refused = assertThrows(StartFailure.class, () -> LocalPostgres.start(folder, Settings.durable()));

    assertTrue(refused.getMessage().contains("data of another version"), refused.getMessage());
    assertTrue(refused.getMessage().contains("pg_dump"), refused.getMessage());
  }

  @Test void aLostPasswordIsSaidAtOnce() throws IOException {
    LocalPostgres.start(folder, Settings.durable()).close();
    Files.delete(folder.resolve("postgres.password"));

    var refused = assertThrows(StartFailure.class, () -> LocalPostgres.start(folder, Settings.durable()));

    assertTrue(refused.getMessage().contains("restore"), refused.getMessage());
  }

  @Test void aMachineWithoutBinariesIsToldWhichJarToAdd() {
    var refused = assertThrows(StartFailure.class, () -> Binaries.archive("Mac OS X", "aarch64"));

    assertTrue(refused.getMessage().contains("postgres-darwin-arm_64.txz"), refused.getMessage());
  }
}
