package id.jejak.gateway.http;

import static id.jejak.kernel.http.Route.route;

import id.jejak.gateway.contract.GatewayOperations;
import id.jejak.gateway.contract.Limits;
import id.jejak.gateway.domain.Penalties;
import id.jejak.gateway.domain.Quota;
import id.jejak.gateway.store.ClientStore;
import id.jejak.gateway.store.TokenStore;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Everything behind the gateway's route and its guard, put together once. */
public final class Rooms implements Part.Sandbox {
  /** Whether a failed request for a token makes its client wait. */
  public static final Key<Boolean> PENALTY = Key.flag("gateway.penalty", false,
      "after a failed request for a token, answer 429 to that client_id for one minute, as SATUSEHAT does");
  /** Requests of a client in a minute. */
  public static final Key<Integer> QUOTA = Key.number("gateway.quota", 0, 0, Limits.QUOTA_MOST,
      "requests that one client may make in a minute behind the gateway, more get 429; 0 for no bound");

  private static final Duration SWEEP = Duration.ofHours(1);
  private static final Duration ENDED_KEPT = Duration.ofDays(1);

  private final Door door;
  private final TokenRequests requests;
  private final SandboxRules rules;
  private final Demo demo;
  private final WorldFile worldFile;

  /** Puts the rooms together over what every part is given. */
  public Rooms(Context context) {
    var db = context.db();
    var clock = context.clock();
    var clients = new ClientStore();
    var tokens = new TokenStore();
    var settings = context.settings();
    var quota = new Quota(settings.get(QUOTA));
    var penalties = new Penalties(settings.get(PENALTY), Limits.PENALTY);
    door = new Door(db, tokens, quota, clock);
    requests = new TokenRequests(db, clients, tokens, penalties, clock, context.random());
    rules = new SandboxRules(quota, penalties);
    demo = new Demo(db, clients, context.random());
    worldFile = new WorldFile(db, clients, clock, context.random());
    context.jobs().every(SWEEP, "gateway.tokens", () ->
        db.transaction(tx -> tokens.forgetEnded(tx, clock.instant().minus(ENDED_KEPT))));
  }

  /** The guard before what stands behind the gateway. */
  public Door door() {
    return door;
  }

  /** The gateway's own operation. */
  public Mount mount() {
    return new Mount("gateway", GatewayOperations.BASES, List.of(route(GatewayOperations.TOKEN, requests::issue)),
        new GatewayFaults());
  }

  /** Fills a gateway without clients from its part of a world file. */
  public void load(JsonNode world) {
    worldFile.load(world);
  }

  @Override
  public void reset() {
    demo.reset();
    door.forget();
    requests.forget();
  }

  @Override
  public void restored() {
    door.forget();
    requests.forget();
  }

  @Override
  public void prepare() {
    demo.prepare();
  }

  @Override
  public Map<String, Object> world() {
    return demo.world();
  }

  @Override
  public List<Route> routes() {
    return List.of(route(GatewayOperations.SANDBOX_RULES, rules::set));
  }
}
