package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.facility.pharmacy.contract.Touch;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Role;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The way into every operation: knows the actor, asks for a role, reads the parameters, sees to it that the audit is told, and
 * words refusals.
 */
final class Gate {
  /** What an operation does once it is known who asks. */
  @FunctionalInterface
  interface Action {
    Response act(Actor actor, Params params);
  }

  /** The same of an operation that touches data of patients. */
  @FunctionalInterface
  interface Touching {
    Response act(Actor actor, Params params, Trail trail);
  }

  private final Actors actors;
  private final Patients patients;
  private final Db db;

  Gate(Actors actors, Patients patients, Db db) {
    this.actors = actors;
    this.patients = patients;
    this.db = db;
  }

  /** An operation that has nothing of a patient, for whoever has one of these roles. */
  Route open(Operation operation, Set<Role> roles, Action action) {
    if (Touch.of(operation).isPresent()) {
      throw new IllegalArgumentException(operation.id() + " touches patients: it must leave a trail");
    }
    return route(operation, request -> {
      var actor = actor(request);
      stopOthers(actor, roles);
      return action.act(actor, Params.of(request));
    });
  }

  /** An operation that touches data of patients, for whoever has one of these roles. */
  Route touching(Operation operation, Set<Role> roles, Touching action) {
    var touch = Touch.of(operation).orElseThrow(() ->
        new IllegalArgumentException(operation.id() + " leaves a trail: say in Touch what it does"));
    return route(operation, request -> {
      var actor = actor(request);
      var trail = new Trail(patients, actor, operation, touch);
      if (!actor.isAny(roles)) {
        trail.denied(db);
      }
      stopOthers(actor, roles);
      Response response;
      try {
        response = action.act(actor, Params.of(request), trail);
      } catch (Stop stop) {
        trail.refused(db);
        throw stop;
      }
      trail.mustBeUsed();
      return response;
    });
  }

  private static Route route(Operation operation, Handler handler) {
    return Route.route(operation, request -> {
      try {
        return handler.handle(request);
      } catch (Stop stop) {
        return stop.response();
      }
    });
  }

  private Actor actor(Request request) {
    return actors.of(request).orElseThrow(() -> Stop.at(Problem.UNKNOWN_CALLER, "Authorization", ""));
  }

  private static void stopOthers(Actor actor, Set<Role> roles) {
    if (!actor.isAny(roles)) {
      throw Stop.at(Problem.ROLE, "Authorization", new TreeSet<>(roles).toString(), "role",
          new TreeSet<>(actor.roles()).toString());
    }
  }

  /**
   * The last statements of a transaction.
   *
   * @param queue what the hospital's queue writes of it, whose rows everybody wants
   */
  static List<Sql.Call> last(List<Sql.Call> touch, List<Sql.Call> owed, Sql.Call change, List<Sql.Call> queue) {
    return Stream.of(touch, owed, List.of(change), queue).flatMap(List::stream).toList();
  }

  /** The same of what the queue has no part in. */
  static List<Sql.Call> last(List<Sql.Call> touch, List<Sql.Call> owed, Sql.Call change) {
    return last(touch, owed, change, List.of());
  }

  /** An answer in JSON. */
  static Response done(Object body) {
    return Response.json(200, Json.write(body));
  }
}
