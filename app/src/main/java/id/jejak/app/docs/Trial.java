package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A request that can be sent as it is, but for {@code {{variables}}} that name who asks: what a page fills into its form.
 *
 * @param path with the base
 * @param query raw; empty when there is none
 * @param type media type of the body; empty when there is none
 * @param access how the caller is known
 */
public record Trial(String method, String path, String query, String type, String body, Requests.Access access) {
  private static final String VARIABLE = "(?s).*\\{\\{(?!token}}|email}}|password}}|client_id}}|client_secret}}).*";

  /** The plainest request of an operation, from the examples of its parameters. */
  public static Trial of(SystemDocs system, Operation operation) {
    var requests = system.requests();
    var path = system.bases(operation).getFirst() + operation.path();
    Map<String, JsonNode> query = new LinkedHashMap<>();
    Map<String, JsonNode> body = new LinkedHashMap<>();
    for (var param : operation.params()) {
      var given = system.script().value(operation, param);
      var text = given.matches(VARIABLE) ? param.example() : given;
      if (text.isEmpty() || param.need() == Operation.Need.OPTIONAL) {
        continue;
      }
      var value = Json.read(text);
      if (RequestExamples.inPath(operation, param)) {
        path = path.replace("{" + param.name() + "}", encoded(plain(value)).replace("+", "%20"));
      } else {
        (requests.query(operation, param) ? query : body).put(param.name(), value);
      }
    }
    boolean json = requests.bodies().contains(Requests.BodyForm.JSON);
    return new Trial(operation.method(), path, form(query),
        body.isEmpty() ? "" : json ? Requests.BodyForm.JSON.type() : Requests.BodyForm.URLENCODED.type(),
        body.isEmpty() ? "" : json ? Json.pretty(body) : form(body), requests.access());
  }

  private static String form(Map<String, JsonNode> values) {
    return RequestExamples.pairs(values).stream().map(pair -> encoded(pair.name()) + "=" + encoded(pair.value()))
        .collect(Collectors.joining("&"));
  }

  private static String plain(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }

  /** Variables stay readable. */
  private static String encoded(String text) {
    return text.matches("\\{\\{\\w+}}") ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
