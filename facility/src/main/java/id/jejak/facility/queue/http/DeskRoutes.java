package id.jejak.facility.queue.http;

import static id.jejak.kernel.http.Route.route;

import id.jejak.facility.queue.contract.DeskMessage;
import id.jejak.facility.queue.contract.DeskOperations;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The desk's own services, behind the desk's key. */
public final class DeskRoutes {
  private static final String BEARER = "Bearer ";

  private final Rooms rooms;

  /** Routes over the rooms. */
  public DeskRoutes(Rooms rooms) {
    this.rooms = rooms;
  }

  /** The services. */
  public Mount mount() {
    var desk = rooms.desk();
    return new Mount("queue", DeskOperations.BASES, List.of(
        route(DeskOperations.SESSIONS, guard(desk::list)),
        route(DeskOperations.SESSION, guard(desk::show)),
        route(DeskOperations.CHANGE, guard(desk::change)),
        route(DeskOperations.WALK_IN, guard(rooms.walkIns()::add)),
        route(DeskOperations.BOOKING, guard(desk::booking)),
        route(DeskOperations.EVENT, guard(desk::event)),
        route(DeskOperations.CORRECT, guard(desk::correct)),
        route(DeskOperations.CANCEL, guard(desk::cancel)),
        route(DeskOperations.SURGERY, guard(desk::surgery))), new DeskFaults());
  }

  private Handler guard(Function<DeskAsked, Object> service) {
    return request -> {
      if (!allowed(request)) {
        return DeskStop.answer(DeskMessage.KEY);
      }
      try {
        return Response.json(200, Json.write((Object) Map.of("data", service.apply(DeskAsked.of(request)))));
      } catch (DeskStop stop) {
        return stop.answer();
      }
    };
  }

  private boolean allowed(Request request) {
    var key = rooms.options().deskKey().reveal();
    if (key.isEmpty()) {
      return rooms.demo();
    }
    return request.header("Authorization").filter(value -> value.startsWith(BEARER)
        && MessageDigest.isEqual(value.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8),
            key.getBytes(StandardCharsets.UTF_8))).isPresent();
  }
}
