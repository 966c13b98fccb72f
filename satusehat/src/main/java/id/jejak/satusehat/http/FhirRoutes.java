package id.jejak.satusehat.http;

import static id.jejak.kernel.http.Route.route;

import id.jejak.gateway.Bearers;
import id.jejak.gateway.contract.Caller;
import id.jejak.gateway.contract.Fault;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import id.jejak.satusehat.contract.FhirOperations;
import java.util.List;
import java.util.function.BiFunction;

/** The FHIR operations behind the gateway. */
public final class FhirRoutes {
  private final List<Route> routes;

  /** Routes over the rooms, each behind the gateway's guard. */
  public FhirRoutes(Rooms rooms, Bearers bearers) {
    var capability = new Capability(this::routes, rooms.clock());
    routes = List.of(
        route(FhirOperations.SEARCH, guarded(bearers, rooms.searching()::search)),
        route(FhirOperations.PAGE, guarded(bearers, rooms.searching()::search)),
        route(FhirOperations.CREATE, guarded(bearers, rooms.explaining().resource(rooms.writing()::create))),
        route(FhirOperations.READ, guarded(bearers, rooms.reading()::read)),
        route(FhirOperations.UPDATE, guarded(bearers, rooms.explaining().resource(rooms.writing()::update))),
        route(FhirOperations.UPDATE_WHERE, guarded(bearers, rooms.explaining().resource(rooms.writing()::updateWhere))),
        route(FhirOperations.PATCH, guarded(bearers, rooms.explaining().patch(rooms.writing()::patch))),
        route(FhirOperations.DELETE, guarded(bearers, rooms.deleting()::delete)),
        route(FhirOperations.HISTORY, guarded(bearers, rooms.reading()::history)),
        route(FhirOperations.VREAD, guarded(bearers, rooms.reading()::version)),
        route(FhirOperations.BUNDLE, guarded(bearers, rooms.explaining().bundle(rooms.bundles()::submit))),
        route(FhirOperations.CAPABILITY, guarded(bearers, (_, request) -> capability.read(request))),
        route(FhirOperations.VALIDATE, guarded(bearers, rooms.explaining()::validate)),
        route(FhirOperations.REMAINING, guarded(bearers, rooms.remainders()::show)),
        route(FhirOperations.PRINT, guarded(bearers, rooms.printing()::print)),
        route(FhirOperations.NOTICES, guarded(bearers, rooms.notices()::stream)));
  }

  /** The FHIR server at its address. */
  public Mount mount() {
    return new Mount("satusehat", FhirOperations.BASES, routes, new FhirFaults());
  }

  /** Addresses of another version than ours, which the recorded server answers with nothing too. */
  public static Mount elsewhere() {
    return new Mount("satusehat", List.of("/fhir-r4"), List.of(), new FhirFaults());
  }

  private List<Route> routes() {
    return routes;
  }

  /** A refusal is answered in the words of whoever says it; what breaks goes to the edge. */
  private static Handler guarded(Bearers bearers, BiFunction<Caller, Request, Response> operation) {
    return bearers.guard(Fault.OAUTH_INVALID_ACCESS_TOKEN, (Bearers.Behind) (caller, request) -> {
      try {
        return operation.apply(caller, request);
      } catch (Stop stop) {
        return Replies.of(stop.outcome());
      }
    });
  }
}
