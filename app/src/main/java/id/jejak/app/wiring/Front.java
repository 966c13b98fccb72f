package id.jejak.app.wiring;

import id.jejak.app.conformance.Conformance;
import id.jejak.app.conformance.rule.Rulebook;
import id.jejak.app.docs.Docs;
import id.jejak.app.docs.SystemDocs;
import id.jejak.app.sandbox.ConformanceControl;
import id.jejak.app.sandbox.PlannedFaults;
import id.jejak.app.sandbox.Refusals;
import id.jejak.app.sandbox.SandboxRoutes;
import id.jejak.app.sandbox.traffic.Explainer;
import id.jejak.app.sandbox.traffic.Recorder;
import id.jejak.app.sandbox.traffic.Replay;
import id.jejak.app.sandbox.traffic.Search;
import id.jejak.app.web.OwnFaults;
import id.jejak.app.web.console.ConformancePages;
import id.jejak.app.web.console.Console;
import id.jejak.app.web.console.DemoKeys;
import id.jejak.app.web.console.HomePages;
import id.jejak.app.web.console.LiveTraffic;
import id.jejak.app.web.console.OwnAddress;
import id.jejak.app.web.console.SandboxPages;
import id.jejak.app.web.console.TrafficPages;
import id.jejak.app.web.console.TryPages;
import id.jejak.app.web.ground.Assets;
import id.jejak.app.web.ground.Ground;
import id.jejak.app.web.ground.NavItem;
import id.jejak.app.web.ground.Sessions;
import id.jejak.app.web.kfa.KfaPages;
import id.jejak.app.web.kfa.MappingPages;
import id.jejak.app.web.kfa.MappingStore;
import id.jejak.app.web.ttac.PhonePages;
import id.jejak.app.web.ttac.ReturnPages;
import id.jejak.app.web.ttac.ReturnStore;
import id.jejak.app.web.ttac.TtacPages;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.part.Part;
import id.jejak.satusehat.http.rules.Rules;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is served, put together: systems, sandbox, reference, console. */
final class Front implements AutoCloseable {
  private final List<Mount> mounts;
  private final Map<String, Object> world;
  private final OwnAddress address;
  private final @Nullable LiveTraffic live;
  private final FacilityWeb facility;

  private Front(List<Mount> mounts, Map<String, Object> world, OwnAddress address, FacilityWeb facility,
      @Nullable LiveTraffic live) {
    this.mounts = List.copyOf(mounts);
    this.world = world;
    this.address = address;
    this.facility = facility;
    this.live = live;
  }

  /** Without sandbox: nothing is watched, and nothing can be made to fail. */
  static Front plain(Installation installation, InstantSource machine) {
    var parts = installation.parts();
    var address = new OwnAddress();
    var mounts = new ArrayList<>(served(parts));
    var docs = docs(parts);
    mounts.add(new Docs(Wiring.docs(parts), false).mount(OwnFaults.FAULTS));
    var assets = new Assets();
    var ground = new Ground(new Sessions(new SecureRandom(), machine), assets, nav(parts), false);
    var ttac = has(parts, "ttac") ? ttac(ground, address, installation, Map::of, machine) : List.<Route>of();
    var facility = new FacilityWeb(ground, parts, Map::of, machine, installation.clock(), installation.voice());
    var more = Stream.concat(ttac.stream(), facility.routes().stream()).toList();
    mounts.add(Console.mount(ground, assets, new HomePages(docs, mounts, Map::of, List::of), Optional.empty(), more));
    return new Front(mounts, Map.of(), address, facility, null);
  }

