package id.jejak.antrean.http;

import id.jejak.antrean.contract.Envelope;
import id.jejak.antrean.contract.Envelope.Dialect;
import id.jejak.antrean.contract.Message;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.util.Set;

/**
 * The envelope for what never reaches an operation: {@code metadata} alone, always JSON, since clients take anything
 * else for trouble on the way.
 */
public final class AntreanFaults implements Mount.Faults {
  private final Dialect dialect;

  /** Faults in one family's way of writing. */
  public AntreanFaults(Dialect dialect) {
    this.dialect = dialect;
  }

  private Response fault(int status, Message message) {
    return Response.json(status, Envelope.of(message).json(dialect));
  }

  @Override
  public Response notFound(Request request) {
    return fault(404, Message.NOT_SERVED);
  }

  @Override
  public Response methodNotAllowed(Request request, Set<String> allowed) {
    return fault(405, Message.OTHER_METHOD).with("Allow", String.join(", ", allowed));
  }

  @Override
  public Response bodyTooLarge(Request request, long limit) {
    return fault(413, Message.TOO_LARGE);
  }

  @Override
  public Response unreadable(int status) {
    return fault(status, Message.NOT_READABLE);
  }

  /** HTTP 200, as for every envelope of an operation. */
  @Override
  public Response failure(Request request, Throwable cause) {
    return fault(200, Message.BROKEN);
  }
}
