package id.jejak.antrean.client.uat;

import tools.jackson.databind.JsonNode;

/**
 * One request to a hospital and what came back, as it came.
 *
 * @param service the operation's title
 * @param request the JSON that was sent; empty for a token
 * @param http status; 0 when no answer came
 * @param code of the metadata; 0 when there was none
 * @param message of the metadata; what went wrong when there was none
 * @param answer the JSON that came; a missing node when none did
 */
public record Spoken(String service, String request, int http, int code, String message, JsonNode answer) {
  /** The response inside the answer. */
  public JsonNode response() {
    return answer.path("response");
  }
}
