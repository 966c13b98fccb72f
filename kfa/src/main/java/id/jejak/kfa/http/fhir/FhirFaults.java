package id.jejak.kfa.http.fhir;

import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kfa.contract.TerminologyOperations;
import java.util.Set;

/** What never reaches an operation, worded as FHIR does. */
public final class FhirFaults implements Mount.Faults {
  @Override
  public Response notFound(Request request) {
    return TerminologyOperations.refusal(404, "not-found", "nothing is served at this path");
  }

  @Override
  public Response methodNotAllowed(Request request, Set<String> allowed) {
    return TerminologyOperations.refusal(405, "not-supported", "this path is not served with this method")
        .with("Allow", String.join(", ", allowed));
  }

  @Override
  public Response bodyTooLarge(Request request, long limit) {
    return TerminologyOperations.refusal(413, "too-long", "the body is larger than " + limit + " bytes")
        .with("Connection", "close");
  }

  @Override
  public Response unreadable(int status) {
    return TerminologyOperations.refusal(status, "invalid", "the request is not readable as HTTP");
  }

  @Override
  public Response failure(Request request, Throwable cause) {
    return TerminologyOperations.refusal(500, "exception", "Something broke; nothing was changed.");
  }
}
