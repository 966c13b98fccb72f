package id.jejak.kfa.http;

import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kfa.contract.Envelopes;
import java.util.Set;

/** KFA's words for what never reaches an operation: those of the framework behind versions 1 and 2, or version 3's own. */
public final class KfaFaults implements Mount.Faults {
  private final boolean three;

  /**
   * The faults of a version.
   *
   * @param three true for version 3
   */
  public KfaFaults(boolean three) {
    this.three = three;
  }

  private Response fault(int status, String message) {
    return Response.json(status, three ? Envelopes.v3Fault(status, message) : Envelopes.fault(message));
  }

  @Override
  public Response notFound(Request request) {
    return fault(404, "Not Found");
  }

  @Override
  public Response methodNotAllowed(Request request, Set<String> allowed) {
    return fault(405, "Method Not Allowed").with("Allow", String.join(", ", allowed));
  }

  @Override
  public Response bodyTooLarge(Request request, long limit) {
    return fault(413, "Request Entity Too Large").with("Connection", "close");
  }

  @Override
  public Response unreadable(int status) {
    return fault(status, "There was an error parsing the request");
  }

  @Override
  public Response failure(Request request, Throwable cause) {
    return fault(500, "Internal Server Error");
  }
}
