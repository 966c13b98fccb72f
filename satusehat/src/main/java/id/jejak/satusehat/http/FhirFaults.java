package id.jejak.satusehat.http;

import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.satusehat.contract.Outcome;
import id.jejak.satusehat.contract.Refusals;
import java.util.Set;

/** What the FHIR server says where no operation is reached. An unknown path is answered with nothing, as recorded. */
public final class FhirFaults implements Mount.Faults {
  @Override
  public Response notFound(Request request) {
    return new Response(404, Headers.NONE, new Response.Content.Bytes(new byte[0]));
  }

  @Override
  public Response methodNotAllowed(Request request, Set<String> allowed) {
    return Replies.of(Outcome.backend(405, "not-supported", "method_not_allowed",
        "allowed here: " + String.join(", ", allowed))).with("Allow", String.join(", ", allowed));
  }

  @Override
  public Response bodyTooLarge(Request request, long limit) {
    return Replies.of(Refusals.tooLarge(limit));
  }

  @Override
  public Response unreadable(int status) {
    return Replies.of(Outcome.backend(status, "invalid", "unreadable_request", "not HTTP that can be read"));
  }

  @Override
  public Response failure(Request request, Throwable cause) {
    return Replies.of(Refusals.failure());
  }
}
