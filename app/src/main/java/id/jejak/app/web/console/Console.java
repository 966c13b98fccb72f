package id.jejak.app.web.console;

import static id.jejak.app.web.OwnOperations.own;
import static id.jejak.kernel.http.Route.route;

import id.jejak.app.web.OwnFaults;
import id.jejak.app.web.ground.Assets;
import id.jejak.app.web.ground.Ground;
import id.jejak.app.web.ground.NavItem;
import id.jejak.app.web.kfa.KfaPages;
import id.jejak.app.web.kfa.MappingPages;
import id.jejak.app.web.ttac.PhonePages;
import id.jejak.app.web.ttac.ReturnPages;
import id.jejak.app.web.ttac.TtacPages;
import id.jejak.facility.access.Permission;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All pages of the console in one list, at the root. */
public final class Console {
  /** What can be navigated to, in order. */
  public static final List<NavItem> NAV = List.of(
      new NavItem("/", "Beranda", "Home", false),
      new NavItem("/console/traffic", "Lalu lintas", "Traffic", true),
      new NavItem("/console/sandbox", "Kotak pasir", "Sandbox", true),
      new NavItem("/console/conformance", "Kesesuaian", "Conformance", true),
      new NavItem("/console/ttac", "TTAC", "TTAC", false),
      new NavItem("/console/kfa", "KFA", "KFA", true),
      new NavItem("/console/mapping", "Pemetaan", "Mapping", true),
      new NavItem("/docs", "Rujukan", "Reference", false),
      new NavItem("/console/staff", "Petugas", "Staff", false),
      NavItem.staff("/console/queue", "Antrean", "Queue", Permission.QUEUE_WORK),
      NavItem.staff("/console/waits", "Waktu tunggu", "Waits", Permission.QUEUE_READ),
      NavItem.staff("/console/doctor", "Resep", "Prescribe", Permission.PRESCRIBE),
      NavItem.staff("/console/pharmacy", "Loket farmasi", "Pharmacy", Permission.PREPARE),
      NavItem.staff("/console/stock", "Stok", "Stock", Permission.STOCK_READ),
      NavItem.staff("/console/recall", "Penarikan", "Recall", Permission.RECALL),
      NavItem.staff("/console/delivery", "Pengiriman", "Delivery", Permission.DELIVERY_WORK),
      NavItem.staff("/console/facility", "Fasilitas", "Facility", Permission.FACILITY_WRITE),
      NavItem.staff("/console/audit", "Audit", "Audit", Permission.AUDIT_READ),
      NavItem.staff("/console/patient-code", "Kode pasien", "Patient's code", Permission.PATIENT_WRITE));

  private Console() {}

  /**
   * Pages that need the sandbox.
   *
   * @param live tells the inspector of new requests
   */
  public record SandboxSide(TrafficPages traffic, TryPages trials, SandboxPages controls, LiveTraffic live) {}

  /**
   * Where they are served.
   *
   * @param sandbox empty when it is off
   * @param more routes of other pages that stand on the same ground
   */
  public static Mount mount(Ground ground, Assets assets, HomePages home, Optional<SandboxSide> sandbox,
      List<Route> more) {
    var routes = new ArrayList<Route>();
    routes.add(get("console.home.read", "/", "Front page", ground.page(home::show)));
    routes.add(get("console.language.choose", "/console/language/{language}", "Choose a language", ground.language()));
    routes.add(get("console.asset.read", "/assets/{hash}/{name}", "Style and scripts", assets::serve));
    sandbox.ifPresent(side -> routes.addAll(sandbox(ground, side)));
    routes.addAll(more);
    return new Mount("console", List.of(""), routes, OwnFaults.FAULTS);
  }

  private static List<Route> sandbox(Ground ground, SandboxSide side) {
    return List.of(
        get("console.traffic.list", "/console/traffic", "Inspector", ground.page(side.traffic()::list)),
        get("console.traffic.stream", "/console/traffic/stream", "Live requests", side.live().feed()::stream),
        post("console.traffic.forget", "/console/traffic/forget", "Forget", ground.form(side.traffic()::forget)),
        get("console.traffic.read", "/console/traffic/{number}", "One request", ground.page(side.traffic()::one)),
        post("console.traffic.replay", "/console/traffic/{number}/replay", "Replay",
            ground.form(side.traffic()::again)),
        get("console.trial.read", "/console/try/{operation}", "Try it", ground.page(side.trials()::form)),
        post("console.trial.send", "/console/try/{operation}", "Send it", ground.form(side.trials()::send)),
        get("console.sandbox.read", "/console/sandbox", "Sandbox", ground.page(side.controls()::show)),
        get("console.sandbox.codes", "/console/sandbox/codes", "Codes", ground.page(side.controls()::codes)),
        post("console.sandbox.clock", "/console/sandbox/clock", "Clock", ground.form(side.controls()::clock)),
        post("console.sandbox.fault", "/console/sandbox/faults", "Fault", ground.form(side.controls()::plan)),
        post("console.sandbox.scenario", "/console/sandbox/scenario", "Scenario",
            ground.form(side.controls()::scenario)),
        post("console.sandbox.world", "/console/sandbox/world", "World", ground.form(side.controls()::world)));
  }

