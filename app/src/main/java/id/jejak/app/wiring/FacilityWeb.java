package id.jejak.app.wiring;

import id.jejak.app.web.console.Console;
import id.jejak.app.web.ground.Ground;
import id.jejak.app.web.ground.Inside;
import id.jejak.app.web.pharmacy.PharmacyApi;
import id.jejak.app.web.staff.Desk;
import id.jejak.app.web.staff.FacilityApi;
import id.jejak.app.web.staff.StaffGround;
import id.jejak.app.web.staff.StaffPages;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.part.Part;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The pages of a facility's staff, as far as the parts behind them are in the house. */
final class FacilityWeb implements AutoCloseable {
  private final Inside house = new Inside();
  private final List<Route> routes = new ArrayList<>();

  FacilityWeb(Ground ground, List<Part> parts, Supplier<Map<String, Object>> world, InstantSource machine,
      InstantSource clock) {
    if (parts.stream().noneMatch(part -> part.name().equals("access"))) {
      return;
    }
    var api = new FacilityApi(house);
    var desk = new Desk(api, machine);
    var staff = new StaffGround(ground, desk);
    routes.addAll(Console.staff(ground, staff, new StaffPages(ground, staff, desk, world)));
    if (parts.stream().anyMatch(part -> part.name().equals("pharmacy"))) {
      var pharmacy = new PharmacyApi(api);
      routes.addAll(Console.pharmacy(staff, pharmacy, clock));
      routes.addAll(Console.doctor(staff, pharmacy));
    }
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
    routes.clear();
  }
}
