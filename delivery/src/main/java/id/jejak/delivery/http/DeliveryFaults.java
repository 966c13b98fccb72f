package id.jejak.delivery.http;

import id.jejak.delivery.contract.Fault;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.util.Set;

/** What is answered where no operation is reached. */
public final class DeliveryFaults implements Mount.Faults {
  @Override
  public Response notFound(Request request) {
    return new Fault("404 path", "nothing is served at this path: see /docs").response();
  }

  @Override
  public Response methodNotAllowed(Request request, Set<String> allowed) {
    return new Fault("405 method", "this path takes " + String.join(", ", allowed)).response()
        .with("Allow", String.join(", ", allowed));
  }

  @Override
  public Response bodyTooLarge(Request request, long limit) {
    return new Fault("413 body", "the body has at most " + limit + " bytes").response();
  }

  @Override
  public Response unreadable(int status) {
    return new Fault(status + " unreadable", "this is not HTTP that can be read").response();
  }

  @Override
  public Response failure(Request request, Throwable cause) {
    return new Fault("500 failure", "something broke, and nothing was changed; the log has it by the request's id")
        .response();
  }
}