  /** With the sandbox: every system is watched, and open to planned faults. */
  static Front withSandbox(Installation installation, InstantSource machine) {
    var parts = installation.parts();
    var docs = docs(parts);
    var address = new OwnAddress();
    Supplier<Map<String, Object>> world = () -> SandboxRoutes.world(parts);
    var faults = new PlannedFaults(new Refusals(docs), new Random(machine.millis()));
    var recorder = new Recorder(machine);
    var systems = served(parts);
    var explainer = new Explainer(docs, systems);
    var keys = new DemoKeys(world, address, installation.clock());
    var replay = new Replay(recorder, address, keys::signedAnew);
    var sandbox = new SandboxRoutes(parts, installation.clock(), faults, installation.db(), recorder, explainer,
        replay);
    var mounts = new ArrayList<Mount>();
    systems.forEach(system -> mounts.add(recorder.around(faults.around(system))));
    var conformance = new Conformance(docs, explainer, new Rulebook(new Rules(MedicineCodes.among(parts),
        installation.clock())), recorder, keys::secretOf, machine);
    mounts.add(sandbox.mount(new ConformanceControl(conformance).routes()));
    mounts.add(new Docs(Wiring.docs(parts), true).mount(OwnFaults.FAULTS));
    var assets = new Assets();
    var ground = new Ground(new Sessions(new SecureRandom(), machine), assets, nav(parts), true);
    var more = new ArrayList<>(Console.conformance(ground, new ConformancePages(ground, conformance)));
    if (has(parts, "ttac")) {
      more.addAll(ttac(ground, address, installation, world, machine));
    }
    if (has(parts, "kfa")) {
      Supplier<String> token = () -> keys.platformToken("");
      more.addAll(Console.kfa(ground, new KfaPages(address, token, installation.clock())));
      more.addAll(Console.mapping(ground, new MappingPages(new MappingStore(installation.db()), address, token,
          installation.ids(), machine)));
    }
    var facility = new FacilityWeb(ground, parts, world, machine, installation.clock(), installation.voice());
    more.addAll(facility.routes());
    var live = new LiveTraffic(recorder, explainer, ground.boot());
    var side = new Console.SandboxSide(new TrafficPages(recorder, explainer, replay),
        new TryPages(docs, keys, replay, explainer, address),
        new SandboxPages(sandbox, faults.refusals(), faults::waiting), live);
    mounts.add(Console.mount(ground, assets, new HomePages(docs, mounts, world,
        () -> Search.ALL.in(recorder, explainer)), Optional.of(side), more));
    return new Front(mounts, sandbox.world(), address, facility, live);
  }

  private static List<Route> ttac(Ground ground, OwnAddress address, Installation installation,
      Supplier<Map<String, Object>> world, InstantSource machine) {
    var pages = new TtacPages(ground, address, ground::key, installation.clock(), world);
    var routes = new ArrayList<>(Console.ttac(ground, pages));
    routes.addAll(Console.ttac(ground, new ReturnPages(pages, new ReturnStore(installation.db()), installation.ids(),
        machine), new PhonePages(pages)));
    return routes;
  }

  /** Only what is there: a house may run one side. */
  private static List<NavItem> nav(List<Part> parts) {
    return Console.NAV.stream().filter(item -> FacilityWeb.leads(item, parts))
        .filter(item -> !item.path().equals("/console/ttac") || has(parts, "ttac"))
        .filter(item -> !item.path().matches("/console/(kfa|mapping)") || has(parts, "kfa")).toList();
  }

  private static List<Mount> served(List<Part> parts) {
    return parts.stream().flatMap(part -> part.mounts().stream()).toList();
  }

  /** Whether a part is in the house. */
  static boolean has(List<Part> parts, String name) {
    return parts.stream().anyMatch(part -> part.name().equals(name));
  }

  /** Made when a page first needs them, then kept. */
  private static Supplier<List<SystemDocs>> docs(List<Part> parts) {
    var made = new AtomicReference<@Nullable List<SystemDocs>>();
    return () -> {
      var there = made.get();
      if (there == null) {
        there = Wiring.docs(parts);
        made.set(there);
      }
      return there;
    };
  }

  /** What is served. */
  List<Mount> mounts() {
    return mounts;
  }

  /** The demo world by part; empty when there is none. */
  Map<String, Object> world() {
    return world;
  }

  /** The house is put together: pages of the facility ask its parts through this. */
  void inside(Handler router) {
    facility.inside(router);
  }

  /** The house listens at this address. */
  void reachable(String url) {
    address.is(url);
  }

  @Override
  public void close() {
    if (live != null) {
      live.close();
    }
    facility.close();
    address.close();
  }
}
