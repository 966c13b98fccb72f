package id.jejak.verify.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.json.Json;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.served.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * {@code kill -9} under load, of a real process on durable data: what was answered with success is there after the
 * restart, and what was not answered is there wholly or not at all. {@code -Djejak.kill.rounds=50} kills longer.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Turn.LOCK)
class KillTest {
  private static final int ROUNDS = Integer.getInteger("jejak.kill.rounds", 1);
  private static final int SEED = Integer.getInteger("jejak.kill.seed", 20261122);
  private static final int CLIENTS = 12;
  private static final int LOOSE = 4;
  private static final int NESTED = 30;
  private static final int FEWEST = 100;
  private static final int MOST = 600;

  private Path room;

  @BeforeEach
  void makeRoom() throws IOException {
    room = Files.createTempDirectory("jejak-kill-");
  }

  @AfterEach
  void clearRoom() {
    TestPostgres.delete(room);
  }

  private interface Blow {
    void fall(Served served) throws IOException;
  }

  @Test
  void whatWasAnsweredIsThereAfterAKillAndWhatWasNotIsWholeOrAbsent() throws Exception {
    var random = new Random(SEED);
    var parcels = new ArrayList<List<Parcel>>();
    for (int client = 0; client < CLIENTS; client++) {
      parcels.add(new ArrayList<>());
    }
    for (int round = 0; round < ROUNDS; round++) {
      seed(addTo(parcels, round));
      loadAndKill(parcels, random, Served::kill);
      check(parcels);
      loadAndKill(parcels, random, Served::killWithDatabase);
      check(parcels);
    }
  }

  /** New parcels for every client; the old ones go on. */
  private static List<Parcel> addTo(List<List<Parcel>> parcels, int round) {
    var added = new ArrayList<Parcel>();
    for (int client = 0; client < CLIENTS; client++) {
      var own = new ArrayList<Parcel>();
      for (int i = 0; i < LOOSE; i++) {
        own.add(new Parcel.Loose("R" + round + "C" + client + "L" + i));
      }
      for (int i = 0; i < NESTED; i++) {
        own.add(new Parcel.Nested("R" + round + "C" + client + "N" + i));
      }
      parcels.get(client).addAll(own);
      added.addAll(own);
    }
    return added;
  }

  private void seed(List<Parcel> parcels) throws IOException {
    var seeds = parcels.stream().flatMap(one -> one.seeds().stream()).toList();
    try (var served = Ready.serve(room.resolve("data")); var wire = new Wire(served.port())) {
      var answer = wire.call(Wire.request("POST", "/sandbox/ttac/barcodes", Json.write(Map.of(
          "sarana_id", Parcel.DISTRIBUTOR, "nie", "GKL1222251043A1", "batch_no", "B1", "exp_date", "2030-12-31",
          "barcodes", seeds))));
      assertTrue(answer.contains("\"registered\":" + seeds.size()), answer);
    }
  }

  private void loadAndKill(List<List<Parcel>> parcels, Random random, Blow blow) throws Exception {
    var served = Ready.serve(room.resolve("data"));
    var tokens = Map.of(Parcel.DISTRIBUTOR, login(served, "gudang@pbf-nusantara.example", "jejak-284"),
        Parcel.HOSPITAL, login(served, "farmasi@sarana-a.example", "jejak-123"));
    try (var crowd = new Crowd(served.port(), tokens, parcels, random.nextLong())) {
      crowd.await(random.nextInt(FEWEST, MOST));
      blow.fall(served);
      crowd.join();
    } finally {
      served.close();
    }
  }

  private static String login(Served served, String email, String password) throws IOException {
    try (var wire = new Wire(served.port())) {
      var answer = wire.call(Wire.request("POST", "/api/v3/auth/login",
          Json.write(Map.of("email", email, "password", password))));
      return Json.read(answer).path("data").path("user").path("token").asString();
    }
  }

  private void check(List<List<Parcel>> parcels) throws Exception {
    try (var served = Ready.serve(room.resolve("data")); var connection = connect(served)) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        // Waits for transactions that the killed Java left to a living PostgreSQL.
        statement.execute("lock table ttac.pack in exclusive mode");
      }
      int movements = 0;
      for (var own : parcels) {
        for (var parcel : own) {
          int applied = parcel.applied(connection);
          assertTrue(applied == parcel.acknowledged() || applied == parcel.acknowledged() + 1, () -> parcel.name
              + ": " + parcel.acknowledged() + " movements were answered, " + applied + " are there (seed " + SEED
              + ")");
          parcel.goOnFrom(applied);
          movements += applied;
        }
      }
      assertNothingElse(connection, movements);
    }
  }

  private static void assertNothingElse(Connection connection, int movements) throws SQLException {
    assertEquals(0, Asked.number(connection, """
        select count(*)
          from ttac.shipment s
         where s.open <> (select count(*) from ttac.pack p where p.shipment = s.event)
        """), "every shipment counts the units that are still in it");
    assertEquals(0, Asked.number(connection, """
        select count(*)
          from ttac.content c
         where c.primers <> (select count(*)
                               from ttac.pack p
                               left join ttac.pack s on s.id = p.parent
                              where p.level = 1 and p.lot = c.lot and p.status = c.status
                                and c.parent in (s.id, s.parent))
        """), "every holder counts the primers that are in it");
    assertEquals(0, Asked.number(connection, """
        select count(*)
          from ttac.pack p
         cross join unnest(p.trail) as t (id)
         where not exists (select from ttac.event e where e.id = t.id)
        """), "every step of a trail is an event");
    assertEquals(movements, Asked.number(connection, "select count(*) from ttac.event where kind in (6, 7)"),
        "every movement is one event, and there is no other");
  }

  private static Connection connect(Served served) throws SQLException {
    var at = served.database();
    return DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password().reveal());
  }
}
