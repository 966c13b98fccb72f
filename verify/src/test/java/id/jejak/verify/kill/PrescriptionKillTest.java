package id.jejak.verify.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.json.Json;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.served.Served;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} under doctors and pharmacies at work: nothing that was answered is lost. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Turn.LOCK)
class PrescriptionKillTest {
  private static final int SEED = Integer.getInteger("jejak.kill.seed", 20261122);
  private static final int CLIENTS = 8;
  private static final int FEWEST = 100;
  private static final int MOST = 500;
  private static final int PATIENCE_SECONDS = 60;

  private final List<Prescriber> prescribers = new ArrayList<>();
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
  void nothingThatWasAnsweredIsLost() throws Exception {
    var random = new Random(SEED);
    for (int i = 0; i < CLIENTS; i++) {
      prescribers.add(new Prescriber("K" + i));
    }
    workAndKill(random, Served::kill);
    check();
    workAndKill(random, Served::killWithDatabase);
    check();
  }

  private void workAndKill(Random random, Blow blow) throws Exception {
    var served = Ready.serve(room.resolve("data"));
    var answers = new Semaphore(0);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var clients = clients(served);
      var hospital = token(served, clients.path(0));
      var pharmacy = token(served, clients.path(1));
      var running = new ArrayList<Future<?>>();
      prescribers.forEach(one -> running.add(threads.submit(() ->
          one.work(served.port(), hospital, pharmacy, answers))));
      if (!answers.tryAcquire(random.nextInt(FEWEST, MOST), PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("only " + answers.availablePermits() + " requests were answered");
      }
      blow.fall(served);
      for (var one : running) {
        one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause().getMessage(), e.getCause());
    } finally {
      served.close();
    }
  }

  private static JsonNode clients(Served served) throws IOException {
    try (var wire = new Wire(served.port())) {
      return Json.read(wire.call("GET /sandbox/world HTTP/1.1\r\nHost: localhost\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII))).path("satusehat").path("clients");
    }
  }

  private static String token(Served served, JsonNode client) throws IOException {
    try (var wire = new Wire(served.port())) {
      return Json.read(wire.call(Wire.request("POST", "/oauth2/v1/accesstoken?grant_type=client_credentials",
          "application/x-www-form-urlencoded", ("client_id=" + client.path("client_id").asString() + "&client_secret="
              + client.path("client_secret").asString()).getBytes(StandardCharsets.UTF_8))))
          .path("access_token").asString();
    }
  }

  private void check() throws Exception {
    try (var served = Ready.serve(room.resolve("data"))) {
      try (var connection = connect(served); var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        // Waits for transactions that the killed Java left to a living PostgreSQL.
        statement.execute("lock table satusehat.resource in exclusive mode");
      }
      try (var wire = new Wire(served.port())) { // whatever is due is done now
        wire.call(Wire.request("POST", "/sandbox/satusehat/number", "{}".getBytes(StandardCharsets.US_ASCII)));
      }
      try (var connection = connect(served)) {
        for (var one : prescribers) {
          one.check(connection);
        }
        assertNothingElse(connection);
      }
    }
  }

  private static void assertNothingElse(Connection connection) throws SQLException {
    assertEquals(0, Asked.number(connection, "select count(*) from satusehat.job"), "no work is left or stuck");
    assertEquals(0, Asked.number(connection, """
        select count(*)
          from satusehat.nrn n
         where not exists (select
                             from satusehat.resource r
                            where r.rid = n.document
                              and convert_from(r.content, 'UTF8') like '%"' || n.nrn || '"%')
        """), "every national number stands in its document");
    assertEquals(0, Asked.number(connection, """
        select count(*)
          from satusehat.resource r
         where r.type = 'DocumentReference'
           and not exists (select from satusehat.nrn n where n.document = r.rid)
        """), "every prescription has its national number");
    assertEquals(0, Asked.number(connection, """
        select count(*)
          from (select from satusehat.term t
                 where not exists (select from satusehat.resource r where r.rid = t.rid)) as astray
        """), "nothing is found that is not there");
  }

  private static Connection connect(Served served) throws SQLException {
    var at = served.database();
    return DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password().reveal());
  }
}
