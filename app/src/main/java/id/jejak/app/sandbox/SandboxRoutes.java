package id.jejak.app.sandbox;

import static id.jejak.kernel.http.Route.route;

import id.jejak.app.web.OwnFaults;
import id.jejak.kernel.http.Filter;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Part;
import id.jejak.kernel.time.SettableClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The sandbox as served: its own operations and those of the parts. Thread-safe. */
public final class SandboxRoutes {
  /** A page of another site must not work the sandbox through a reader's browser. */
  private static final Filter NO_STRANGERS = (request, next) ->
      request.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent()
          ? OwnFaults.error(403, "a page of another site asked: call this address directly")
          : next.handle(request);

  private final List<Part> parts;
  private final SettableClock clock;
  private final PlannedFaults faults;
  private final ClockControl clockControl;
  private final FaultControl faultControl;

  /** The sandbox of some parts. */
  public SandboxRoutes(List<Part> parts, SettableClock clock, PlannedFaults faults) {
    this.parts = List.copyOf(parts);
    this.clock = clock;
    this.faults = faults;
    this.clockControl = new ClockControl(clock);
    this.faultControl = new FaultControl(faults, parts.stream().flatMap(part -> part.mounts().stream())
        .flatMap(mount -> mount.routes().stream()).map(route -> route.operation().id())
        .collect(Collectors.toSet()));
  }

  /** Where it is served. */
  public Mount mount() {
    var routes = new ArrayList<>(List.of(
        route(SandboxOperations.WORLD, _ -> Response.json(200, Json.write(world()))),
        route(SandboxOperations.CLOCK_READ, _ -> clockControl.show()),
        route(SandboxOperations.CLOCK_MOVE, clockControl::move),
        route(SandboxOperations.RESET, _ -> reset()),
        route(SandboxOperations.FAULTS_READ, _ -> faultControl.show()),
        route(SandboxOperations.FAULTS_PLAN, faultControl::plan),
        route(SandboxOperations.FAULTS_FORGET, _ -> faultControl.forget())));
    parts.forEach(part -> part.sandbox().ifPresent(own -> routes.addAll(own.routes())));
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

  private synchronized Response reset() {
    long started = System.nanoTime();
    faults.clear();
    clock.real();
    // whoever owes forgets before whom it owes: nothing of the old world reaches the new one
    parts.reversed().forEach(part -> part.sandbox().ifPresent(Part.Sandbox::reset));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("reset", true);
    answer.put("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    return Response.json(200, Json.write(answer));
  }
}
