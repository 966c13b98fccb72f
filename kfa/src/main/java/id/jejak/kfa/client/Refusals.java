package id.jejak.kfa.client;

import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a refusal says, in whichever of the service's many ways: validation, gateway, version 3, OperationOutcome. */
final class Refusals {
  private Refusals() {}

  /** Its words; empty when there are none for a person, such as a page of HTML. */
  static String words(Response response) {
    JsonNode body;
    try {
      body = Json.read(response.bytes());
    } catch (Json.Unreadable e) {
      return "";
    }
    var words = body.path("detail").isArray() ? body.path("detail").valueStream().map(Refusals::fault)
        .collect(Collectors.joining("; "))
        : Fields.first(body, "detail", "message", "Error")
            .or(() -> Fields.text(body.path("fault"), "faultstring"))
            .or(() -> Fields.text(body.path("issue").path(0).path("details"), "text"))
            .or(() -> Fields.text(body.path("issue").path(0), "diagnostics")).orElse("");
    return words.length() > ClientLimits.WORDS ? words.substring(0, ClientLimits.WORDS) : words;
  }

  /** One fault of a parameter, such as {@code page: field required}. */
  private static String fault(JsonNode one) {
    var loc = one.path("loc");
    var name = loc.isArray() && !loc.isEmpty() ? Fields.text(loc.path(loc.size() - 1)).orElse("") : "";
    return (name.isEmpty() ? "" : name + ": ") + Fields.textOrEmpty(one, "msg");
  }
}
