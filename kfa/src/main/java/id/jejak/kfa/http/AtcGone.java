package id.jejak.kfa.http;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Limits;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Whether the paths of ATC and tags answer 404, as the live service does today. Thread-safe. */
final class AtcGone {
  private final boolean first;
  private volatile boolean now;

  /** As it is set. */
  AtcGone(boolean first) {
    this.first = first;
    this.now = first;
  }

  boolean now() {
    return now;
  }

  /** As it was set at the start. */
  void reset() {
    now = first;
  }

  /** Switches it, in the sandbox. */
  Response set(Request request) {
    JsonNode asked;
    try {
      asked = Json.read(request.body().bytes(Limits.BODY_BYTES)).path("atc_gone");
    } catch (Json.Unreadable e) {
      return wrong();
    }
    if (!asked.isBoolean()) {
      return wrong();
    }
    now = asked.booleanValue();
    return Response.json(200, Json.write((Object) Map.of("atc_gone", now)));
  }

  private static Response wrong() {
    return Response.json(400, Json.write((Object) Map.of("error", "send {\"atc_gone\": true} or false")));
  }
}
