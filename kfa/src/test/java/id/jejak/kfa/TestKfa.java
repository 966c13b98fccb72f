package id.jejak.kfa;

import id.jejak.gateway.Bearers;
import id.jejak.gateway.contract.Caller;
import id.jejak.gateway.contract.Fault;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.observe.Traffic;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.time.Jobs;
import id.jejak.kernel.time.SettableClock;
import id.jejak.kfa.http.KfaFaults;
import id.jejak.kfa.store.Schema;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** KFA over a throw-away database of its own, behind a guard that knows one token, called as a client would. */
public final class TestKfa implements AutoCloseable {
  public static final String TOKEN = "test-token";
  private static final Bearers GUARD = (fault, behind) -> request ->
      request.header("Authorization").filter(("Bearer " + TOKEN)::equals).isPresent()
          ? behind.handle(new Caller("client", "organization"), request) : fault.response();

  public final Db db;
  public final SettableClock clock = new SettableClock(InstantSource.system());
  public final Path derived;
  public final Kfa kfa;
  public final Handler handler;
  private final Jobs jobs = new Jobs();

  public TestKfa() {
    this(Map.of(), true);
  }

  public TestKfa(Map<String, String> settings, boolean demo) {
    var where = TestPostgres.freshDatabase(Schema.MIGRATIONS);
    db = Db.open(new Address(where.jdbcUrl(), where.user(), new Secret(where.password().reveal())));
    try {
      derived = Files.createTempDirectory("jejak-derived-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    kfa = again(settings, demo);
    kfa.sandbox().ifPresent(sandbox -> sandbox.prepare());
    handler = router(kfa);
  }

  /** Another process on the same data and the same derived folder. */
  public Kfa again(Map<String, String> settings, boolean demo) {
    return Kfa.start(new Context(db, clock, jobs, Settings.read(settings, Kfa.settings(), Map.of()),
        new Ids(InstantSource.system(), 1), new SecureRandom(), letter -> {
          throw new AssertionError("KFA writes no letters");
        }, derived, demo), GUARD);
  }

  public static Router router(Kfa kfa) {
    return new Router(kfa.mounts(), new KfaFaults(false), new Traffic(new SimpleMeterRegistry()));
  }

  /** Asks with the token. */
  public Response get(String path) {
    return get(handler, path);
  }

  public static Response get(Handler handler, String path, String... headers) {
    var all = Headers.of("Authorization", "Bearer " + TOKEN);
    for (int i = 0; i < headers.length; i += 2) {
      all = all.plus(headers[i], headers[i + 1]);
    }
    return handler.handle(Request.of("GET", path, all, Body.EMPTY));
  }

  public Response post(String path, String body) {
    return handler.handle(Request.of("POST", path,
        Headers.of("Authorization", "Bearer " + TOKEN, "Content-Type", "application/json"), Body.of(body)));
  }

  public JsonNode json(String path) {
    return Json.read(get(path).bytes());
  }

  /** What the fault of a missing token looks like. */
  public static Response unauthorized() {
    return Fault.KEYMANAGEMENT_INVALID_ACCESS_TOKEN.response();
  }

  @Override
  public void close() {
    jobs.close();
    db.close();
    TestPostgres.delete(derived);
  }
}
