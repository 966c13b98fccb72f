package id.jejak.verify.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.contract.WibText;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.db.local.Coordinates;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
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
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Two processes of the whole house on one database and one folder of keys. Both serve, and share what is owed; one is
 * killed by {@code kill -9}, and the other goes on: what was answered is there, what was owed arrives, nothing twice.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Turn.LOCK)
class TwoNodesTest {
  private static final int CLIENTS = 4;
  private static final int BEFORE = 120;
  private static final int AFTER = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<String> SETTINGS = List.of("delivery.lease=PT4S", "delivery.at-once=16");

  private final Coordinates database = TestPostgres.freshDatabase();
  private final Queue<String> answered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger next = new AtomicInteger();
  private final Semaphore answers = new Semaphore(0);
  private Path room;

  @BeforeEach
  void makeRoom() throws IOException {
    room = Files.createTempDirectory("jejak-two-nodes-");
  }

  @AfterEach
  void clearRoom() {
    TestPostgres.delete(room);
  }

  @Test
  void bothServeAndShareAndOneGoesOnAlone() throws Exception {
    var first = Served.node(Files.createDirectories(room.resolve("first")), Ready.java(), database, SETTINGS);
    var data = Files.createDirectories(room.resolve("second"));
    for (var shared : List.of("keys", "antrean.key")) {
      Files.createSymbolicLink(data.resolve(shared), room.resolve("first").resolve(shared));
    }
    try (var second = Served.node(data, Ready.java(), database, SETTINGS); var connection = connect();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      run(connection, "update queue.practice set quota_other = 100000");
      run(connection, "update queue.session set quota_other = 100000");
      whatOneKnowsTheOtherKnows(first.port(), second.port());
      for (int i = 0; i < CLIENTS; i++) {
        int port = i % 2 == 0 ? first.port() : second.port();
        threads.submit(() -> take(port));
      }
      waitFor(BEFORE);
      first.kill();
      waitFor(AFTER); // by the other alone
      threads.shutdownNow();
      assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS));
      settled(connection);
      everythingOnce(connection);
      assertTrue(number(connection, """
          select count(distinct who) from delivery.attempt where outcome = 'DONE'
          """) > 1, "only one of them carried");
    } finally {
      first.close();
    }
  }

  /** A session that began at one lives at the other, which opens what the first one sealed. */
  private static void whatOneKnowsTheOtherKnows(int first, int second) {
    try (var one = wire(first); var other = wire(second)) {
      var session = Json.read(one.handle(Request.json("POST", "/facility/v1/login",
          "{\"username\": \"loket.rs\", \"password\": \"jejak-fasilitas\"}")).bytes());
      var headers = Headers.of("Authorization", "Bearer " + session.path("token").asString(""));
      var added = Json.read(one.handle(Request.of("POST", "/facility/v1/patients", headers,
          Body.of("{\"name\": \"Dua Simpul\", \"purpose\": \"registration\"}"))).bytes());
      var read = other.handle(Request.of("GET", "/facility/v1/patients/" + added.path("id").asString("")
          + "?purpose=treatment", headers, Body.EMPTY));
      assertEquals("Dua Simpul", Json.read(read.bytes()).path("name").asString(""), read.text());
    }
  }

  private static HttpTransport wire(int port) {
    return new HttpTransport("http://127.0.0.1:" + port, Duration.ofSeconds(30));
  }

  /** Gives numbers at the desk of a node until it is gone. */
  private void take(int port) {
    try (var wire = wire(port)) {
      while (!Thread.currentThread().isInterrupted()) {
        var answer = wire.handle(Request.json("POST", "/facility/v1/queue/walk-ins", wish(next.getAndIncrement())));
        if (answer.status() != 200) {
          throw new AssertionError(said(answer));
        }
        answered.add(Json.read(answer.bytes()).path("data").path("code").asString(""));
        answers.release();
      }
    } catch (NoAnswer e) {
      return; // the node is gone, as it should be
    }
  }

  private static String said(Response answer) {
    return answer.status() + " " + answer.text();
  }

  private static String wish(int patient) {
    var body = new LinkedHashMap<String, Object>();
    body.put("sub", "ANA");
    body.put("doctor", patient % 2 == 0 ? 12345 : 12346);
    body.put("day", WibText.date(InstantSource.system().instant()).plusDays(1).toString());
    body.put("hours", "08:00-16:00");
    body.put("member", false);
    body.put("nik", String.format(Locale.ROOT, "%016d", 330_000_000_000L + patient));
    body.put("name", "X");
    return new String(Json.write((Object) body), java.nio.charset.StandardCharsets.UTF_8);
  }

  private void waitFor(int many) throws InterruptedException {
    assertTrue(answers.tryAcquire(many, PATIENCE.toSeconds(), TimeUnit.SECONDS), "only " + answers.availablePermits()
        + " of " + many + " answers");
  }

  /** Until nothing is owed any more; the lease of the dead one must run out first. */
  private static void settled(Connection connection) throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (number(connection, "select count(*) from delivery.parcel where remote = 'antrean'") > 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError(text(connection, """
            select string_agg(distinct state || ' ' || coalesce(remedy, '') || ' ' || coalesce(reason, ''), '; ')
              from delivery.parcel
            """));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private void everythingOnce(Connection connection) throws SQLException {
    assertEquals(answered.size(), answered.stream().distinct().count(), "no number was given twice");
    for (var code : answered) {
      assertEquals(1, number(connection, "select count(*) from antrean.antrean where kodebooking = '" + code + "'"), code);
      assertEquals(1, number(connection, "select count(*) from delivery.settled where remote = 'antrean' and key = '" + code
          + "' and outcome = 'DONE'"), code);
    }
    // one that may have been sent is looked for before it is sent again, and nobody carries what another node holds
    assertEquals(0, number(connection, """
        select count(*)
          from (select parcel
                  from delivery.attempt
                 group by parcel
                having count(*) filter (where what = 'SENT' and outcome in ('DONE', 'UNKNOWN')) > 1
                    or count(*) filter (where outcome = 'DONE') <> 1) twice
        """), "sent twice");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password().reveal());
  }

  private static void run(Connection connection, String statement) throws SQLException {
    try (var one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    return Asked.number(connection, query);
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }
}
