package id.jejak.facility.access.http;

import id.jejak.facility.access.contract.Problem;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.util.Set;

/** The facility's envelope for what never reaches an operation. */
public final class AccessFaults implements Mount.Faults {
  @Override
  public Response notFound(Request request) {
    return Manners.of(Problem.NOTHING_HERE.response());
  }

  @Override
  public Response methodNotAllowed(Request request, Set<String> allowed) {
    return Manners.of(Problem.OTHER_METHOD.response()).with("Allow", String.join(", ", allowed));
  }

  @Override
  public Response bodyTooLarge(Request request, long limit) {
    return Manners.of(Problem.TOO_LARGE.response());
  }

  @Override
  public Response unreadable(int status) {
    var answer = Problem.NOT_JSON.response();
    return Manners.of(new Response(status, answer.headers(), answer.content()));
  }

  @Override
  public Response failure(Request request, Throwable cause) {
    return Manners.of(Problem.BROKEN.response());
  }
}
