package id.jejak.ttac;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.TestFolders;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
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
import id.jejak.ttac.http.TtacFaults;
import id.jejak.ttac.store.Schema;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** TTAC over a throw-away database of its own, called in process as a client would. */
public final class TestTtac implements AutoCloseable {
  public final Db db;
  public final SettableClock clock = new SettableClock(InstantSource.system());
  public final List<Mailer.Letter> letters = new ArrayList<>();
  public final Handler handler;
  public final Context context;
  private final Map<Integer, String> tokens = new ConcurrentHashMap<>();
  private final Jobs jobs = new Jobs();
  private final Ttac ttac;

  public TestTtac() {
    this(true);
  }

  /** With the demo world, or empty. */
  public TestTtac(boolean demo) {
    var where = TestPostgres.freshDatabase(Schema.MIGRATIONS);
    db = Db.open(new Address(where.jdbcUrl(), where.user(), new Secret(where.password().reveal())));
    context = new Context(db, clock, jobs, Settings.read(Map.of(), Ttac.settings(), Map.of()),
        new Ids(InstantSource.system(), 1), new SecureRandom(), letters::add, TestFolders.own("derived"), demo);
    ttac = Ttac.start(context);
    var mounts = new ArrayList<Mount>(ttac.mounts());
    ttac.sandbox().ifPresent(sandbox -> {
      sandbox.prepare();
      mounts.add(new Mount("sandbox", List.of("/sandbox"), sandbox.routes(), new TtacFaults()));
    });
    handler = new Router(mounts, new TtacFaults(), new Traffic(new SimpleMeterRegistry()));
  }

  /** Puts the demo world back. */
  public void reset() {
    ttac.sandbox().orElseThrow().reset();
    tokens.clear();
  }

  /** The token of a demo facility. */
  public String token(int sarana) {
    return tokens.computeIfAbsent(sarana, id -> {
      for (var account : accounts()) {
        if (account.path("sarana_id").asInt() == id) {
          return login(account.path("email").asString(), account.path("password").asString());
        }
      }
      throw new IllegalArgumentException("no account at " + id);
    });
  }

  /** The token that a login gives. */
  public String login(String email, String password) {
    return call("POST", "/api/v3/auth/login", Map.of("email", email, "password", password))
        .path("data").path("user").path("token").asString();
  }

  /** Fills TTAC from its part of a world file. */
  public void load(String world) {
    ttac.load(Json.read(world));
  }

  private Iterable<JsonNode> accounts() {
    return Json.read(Json.write(ttac.sandbox().orElseThrow().world())).path("accounts");
  }

  /** Calls an operation with a JSON body. */
  public JsonNode call(String method, String path, Map<String, ?> params) {
    return Json.read(raw(Request.json(method, path, new String(Json.write(params),
        java.nio.charset.StandardCharsets.UTF_8))).bytes());
  }

  /** Calls an operation as a facility. */
  public JsonNode call(int sarana, Operation operation, Map<String, ?> params) {
    var all = new java.util.LinkedHashMap<String, Object>();
    all.put("token", token(sarana));
    all.putAll(params);
    return call(operation.method(), "/api/v3" + operation.path(), all);
  }

  /** The code of the answer to a call as a facility. */
  public String code(int sarana, Operation operation, Map<String, ?> params) {
    return call(sarana, operation, params).path("statusCode").asString();
  }

  /** Seeds packs; each is {@code barcode:level} or {@code barcode:level:parent} or with a status as fourth. */
  public void seed(int sarana, String nie, String batch, String... packs) {
    var list = new ArrayList<Map<String, String>>();
    for (var pack : packs) {
      var parts = pack.split(":", -1);
      var one = new java.util.LinkedHashMap<String, String>();
      one.put("barcode", parts[0]);
      one.put("level", parts[1]);
      if (parts.length > 2 && !parts[2].isEmpty()) {
        one.put("parent", parts[2]);
      }
      if (parts.length > 3) {
        one.put("status", parts[3]);
      }
      list.add(one);
    }
    var answer = call("POST", "/sandbox/ttac/barcodes", Map.of("sarana_id", sarana, "nie", nie, "batch_no", batch,
        "exp_date", "2030-12-31", "barcodes", list));
    if (answer.path("registered").asInt() != packs.length) {
      throw new IllegalStateException(answer.toString());
    }
  }

  /** Sends a request as it is. */
  public Response raw(Request request) {
    return handler.handle(request);
  }

  @Override
  public void close() {
    jobs.close();
    db.close();
  }
}
