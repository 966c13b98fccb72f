package id.jejak.app.web.console;

import static id.jejak.app.web.OwnOperations.own;
import static id.jejak.kernel.http.Route.route;

import id.jejak.app.web.OwnFaults;
import id.jejak.app.web.doctor.DoctorPages;
import id.jejak.app.web.ground.Assets;
import id.jejak.app.web.ground.Ground;
import id.jejak.app.web.ground.NavItem;
import id.jejak.app.web.kfa.KfaPages;
import id.jejak.app.web.kfa.MappingPages;
import id.jejak.app.web.pharmacy.CounterPages;
import id.jejak.app.web.pharmacy.GoodsPages;
import id.jejak.app.web.pharmacy.PharmacyApi;
import id.jejak.app.web.pharmacy.PrintPages;
import id.jejak.app.web.pharmacy.StockPages;
import id.jejak.app.web.recall.RecallPages;
import id.jejak.app.web.staff.StaffGround;
import id.jejak.app.web.staff.StaffPages;
import id.jejak.app.web.ttac.TtacPages;
import id.jejak.facility.access.Permission;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Route;
import java.time.InstantSource;
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
      new NavItem("/console/ttac", "TTAC", "TTAC", false),
      new NavItem("/console/kfa", "KFA", "KFA", true),
      new NavItem("/console/mapping", "Pemetaan", "Mapping", true),
      new NavItem("/docs", "Rujukan", "Reference", false),
      new NavItem("/console/staff", "Petugas", "Staff", false),
      NavItem.staff("/console/doctor", "Resep", "Prescribe", Permission.PRESCRIBE),
      NavItem.staff("/console/pharmacy", "Loket farmasi", "Pharmacy counter", Permission.PREPARE),
      NavItem.staff("/console/stock", "Stok", "Stock", Permission.STOCK_READ),
      NavItem.staff("/console/recall", "Penarikan", "Recall", Permission.RECALL));

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

  /** The ground of a facility's staff. */
  public static List<Route> staff(Ground ground, StaffGround staff, StaffPages pages) {
    return List.of(
        get("console.staff.login", "/console/staff/login", "Log in", ground.page(pages::login)),
        post("console.staff.enter", "/console/staff/login", "Log in", ground.form(pages::enter)),
        post("console.staff.leave", "/console/staff/logout", "Log out", ground.form(pages::leave)),
        get("console.staff.read", "/console/staff", "My account", staff.page(Permission.ANY, pages::account)),
        post("console.staff.move", "/console/staff/facility", "Another facility",
            staff.form(Permission.ANY, pages::move)),
        post("console.staff.glass", "/console/staff/glass", "Take a role",
            staff.form(Permission.BREAK_GLASS, pages::breakGlass)));
  }

  /** The pharmacy: counter, stock, recall. */
  public static List<Route> pharmacy(StaffGround staff, PharmacyApi api, InstantSource clock) {
    var counter = new CounterPages(api, clock);
    var print = new PrintPages(api);
    var stock = new StockPages(api, clock);
    var goods = new GoodsPages(api);
    var recall = new RecallPages(api);
    return List.of(
        get("console.pharmacy.counter", "/console/pharmacy", "Counter", staff.page(Permission.PREPARE, counter::show)),
        post("console.pharmacy.act", "/console/pharmacy", "At the counter",
            staff.form(Permission.PREPARE, counter::act)),
        get("console.pharmacy.queue", "/console/pharmacy/queue", "Who waits",
            staff.page(Permission.PREPARE, counter::queue)),
        get("console.pharmacy.labels", "/console/pharmacy/labels", "Labels",
            staff.page(Permission.PREPARE, print::labels)),
        get("console.pharmacy.paper", "/console/pharmacy/paper/{id}", "A prescription on paper",
            staff.page(Permission.PRESCRIPTION_READ, print::paper)),
        get("console.stock.list", "/console/stock", "Stock", staff.page(Permission.STOCK_READ, stock::list)),
        get("console.stock.pack", "/console/stock/pack", "A pack", staff.page(Permission.STOCK_READ, stock::pack)),
        get("console.stock.map", "/console/stock/map", "Map a product",
            staff.page(Permission.MAPPING_WRITE, stock::map)),
        post("console.stock.mapped", "/console/stock/map", "Map it", staff.form(Permission.MAPPING_WRITE,
        stock::mapped)),
        get("console.stock.goods", "/console/stock/do/{action}", "Goods", staff.page(Permission.STOCK_WRITE,
        goods::form)), post("console.stock.done", "/console/stock/do/{action}", "Check or do",
            staff.form(Permission.STOCK_WRITE, GoodsPages.FORM_BYTES, goods::act)),
        get("console.recall.list", "/console/recall", "Recalls", staff.page(Permission.RECALL, recall::list)),
        post("console.recall.open", "/console/recall", "Recall", staff.form(Permission.RECALL_CONTACT, recall::open)),
        get("console.recall.read", "/console/recall/{id}", "A recall", staff.page(Permission.RECALL, recall::one)),
        post("console.recall.contacts", "/console/recall/{id}/contacts", "Contacts",
            staff.form(Permission.RECALL_CONTACT, recall::contacts)),
        post("console.recall.close", "/console/recall/{id}/close", "Close a recall",
            staff.form(Permission.RECALL_CONTACT, recall::close)));
  }

  /** The doctor's room. */
  public static List<Route> doctor(StaffGround staff, PharmacyApi api) {
    var pages = new DoctorPages(api);
    return List.of(
        get("console.doctor.read", "/console/doctor", "Prescribe", staff.page(Permission.PRESCRIBE, pages::show)),
        post("console.doctor.act", "/console/doctor", "Prescribe", staff.form(Permission.PRESCRIBE, pages::act)),
        get("console.doctor.drugs", "/console/doctor/drugs", "Medicines", staff.page(Permission.PRESCRIBE,
        pages::search)),
        get("console.doctor.signa", "/console/doctor/signa", "A signa", staff.page(Permission.PRESCRIBE,
        pages::signa)));
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
