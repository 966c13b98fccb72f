package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.Envelope.Dialect;
import id.jejak.antrean.contract.rs.RsMessage;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.util.Set;

/** What never reaches a service, in the envelope that BPJS understands. */
public final class RsFaults implements Mount.Faults {
  private static Response fault(int status, RsMessage message) {
    return Response.json(status, message.envelope().json(Dialect.ANTREAN));
  }

  @Override
  public Response notFound(Request request) {
    return fault(404, RsMessage.NOT_SERVED);
  }

  @Override
  public Response methodNotAllowed(Request request, Set<String> allowed) {
    return fault(405, RsMessage.OTHER_METHOD).with("Allow", String.join(", ", allowed));
  }

  @Override
  public Response bodyTooLarge(Request request, long limit) {
    return fault(413, RsMessage.TOO_LARGE);
  }

  @Override
  public Response unreadable(int status) {
    return fault(status, RsMessage.NOT_READABLE);
  }

  /** HTTP 200, as for every envelope of a service. */
  @Override
  public Response failure(Request request, Throwable cause) {
    return fault(200, RsMessage.BROKEN);
  }
}
