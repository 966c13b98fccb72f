package id.jejak.app.sandbox;

import static id.jejak.kernel.http.Route.route;

import id.jejak.app.sandbox.traffic.Explainer;
import id.jejak.app.sandbox.traffic.Recorder;
import id.jejak.app.sandbox.traffic.Replay;
import id.jejak.app.web.OwnFaults;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Filter;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Part;
import id.jejak.kernel.time.SettableClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sandbox as served: its own operations and those of the parts. Thread-safe. */
public final class SandboxRoutes {
  /** A page of another site must not work the sandbox through a reader's browser. */
  private static final Filter NO_STRANGERS = (request, next) ->
      request.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent()
          ? OwnFaults.error(403, "a page of another site asked: call this address directly")
          : next.handle(request);

  private final List<Part> parts;
  private final ClockControl clock;
  private final FaultControl faults;
  private final Scenarios scenarios;
  private final SnapshotControl snapshots;
  private final RequestControl requests;

  /**
   * The sandbox of some parts.
   *
   * @param db what they keep, for copies of it
   */
  public SandboxRoutes(List<Part> parts, SettableClock clock, PlannedFaults planned, Db db, Recorder recorder,
      Explainer explainer, Replay replay) {
    this.parts = List.copyOf(parts);
    this.clock = new ClockControl(clock);
    this.faults = new FaultControl(planned, parts.stream().flatMap(part -> part.mounts().stream())
        .flatMap(mount -> mount.routes().stream()).map(Route::operation).toList());
    this.scenarios = new Scenarios(planned, faults, this.clock);
    this.snapshots = new SnapshotControl(new Snapshots(db), parts, clock, planned, recorder);
    this.requests = new RequestControl(recorder, explainer, replay);
  }

  /** The clock. */
  public ClockControl clock() {
    return clock;
  }

  /** Planned faults. */
  public FaultControl faults() {
    return faults;
  }

  /** Named situations. */
  public Scenarios scenarios() {
    return scenarios;
  }

  /** Copies of the world. */
  public SnapshotControl snapshots() {
    return snapshots;
  }

  /** Where it is served. */
  public Mount mount() {
    return mount(List.of());
  }

  /** Where it is served, with more that stands beside it. */
  public Mount mount(List<Route> more) {
    var routes = new ArrayList<>(List.of(
        route(SandboxOperations.WORLD, _ -> Response.json(200, Json.write(world()))),
        route(SandboxOperations.CLOCK_READ, _ -> clock.show()),
        route(SandboxOperations.CLOCK_MOVE, clock::move),
        route(SandboxOperations.RESET, this::reset),
        route(SandboxOperations.FAULTS_READ, _ -> faults.show()),
        route(SandboxOperations.FAULTS_PLAN, faults::plan),
        route(SandboxOperations.FAULTS_FORGET, _ -> faults.forget()),
        route(SandboxOperations.SCENARIOS_READ, _ -> scenarios.show()),
        route(SandboxOperations.SCENARIOS_START, scenarios::start),
        route(SandboxOperations.SNAPSHOTS_READ, _ -> snapshots.show()),
        route(SandboxOperations.SNAPSHOTS_SAVE, snapshots::save),
        route(SandboxOperations.SNAPSHOTS_DELETE, snapshots::delete),
        route(SandboxOperations.RESTORE, snapshots::restore),
        route(SandboxOperations.REQUESTS_LIST, requests::list),
        route(SandboxOperations.REQUESTS_READ, requests::one),
        route(SandboxOperations.REQUESTS_REPLAY, requests::again),
        route(SandboxOperations.REQUESTS_FORGET, _ -> requests.forget())));
    parts.forEach(part -> part.sandbox().ifPresent(own -> routes.addAll(own.routes())));
    routes.addAll(more);
    return new Mount("sandbox", List.of(SandboxOperations.BASE), routes.stream()
        .map(route -> route.around(NO_STRANGERS)).toList(),
        OwnFaults.FAULTS);
  }

  /** Accounts and codes to try, by part. */
  public Map<String, Object> world() {
    return world(parts);
  }

  /**
   * Accounts and codes to try, by entry; parts that share an entry stand in it one after the other.
   *
   * @throws IllegalStateException when two parts have the same member of one entry
   */
  public static Map<String, Object> world(List<Part> parts) {
    var world = new LinkedHashMap<String, Map<String, Object>>();
    parts.forEach(part -> part.sandbox().ifPresent(own -> {
      var entry = world.computeIfAbsent(part.worldEntry().name(), _ -> new LinkedHashMap<>());
      own.world().forEach((member, value) -> {
        if (entry.put(member, value) != null) {
          throw new IllegalStateException("two parts have " + part.worldEntry().name() + "." + member);
        }
      });
    }));
    return new LinkedHashMap<>(world);
  }

  private Response reset(Request request) {
    return Asked.answerAny(request, Set.of("systems"),
        body -> reset(Asked.words(body, "systems", parts.stream().map(Part::name).toList())));
  }

  private Response reset(List<String> only) {
    var answer = new LinkedHashMap<String, Object>();
    long millis = snapshots.reset(only);
    answer.put("reset", true);
    answer.put("ms", millis);
    return Response.json(200, Json.write(answer));
  }
}
