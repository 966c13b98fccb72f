package id.jejak.gateway;

import id.jejak.gateway.contract.Caller;
import id.jejak.gateway.contract.Fault;
import id.jejak.gateway.http.GatewayFaults;
import id.jejak.gateway.store.Schema;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.TestFolders;
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
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The gateway over a throw-away database of its own, called in process as a client would. */
public final class TestGateway implements AutoCloseable {
  public static final String TOKEN = "/oauth2/v1/accesstoken?grant_type=client_credentials";

  public final Db db;
  public final SettableClock clock = new SettableClock(InstantSource.system());
  public final Gateway gateway;
  public final Handler handler;
  private final Jobs jobs = new Jobs();

  public TestGateway() {
    this(Map.of(), true);
  }

  public TestGateway(Map<String, String> settings, boolean demo) {
    var where = TestPostgres.freshDatabase(Schema.MIGRATIONS);
    db = Db.open(new Address(where.jdbcUrl(), where.user(), new Secret(where.password().reveal())));
    gateway = start(settings, demo);
    gateway.sandbox().ifPresent(sandbox -> sandbox.prepare());
    handler = new Router(gateway.mounts(), new GatewayFaults(), new Traffic(new SimpleMeterRegistry()));
  }

  /** Another process on the same data. */
  public Gateway start(Map<String, String> settings, boolean demo) {
    return Gateway.start(new Context(db, clock, jobs, Settings.read(settings, Gateway.settings(), Map.of()),
        new Ids(InstantSource.system(), 1), new SecureRandom(), letter -> {
          throw new AssertionError("the gateway writes no letters");
        }, TestFolders.own("derived"), demo));
  }

  /** A client of the demo world, by its place. */
  public JsonNode client(int i) {
    return Json.read(Json.write(gateway.sandbox().orElseThrow().world())).path("clients").path(i);
  }

  /** Asks for a token. */
  public Response ask(String id, String secret) {
    return form(TOKEN, "client_id=" + encoded(id) + "&client_secret=" + encoded(secret));
  }

  /** Posts an urlencoded body. */
  public Response form(String path, String body) {
    return handler.handle(Request.of("POST", path,
        Headers.of("Content-Type", "application/x-www-form-urlencoded"), Body.of(body)));
  }

  /** A token of a demo client. */
  public String token(int i) {
    var client = client(i);
    return Json.read(ask(client.path("client_id").asString(), client.path("client_secret").asString()).bytes())
        .path("access_token").asString();
  }

  /** Asks what stands behind the gateway: it tells who asked. */
  public Response behind(Bearers bearers, String... headers) {
    return bearers.guard(Fault.KEYMANAGEMENT_INVALID_ACCESS_TOKEN, (Caller caller, Request _) ->
        Response.of(200, "text/plain", caller.client() + " of " + caller.organization()))
        .handle(Request.of("GET", "/kfa", Headers.of(headers), Body.EMPTY));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    jobs.close();
    db.close();
  }
}
