package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Route;
import java.util.List;

/** The services that BPJS calls, in the order of the slides; at the paths that this hospital has told BPJS. */
public final class RsRoutes {
  private final Rooms rooms;

  /** Routes over the rooms. */
  public RsRoutes(Rooms rooms) {
    this.rooms = rooms;
  }

  /** The services. */
  public Mount mount() {
    var gate = rooms.gate();
    var visits = rooms.visits();
    return new Mount("rs", List.of(rooms.options().base()), List.of(
        route(RsOperations.TOKEN, gate.token()),
        route(RsOperations.STATUS, gate.guard(rooms.numbers()::status)),
        route(RsOperations.TAKE, gate.guard(rooms.numbers()::take)),
        route(RsOperations.REMAINING, gate.guard(visits::remaining)),
        route(RsOperations.CANCEL, gate.guard(visits::cancel)),
        route(RsOperations.CHECK_IN, gate.guard(visits::checkIn)),
        route(RsOperations.REGISTER, gate.guard(rooms.registering()::register)),
        route(RsOperations.SURGERIES, gate.guard(rooms.surgeries()::list)),
        route(RsOperations.SURGERIES_OF_MEMBER, gate.guard(rooms.surgeries()::ofMember)),
        route(RsOperations.TAKE_PHARMACY, gate.guard(visits::takePharmacy)),
        route(RsOperations.PHARMACY_STATUS, gate.guard(visits::pharmacyStatus))), new RsFaults());
  }

  private Route route(Operation operation, Handler handler) {
    return Route.route(rooms.options().placed(operation), handler);
  }
}
