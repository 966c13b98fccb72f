package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.util.Map;
import java.util.Set;

/** Problem details for what never reaches an operation. */
public final class PharmacyFaults implements Mount.Faults {
  static Response problem(Problem problem, String where, String value, Map<String, String> values, Map<String, ?> more) {
    return Response.of(problem.status(), Problem.type(), problem.json(where, value, values, more));
  }

  private static Response fault(Problem problem, String value) {
    return problem(problem, "", value, Map.of("value", value), Map.of());
  }

  @Override
  public Response notFound(Request request) {
    return fault(Problem.NOT_SERVED, "");
  }

  @Override
  public Response methodNotAllowed(Request request, Set<String> allowed) {
    return fault(Problem.OTHER_METHOD, request.method()).with("Allow", String.join(", ", allowed));
  }

  @Override
  public Response bodyTooLarge(Request request, long limit) {
    return fault(Problem.TOO_LARGE, Long.toString(limit));
  }

  @Override
  public Response unreadable(int status) {
    return Response.of(status, Problem.type(), Problem.NOT_HTTP.json("", "", Map.of(), Map.of()));
  }

  @Override
  public Response failure(Request request, Throwable cause) {
    return fault(Problem.BROKEN, "");
  }
}