  /** The conformance checker. */
  public static List<Route> conformance(Ground ground, ConformancePages pages) {
    return List.of(
        get("console.conformance.read", "/console/conformance", "Conformance", ground.page(pages::show)),
        post("console.conformance.judge", "/console/conformance", "Check traffic",
            ground.form(ConformancePages.FORM_BYTES, pages::judge)),
        get("console.conformance.result", "/console/conformance/result", "Result", ground.page(pages::result)),
        get("console.conformance.pdf", "/console/conformance/berita-acara.pdf", "Berita Acara, PDF",
            ground.page(pages::pdf)),
        get("console.conformance.html", "/console/conformance/berita-acara.html", "Berita Acara, HTML",
            ground.page(pages::html)));
  }

  /** The dashboard of a TTAC account. */
  public static List<Route> ttac(Ground ground, TtacPages pages) {
    return List.of(
        get("console.ttac.board", "/console/ttac", "TTAC dashboard", ground.page(pages::board)),
        post("console.ttac.login", "/console/ttac/login", "Log in", ground.form(pages::enter)),
        post("console.ttac.logout", "/console/ttac/logout", "Log out", ground.form(pages::leave)),
        get("console.ttac.places", "/console/ttac/places", "Locations and targets", ground.page(pages::places)),
        get("console.ttac.pack", "/console/ttac/pack", "A pack", ground.page(pages::pack)),
        get("console.ttac.symbol", "/console/ttac/symbol", "A symbol", ground.page(pages::symbol)),
        get("console.ttac.move", "/console/ttac/move/{action}", "Receive or send", ground.page(pages::move)),
        post("console.ttac.moved", "/console/ttac/move/{action}", "Check or confirm",
            ground.form(TtacPages.FORM_BYTES, pages::moved)));
  }

  /** Returns that need two people, and the page for phones. */
  public static List<Route> ttac(Ground ground, ReturnPages returns, PhonePages phone) {
    return List.of(
        get("console.ttac.returns", "/console/ttac/returns", "Returns", ground.page(returns::show)),
        post("console.ttac.propose", "/console/ttac/returns", "Propose a return", ground.form(returns::propose)),
        post("console.ttac.decide", "/console/ttac/returns/{id}", "Approve or reject", ground.form(returns::decide)),
        get("console.ttac.phone", "/console/ttac/phone", "Scan with a phone", ground.page(phone::show)),
        post("console.ttac.picture", "/console/ttac/phone", "Read a picture",
            ground.form(PhonePages.FORM_BYTES, phone::picture)),
        post("console.ttac.frame", "/console/ttac/phone/frame", "Read what a camera sees",
            ground.form(PhonePages.FRAME_BYTES, phone::frame)));
  }

  /** The browser of the dictionary. */
  public static List<Route> kfa(Ground ground, KfaPages pages) {
    return List.of(
        get("console.kfa.search", "/console/kfa", "KFA browser", ground.page(pages::search)),
        get("console.kfa.product", "/console/kfa/{code}", "A product", ground.page(pages::product)));
  }

  /** The workbench of mappings. */
  public static List<Route> mapping(Ground ground, MappingPages pages) {
    return List.of(
        get("console.mapping.list", "/console/mapping", "Mappings", ground.page(pages::list)),
        post("console.mapping.upload", "/console/mapping", "Upload a list",
            ground.form(MappingPages.FORM_BYTES, pages::upload)),
        get("console.mapping.review", "/console/mapping/{id}", "Review", ground.page(pages::review)),
        post("console.mapping.decide", "/console/mapping/{id}", "Decide", ground.form(pages::decide)),
        get("console.mapping.export", "/console/mapping/{id}/export.csv", "Export", ground.page(pages::export)));
  }

  /** A page's route. */
  public static Route get(String id, String path, String title, Handler handler) {
    return route(own(id, "GET", path, title, "A page for people."), handler);
  }

  /** A form's route. */
  public static Route post(String id, String path, String title, Handler handler) {
    return route(own(id, "POST", path, title, "A form of a page."), handler);
  }
}
