package id.jejak.ttac.http;

import static id.jejak.kernel.http.Route.route;

import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Route;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.OwnOperations;
import id.jejak.ttac.contract.ProducerOperations;
import id.jejak.ttac.contract.TtacOperations;
import java.util.List;

/** TTAC's operations, in the order of its guide; then ours. */
public final class TtacRoutes {
  private final Rooms rooms;

  /** Routes over the rooms. */
  public TtacRoutes(Rooms rooms) {
    this.rooms = rooms;
  }

  /** TTAC at both of its addresses. */
  public Mount mount() {
    return new Mount("ttac", TtacOperations.BASES, routes(), new TtacFaults());
  }

  private List<Route> routes() {
    var gate = rooms.gate();
    return List.of(
        route(TtacOperations.LOGIN, gate.open(Code.E999, rooms.login()::login)),
        route(TtacOperations.LOCATIONS, gate.known(rooms.lists()::locations)),
        route(TtacOperations.ADD_LOCATION, gate.known(rooms.lists()::addLocation)),
        route(TtacOperations.PENDING, gate.known(rooms.lists()::pending)),
        route(TtacOperations.RECEIVE, gate.known(rooms.moving()::receive)),
        route(TtacOperations.TARGETS, gate.known(rooms.lists()::targets)),
        route(TtacOperations.SEND, gate.known(rooms.moving()::send)),
        route(TtacOperations.RETURN, gate.known(rooms.moving()::giveBack)),
        route(TtacOperations.DELETE, gate.known(rooms.deleting()::delete)),
        route(OwnOperations.CHECK, gate.known(rooms.moving()::check)),
        route(OwnOperations.TRACE, gate.known(rooms.tracing()::trace)),
        route(OwnOperations.MAP, gate.known(rooms.tracing()::map)),
        route(OwnOperations.EPCIS, gate.bare(rooms.tracing()::epcis)),
        route(OwnOperations.SYMBOL, gate.bare(rooms.drawing()::symbol)),
        route(OwnOperations.DASHBOARD, gate.known(rooms.board()::show)),
        route(ProducerOperations.PRIMER, gate.known(rooms.producing()::primer)),
        route(ProducerOperations.PARENT_UNITS, gate.known(rooms.producing()::parent)),
        route(ProducerOperations.AGGREGATE, gate.known(rooms.producing()::aggregate)),
        route(ProducerOperations.STATUS, gate.known(rooms.producing()::status)),
        route(ProducerOperations.IMPORT, gate.file(rooms.importing()::load)),
        route(ProducerOperations.TEMPLATE_CSV, Templates::csv),
        route(ProducerOperations.TEMPLATE_XLSX, Templates::xlsx));
  }
}
