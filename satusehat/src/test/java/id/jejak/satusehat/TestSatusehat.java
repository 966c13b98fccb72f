package id.jejak.satusehat;

import id.jejak.gateway.contract.Caller;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.TestFolders;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Mount;
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
import id.jejak.satusehat.http.FhirFaults;
import id.jejak.satusehat.store.Schema;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * SATUSEHAT over a throw-away database of its own, called in process. In the place of the gateway stands a guard that
 * takes {@code Bearer 10000005} for a token of that organization.
 */
public final class TestSatusehat implements AutoCloseable {
  public static final String HOSPITAL = "10000005";
  public static final String PHARMACY = "10000099";
  public final Db db;
  public final SettableClock clock = new SettableClock(InstantSource.system());
  public final Router handler;
  private final Jobs jobs = new Jobs();
  private final Satusehat satusehat;

  /** With numbers given at once. */
  public TestSatusehat() {
    this(Map.of());
  }

  /** With settings; numbers are given at once unless said. */
  public TestSatusehat(Map<String, String> given) {
    this(given, Db.POOL);
  }

  /** With a pool of connections. */
  public TestSatusehat(Map<String, String> given, int pool) {
    var where = TestPostgres.freshDatabase(Schema.MIGRATIONS);
    db = Db.open(new Address(where.jdbcUrl(), where.user(), new Secret(where.password().reveal())), pool);
    var all = new HashMap<>(Map.of("satusehat.number-after", "PT0S", "satusehat.relate-after", "PT0S"));
    all.putAll(given);
    var context = new Context(db, clock, jobs, Settings.read(all, Satusehat.settings(), Map.of()),
        new Ids(InstantSource.system(), 1), new SecureRandom(), new NoMail(), TestFolders.own("derived"), true);
    satusehat = Satusehat.start(context, (fault, behind) -> request -> {
      var caller = request.header("Authorization").filter(header -> header.matches("Bearer [0-9]+"));
      return caller.isEmpty() ? fault.response()
          : behind.handle(new Caller("client", caller.get().substring("Bearer ".length())), request);
    });
    satusehat.sandbox().orElseThrow().prepare();
    var mounts = new ArrayList<Mount>(satusehat.mounts());
    mounts.add(new Mount("sandbox", List.of("/sandbox"), satusehat.sandbox().orElseThrow().routes(),
        new FhirFaults()));
    handler = new Router(mounts, new FhirFaults(), new Traffic(new SimpleMeterRegistry()));
  }

  /** The part itself. */
  public Satusehat part() {
    return satusehat;
  }

  /** Puts the demo world back. */
  public void reset() {
    satusehat.sandbox().orElseThrow().reset();
  }

  /** Asks as an organization. */
  public Response ask(String organization, String method, String path, String body, String... headers) {
    var all = headers.length == 0
        ? Headers.of("Authorization", "Bearer " + organization, "Content-Type", "application/json")
        : Headers.of(headers).plus("Authorization", "Bearer " + organization);
    var at = path.startsWith("/sandbox") || path.startsWith("/eresep") ? path : "/fhir-r4/v1" + path;
    return handler.handle(Request.of(method, at, all, Body.of(body)));
  }

  /** Creates a resource, which must work. */
  public JsonNode create(String organization, String type, String body) {
    return good(ask(organization, "POST", "/" + type, body), 201);
  }

  /** Gets something, which must work. */
  public JsonNode get(String organization, String path) {
    return good(ask(organization, "GET", path, ""), 200);
  }

  /** The body of an answer with this status. */
  public static JsonNode good(Response response, int status) {
    if (response.status() != status) {
      throw new AssertionError(response.status() + " " + response.text());
    }
    return Json.read(response.bytes());
  }

  /** The handler, for sockets. */
  public Handler handler() {
    return handler;
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
