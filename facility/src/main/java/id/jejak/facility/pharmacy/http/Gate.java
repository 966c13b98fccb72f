package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Role;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.Set;
import java.util.TreeSet;

/** The way into every operation: knows the actor, asks for a role, reads the parameters, and words refusals. */
final class Gate {
  /** What an operation does once it is known who asks. */
  @FunctionalInterface
  interface Action {
    Response act(Actor actor, Params params);
  }

  private final Actors actors;

  Gate(Actors actors) {
    this.actors = actors;
  }

  /** An operation for whoever has one of these roles. */
  Handler open(Set<Role> roles, Action action) {
    return request -> {
      try {
        var actor = actors.of(request).orElseThrow(() -> Stop.at(Problem.UNKNOWN_CALLER, "Authorization", ""));
        if (!actor.isAny(roles)) {
          throw Stop.at(Problem.ROLE, "Authorization", new TreeSet<>(roles).toString(), "role",
              new TreeSet<>(actor.roles()).toString());
        }
        return action.act(actor, Params.of(request));
      } catch (Stop stop) {
        return stop.response();
      }
    };
  }

  /** An answer in JSON. */
  static Response done(Object body) {
    return Response.json(200, Json.write(body));
  }
}
