package id.jejak.app.sandbox.traffic;

import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import tools.jackson.databind.JsonNode;

/**
 * An answer as this house would have written it: without blanks, and BPJS's metadata in the order of its samples. What
 * others send means the same in any order, with any blanks, and with a code in quotes. Stateless.
 */
final class Canonical {
  private Canonical() {}

  /** The same answer; as it is where it is no JSON object. */
  static String of(String answer) {
    if (!answer.stripLeading().startsWith("{")) {
      return answer;
    }
    try {
      var node = Json.read(answer);
      return text(node.path("metadata").isObject() || node.path("metaData").isObject() ? metadata(node) : node);
    } catch (Json.Unreadable e) { // cut, or broken by whoever sent it
      return answer;
    }
  }

  private static Object metadata(JsonNode node) {
    boolean vclaim = node.path("metaData").isObject();
    var given = node.path(vclaim ? "metaData" : "metadata");
    var code = given.path("code").asString("");
    var metadata = new LinkedHashMap<String, Object>();
    if (vclaim) {
      metadata.put("code", code);
      metadata.put("message", given.path("message").asString(""));
    } else {
      metadata.put("message", given.path("message").asString(""));
      metadata.put("code", code.matches("\\d{1,6}") ? Integer.parseInt(code) : 0);
    }
    return java.util.Map.of(vclaim ? "metaData" : "metadata", metadata);
  }

  private static String text(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }
}
