package id.jejak.verify.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.WibText;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import id.jejak.verify.served.SealedPatients;
import id.jejak.verify.served.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * {@code kill -9} while patients take numbers: every booking that was answered is there once after the restart, no
 * number is there twice, and every session counts what is there. {@code -Djejak.kill.rounds=50} kills longer.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Turn.LOCK)
class QueueKillTest {
  private static final int ROUNDS = Integer.getInteger("jejak.kill.rounds", 1);
  private static final int CLIENTS = 8;
  private static final int PATIENTS = 4_000;
  private static final int ANSWERS = 150;
  private static final SealedPatients KNOWN = new SealedPatients("K", 7_000_000_000L, 330_000_000_000L);

  private final Queue<String> answered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger next = new AtomicInteger();
  private Path room;

  @BeforeEach
  void makeRoom() throws IOException {
    room = Files.createTempDirectory("jejak-queue-kill-");
  }

  @AfterEach
  void clearRoom() {
    TestPostgres.delete(room);
  }

  private interface Blow {
    void fall(Served served) throws IOException;
  }

  @Test
  void everyAnsweredBookingIsThereOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      loadAndKill(Served::kill);
      check();
      loadAndKill(Served::killWithDatabase);
      check();
    }
  }

  private void loadAndKill(Blow blow) throws Exception {
    var served = Ready.serve(room.resolve("data"));
    prepare(served);
    var answers = new Semaphore(0);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS; i++) {
        threads.submit(() -> take(served.port(), answers));
      }
      assertTrue(answers.tryAcquire(ANSWERS, 60, TimeUnit.SECONDS), "only " + answers.availablePermits() + " answers");
      blow.fall(served);
    } finally {
      served.close();
    }
  }

  private static void prepare(Served served) throws SQLException {
    try (var connection = connect(served); var statement = connection.createStatement()) {
      KNOWN.put(served.data(), connection, 0, PATIENTS + 1);
      statement.execute("update queue.practice set quota_jkn = 100000");
      statement.execute("update queue.session set quota_jkn = 100000");
    }
  }

  private void take(int port, Semaphore answers) {
    try (var wire = new HttpTransport("http://127.0.0.1:" + port, Duration.ofSeconds(30))) {
      var token = Json.read(wire.handle(Request.of("GET", "/rs/token", Headers.of(Header.USERNAME, "mobilejkn",
          Header.PASSWORD, "jejak-rs-284"), Body.EMPTY)).bytes()).path("response").path("token").asString();
      while (true) {
        int patient = next.getAndIncrement();
        var answer = Json.read(wire.handle(Request.of("POST", "/rs/ambilantrean", Headers.of(Header.TOKEN, token,
            Header.USERNAME, "mobilejkn"), Body.of(Json.write((Object) wish(patient))))).bytes());
        if (answer.path("metadata").path("code").asInt(0) != 200) {
          throw new AssertionError(answer.toString());
        }
        answered.add(answer.path("response").path("kodebooking").asString());
        answers.release();
      }
    } catch (NoAnswer e) {
      return; // the server is gone, as it should be
    }
  }

  private static Map<String, Object> wish(int patient) {
    var body = new LinkedHashMap<String, Object>();
    body.put("nomorkartu", KNOWN.card(patient));
    body.put("nik", KNOWN.nik(patient));
    body.put("kodepoli", "ANA");
    body.put("tanggalperiksa", WibText.date(InstantSource.system().instant()).plusDays(1).toString());
    body.put("kodedokter", patient % 2 == 0 ? 12345 : 12346);
    body.put("jampraktek", "08:00-16:00");
    body.put("jeniskunjungan", 1);
    body.put("nomorreferensi", "K" + patient);
    return body;
  }

  private void check() throws Exception {
    try (var served = Ready.serve(room.resolve("data")); var connection = connect(served)) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        // Waits for transactions that the killed Java left to a living PostgreSQL.
        statement.execute("lock table queue.session in exclusive mode");
      }
      assertEquals(answered.size(), answered.stream().distinct().count(), "no code was answered twice");
      for (var code : answered) {
        try (var find = connection.prepareStatement("select count(*) from queue.booking where code = ?")) {
          find.setString(1, code);
          try (var rows = find.executeQuery()) {
            rows.next();
            assertEquals(1, rows.getInt(1), code);
          }
        }
      }
      assertEquals(0, Asked.number(connection, """
          select count(*)
            from queue.session s
           where s.taken_jkn <> (select count(*) from queue.booking b where b.session = s.id)
              or s.last_number <> (select count(*) from queue.booking b where b.session = s.id)
          """), "every session counts what is there, and no number is missing");
    }
  }

  private static Connection connect(Served served) throws SQLException {
    var at = served.database();
    return DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password().reveal());
  }
}
