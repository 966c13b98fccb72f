package id.jejak.facility.queue.http;

import id.jejak.facility.access.Access;
import id.jejak.facility.access.Actor;
import id.jejak.facility.queue.contract.DeskMessage;
import id.jejak.facility.queue.contract.DeskOperations;
import id.jejak.facility.queue.contract.FloorOperations;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The desk's own services, for the staff of the hospital whose queue it is. */
public final class DeskRoutes {
  private final Rooms rooms;
  private final Access access;

  /** Routes over the rooms, behind the gate of access. */
  public DeskRoutes(Rooms rooms, Access access) {
    this.rooms = rooms;
    this.access = access;
  }

  /** The services. */
  public Mount mount() {
    var desk = rooms.desk();
    var floor = rooms.floor();
    var displays = rooms.displays();
    return new Mount("queue", DeskOperations.BASES, List.of(
        route(DeskOperations.SESSIONS, desk::list),
        route(DeskOperations.SESSION, desk::show),
        route(DeskOperations.CHANGE, desk::change),
        route(DeskOperations.WALK_IN, rooms.walkIns()::add),
        route(DeskOperations.BOOKING, desk::booking),
        route(DeskOperations.EVENT, desk::event),
        route(DeskOperations.CORRECT, desk::correct),
        route(DeskOperations.CANCEL, desk::cancel),
        route(DeskOperations.SURGERY, desk::surgery),
        route(FloorOperations.LINE_OF, floor::ofSession),
        route(FloorOperations.NEXT, floor::next),
        route(FloorOperations.FIND, floor::find),
        route(FloorOperations.PHARMACY, floor::pharmacy),
        route(FloorOperations.TICKET, floor::ticket),
        route(FloorOperations.DISPLAYS, displays::list),
        route(FloorOperations.ADD_DISPLAY, displays::add),
        route(FloorOperations.REMOVE_DISPLAY, displays::remove),
        Route.route(FloorOperations.SHOW, request -> answer(displays::show, request, Optional.empty())),
        route(FloorOperations.FIGURES, rooms.figures()::read)), new DeskFaults());
  }

  private Route route(Operation operation, Function<DeskAsked, Object> service) {
    return Route.route(operation, access.admit(DeskOperations.permission(operation), operation, (actor, request) -> {
      if (actor.isPresent() && !here(actor.get())) {
        return DeskStop.answer(DeskMessage.FOREIGN, rooms.options().facility());
      }
      return answer(service, request, actor);
    }));
  }

  private static Response answer(Function<DeskAsked, Object> service, Request request, Optional<Actor> actor) {
    try {
      return Response.json(200, Json.write((Object) Map.of("data", service.apply(DeskAsked.of(request, actor)))));
    } catch (DeskStop stop) {
      return stop.answer();
    }
  }

  private boolean here(Actor actor) {
    return access.facilities().byId(actor.facility()).flatMap(one -> one.ppk())
        .equals(Optional.of(rooms.options().facility()));
  }
}
