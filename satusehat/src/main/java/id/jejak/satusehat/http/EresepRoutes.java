package id.jejak.satusehat.http;

import static id.jejak.kernel.http.Route.route;

import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.satusehat.contract.EresepOperations;
import id.jejak.satusehat.contract.EresepOperations.Refusal;
import java.util.List;
import java.util.Set;

/** eresep's operations, in the order of its document. It has tokens of its own, and no gateway before it. */
public final class EresepRoutes {
  private final Rooms rooms;

  /** Routes over the rooms. */
  public EresepRoutes(Rooms rooms) {
    this.rooms = rooms;
  }

  /** eresep at its address. */
  public Mount mount() {
    return new Mount("eresep", EresepOperations.BASES, List.of(
        route(EresepOperations.LOGIN, rooms.login()::login),
        route(EresepOperations.PRESCRIPTION, rooms.prescription()::show)), new Faults());
  }

  /** What eresep says where no operation is reached. */
  public static final class Faults implements Mount.Faults {
    @Override
    public Response notFound(Request request) {
      return Refusal.UNKNOWN_PATH.response();
    }

    @Override
    public Response methodNotAllowed(Request request, Set<String> allowed) {
      return Refusal.METHOD.response().with("Allow", String.join(", ", allowed));
    }

    @Override
    public Response bodyTooLarge(Request request, long limit) {
      return Refusal.TOO_LARGE.response();
    }

    @Override
    public Response unreadable(int status) {
      return Refusal.UNREADABLE.response();
    }

    @Override
    public Response failure(Request request, Throwable cause) {
      return Refusal.FAILURE.response();
    }
  }
}
