package id.jejak.app.wiring;

import static id.jejak.app.wiring.Front.has;

import id.jejak.app.web.audit.AuditPages;
import id.jejak.app.web.audit.OwnPages;
import id.jejak.app.web.console.FacilityRoutes;
import id.jejak.app.web.console.PharmacyRoutes;
import id.jejak.app.web.delivery.DeliveryPages;
import id.jejak.app.web.ground.Ground;
import id.jejak.app.web.ground.Inside;
import id.jejak.app.web.ground.NavItem;
import id.jejak.app.web.pharmacy.PharmacyApi;
import id.jejak.app.web.queue.CallPages;
import id.jejak.app.web.queue.DisplayPages;
import id.jejak.app.web.queue.FigurePages;
import id.jejak.app.web.queue.FrontPages;
import id.jejak.app.web.queue.Voice;
import id.jejak.app.web.staff.Desk;
import id.jejak.app.web.staff.FacilityApi;
import id.jejak.app.web.staff.FacilityPages;
import id.jejak.app.web.staff.StaffGround;
import id.jejak.app.web.staff.StaffPages;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.part.Part;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages of a facility's staff, as far as the parts behind them are in the house. */
final class FacilityWeb implements AutoCloseable {
  private final Inside house = new Inside();
  private final List<Route> routes = new ArrayList<>();
  private Optional<DisplayPages> displays = Optional.empty();

  /**
   * Pages over the parts that run.
   *
   * @param machine the machine's clock
   * @param clock the time it is here
   * @param voice with which displays say calls
   */
  FacilityWeb(Ground ground, List<Part> parts, Supplier<Map<String, Object>> world, InstantSource machine,
      InstantSource clock, Voice voice) {
    if (!has(parts, "access")) {
      return;
    }
    var api = new FacilityApi(house);
    var desk = new Desk(api, machine);
    var staff = new StaffGround(ground, desk);
    routes.addAll(FacilityRoutes.staff(ground, staff, new StaffPages(ground, staff, desk, world)));
    routes.addAll(FacilityRoutes.facility(staff, new FacilityPages(api, staff)));
    routes.addAll(FacilityRoutes.audit(ground, staff, new AuditPages(api, staff), new OwnPages(api)));
    if (has(parts, "delivery")) {
      routes.addAll(FacilityRoutes.delivery(staff, new DeliveryPages(api, staff)));
    }
    if (has(parts, "pharmacy")) {
      var pharmacy = new PharmacyApi(api);
      routes.addAll(PharmacyRoutes.pharmacy(staff, pharmacy, clock));
      routes.addAll(PharmacyRoutes.doctor(staff, pharmacy));
    }
    if (has(parts, "rs")) {
      var screens = new DisplayPages(api, ground, staff, voice);
      displays = Optional.of(screens);
      routes.addAll(FacilityRoutes.queue(staff, new FrontPages(api, staff), new CallPages(api, staff)));
      routes.addAll(FacilityRoutes.shown(ground, staff, screens, voice, new FigurePages(api)));
    }
  }

  /** Whether what an entry of the navigation leads to is in the house. */
  static boolean leads(NavItem item, List<Part> parts) {
    return switch (item.path()) {
      case "/console/queue", "/console/waits" -> has(parts, "access") && has(parts, "rs");
      case "/console/doctor", "/console/pharmacy", "/console/stock", "/console/recall" ->
          has(parts, "access") && has(parts, "pharmacy");
      case "/console/delivery" -> has(parts, "access") && has(parts, "delivery");
      default -> item.needs().isEmpty() && !item.path().equals("/console/staff") || has(parts, "access");
    };
  }

  /** Routes of the pages. */
  List<Route> routes() {
    return List.copyOf(routes);
  }

  /** The house is put together. */
  void inside(Handler router) {
    house.is(router);
  }

  @Override
  public void close() {
    displays.ifPresent(DisplayPages::close);
  }
}
