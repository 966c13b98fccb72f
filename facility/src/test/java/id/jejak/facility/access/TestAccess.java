package id.jejak.facility.access;

import id.jejak.facility.access.http.AccessFaults;
import id.jejak.facility.access.store.Schema;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.mail.Mailer;
import id.jejak.kernel.observe.Traffic;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.time.Jobs;
import id.jejak.kernel.time.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Access over a throw-away database and keys of its own, with the demo world, called in process. */
public final class TestAccess implements AutoCloseable {
  public static final String BASE = "/facility/v1";
  public static final String PASSWORD = "jejak-fasilitas";
  /** Eight in the morning of a Monday, in Jakarta. */
  public static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

  public final Db db;
  public final SettableClock clock = new SettableClock(InstantSource.system());
  public final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  public final Router router;
  public final Access access;
  public final Path keys;
  private final Jobs jobs = new Jobs();
  private final Map<String, String> tokens = new HashMap<>();

  public TestAccess() {
    this(Map.of());
  }

  public TestAccess(Map<String, String> settings) {
    this(settings, true);
  }

  /** Without the demo world when {@code demo} is false. */
  public TestAccess(Map<String, String> settings, boolean demo) {
    var where = TestPostgres.freshDatabase(Schema.MIGRATIONS);
    db = Db.open(new Address(where.jdbcUrl(), where.user(), new Secret(where.password().reveal())));
    clock.set(NOW);
    Path folder;
    try {
      folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "access-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keys = folder.resolve("keys");
    access = Access.start(new Context(db, clock, jobs, Settings.read(settings, Access.settings(), Map.of()),
        new Ids(InstantSource.system(), 1), new SecureRandom(), new NoMail(), folder.resolve("derived"), true));
    if (demo) {
      access.sandbox().orElseThrow().prepare();
    }
    router = new Router(access.mounts(), new AccessFaults(), new Traffic(metrics));
  }

  /** Another node on the same database and keys. */
  public Router anotherNode() {
    var other = Access.start(new Context(db, clock, jobs, Settings.read(Map.of(), Access.settings(), Map.of()),
        new Ids(InstantSource.system(), 2), new SecureRandom(), new NoMail(), keys.resolveSibling("derived"), true));
    return new Router(other.mounts(), new AccessFaults(), new Traffic(new SimpleMeterRegistry()));
  }

  /** The answer to a login. */
  public Response login(String username, String password) {
    return router.handle(Request.json("POST", BASE + "/login", json(Map.of("username", username, "password", password))));
  }

  /** A token of a member of staff; the same one each time. */
  public String token(String username) {
    return tokens.computeIfAbsent(username, name -> {
      var answer = login(name, PASSWORD);
      if (answer.status() != 200) {
        throw new IllegalStateException(answer.text());
      }
      return Json.read(answer.bytes()).path("token").asString();
    });
  }

  /** Forgets tokens that were got, as after time passed. */
  public void logInAgain() {
    tokens.clear();
  }

  /** Asks as a program of a member of staff; an empty username asks as nobody. */
  public Response ask(String username, String method, String path, Object body) {
    var headers = Headers.of("Content-Type", "application/json");
    if (!username.isEmpty()) {
      headers = headers.plus("Authorization", "Bearer " + token(username));
    }
    return router.handle(Request.of(method, BASE + path, headers,
        Body.of(body instanceof String text ? text : json(body))));
  }

  public JsonNode get(String username, String path) {
    return Json.read(ask(username, "GET", path, "").bytes());
  }

  public JsonNode post(String username, String path, Object body) {
    return Json.read(ask(username, "POST", path, body).bytes());
  }

  public static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  /** The number that a query answers. */
  public int count(String sql) {
    return db.<Integer>read(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }

  /** Gives every job a turn soon. */
  public void runJobs() {
    jobs.soon();
  }

  /** A change that only somebody with the whole database in hand can make. */
  public void tamper(String sql) {
    db.transaction(tx -> {
      tx.execute("set local session_replication_role = replica");
      return tx.execute(sql);
    });
  }

  @Override
  public void close() {
    jobs.close();
    db.close();
  }

  private static final class NoMail implements Mailer {
    @Override
    public void send(Letter letter) {
      throw new IllegalStateException("no letter is written here");
    }

    @Override
    public boolean configured() {
      return false;
    }
  }
}
