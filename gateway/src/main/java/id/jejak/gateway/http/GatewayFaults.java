package id.jejak.gateway.http;

import id.jejak.gateway.contract.Fault;
import id.jejak.gateway.contract.GatewayOperations;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.util.Set;

/** What the gateway answers where no operation is reached; recorded answers where there are any. */
public final class GatewayFaults implements Mount.Faults {
  private static final byte[] NOTHING = {};

  /** Empty, without a content type, as recorded for an unknown path. */
  @Override
  public Response notFound(Request request) {
    return new Response(404, Headers.NONE, new Response.Content.Bytes(NOTHING));
  }

  @Override
  public Response methodNotAllowed(Request request, Set<String> allowed) {
    return GatewayOperations.methodNotAllowed().with("Allow", String.join(", ", allowed));
  }

  @Override
  public Response bodyTooLarge(Request request, long limit) {
    return Fault.BODY_TOO_LARGE.response();
  }

  @Override
  public Response unreadable(int status) {
    return Response.json(status, Fault.UNREADABLE.body());
  }

  /** As recorded for a gateway with nobody behind it. */
  @Override
  public Response failure(Request request, Throwable cause) {
    return GatewayOperations.unavailable();
  }
}
