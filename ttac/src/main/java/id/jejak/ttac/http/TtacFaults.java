package id.jejak.ttac.http;

import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import java.util.Set;

/** TTAC's envelope for what never reaches an operation: always E999, and the HTTP status that says what it was. */
public final class TtacFaults implements Mount.Faults {
  private static Response fault(int status) {
    return Response.json(status, Envelope.of(Code.E999).json());
  }

  @Override
  public Response notFound(Request request) {
    return fault(404);
  }

  @Override
  public Response methodNotAllowed(Request request, Set<String> allowed) {
    return fault(405).with("Allow", String.join(", ", allowed));
  }

  @Override
  public Response bodyTooLarge(Request request, long limit) {
    return fault(413);
  }

  @Override
  public Response unreadable(int status) {
    return fault(status);
  }

  /** HTTP 200, as for every envelope of an operation. */
  @Override
  public Response failure(Request request, Throwable cause) {
    return fault(200);
  }
}
