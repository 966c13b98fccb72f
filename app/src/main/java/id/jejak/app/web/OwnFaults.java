package id.jejak.app.web;

import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.Map;
import java.util.Set;

/** The house's own envelope: {@code {"error": what is wrong and what to do}}. Nothing of the request is repeated. */
public final class OwnFaults implements Mount.Faults {
  /** The one there is: it remembers nothing. */
  public static final OwnFaults FAULTS = new OwnFaults();

  private OwnFaults() {}

  /** An answer in this envelope. */
  public static Response error(int status, String whatAndWhatToDo) {
    return Response.json(status, Json.write(Map.of("error", whatAndWhatToDo))).with("Cache-Control", "no-store");
  }

  @Override
  public Response notFound(Request request) {
    return error(404, "nothing is served at this path: GET / shows what is served here");
  }

  @Override
  public Response methodNotAllowed(Request request, Set<String> allowed) {
    var names = String.join(", ", allowed);
    return error(405, "this path does not take this method: use " + names).with("Allow", names);
  }

  @Override
  public Response bodyTooLarge(Request request, long limit) {
    return error(413, "the body is too large: send at most " + limit + " bytes");
  }

  @Override
  public Response unreadable(int status) {
    return error(status, "this was not readable as HTTP: check the request line and the headers");
  }

  @Override
  public Response failure(Request request, Throwable cause) {
    return error(500, "something broke here and nothing was changed: look for request " + request.id()
        + " in the log");
  }
}
