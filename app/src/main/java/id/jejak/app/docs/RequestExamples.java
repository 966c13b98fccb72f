package id.jejak.app.docs;

import id.jejak.app.docs.Requests.BodyForm;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Param;
import id.jejak.kernel.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** How one operation is asked, in every form it understands, from the examples of its parameters. */
final class RequestExamples {
  private static final String SERVER = "http://localhost:8080";
  private static final String BEARER = "-H 'Authorization: Bearer <access-token>'";

  /** One request: what it is, its body's type, and the text to show. */
  record Shown(String name, String text) {}

  /** A name and a value of a query or form. */
  record Pair(String name, String value) {}

  private final Operation operation;
  private final Requests requests;
  private final String url;
  private final Map<String, JsonNode> all;
  private final Map<String, JsonNode> least;

  RequestExamples(SystemDocs system, Operation operation) {
    this.operation = operation;
    this.requests = system.requests();
    boolean get = operation.method().equals("GET");
    Predicate<Param> wanted = param -> !system.script().value(operation, param).isEmpty();
    this.all = values(param -> wanted.test(param) && (get || requests.body(operation, param)));
    this.least = values(param -> all.containsKey(param.name()) && param.need() != Need.OPTIONAL);
    var query = values(param -> wanted.test(param) && !get && requests.query(operation, param));
    this.url = SERVER + system.bases(operation).getFirst() + filled(operation.path())
        + (query.isEmpty() ? "" : "?" + encoded(query));
  }

  /** Requests that can be pasted, the plainest first. */
  List<Shown> shown() {
    boolean get = operation.method().equals("GET");
    var method = get ? "" : "-X " + operation.method() + " ";
    if (all.isEmpty()) {
      return List.of(new Shown("curl", "curl " + method + quoted(url) + bearer()));
    }
    var shown = new ArrayList<Shown>();
    if (get) {
      shown.add(new Shown("curl, query", "curl -G " + quoted(url) + bearer() + flags("--data-urlencode", least)));
    }
    if (get ? requests.getBody() : requests.bodies().contains(BodyForm.JSON)) {
      shown.add(new Shown("JSON body", json(all)));
      shown.add(new Shown("curl, JSON body", "curl -X " + operation.method() + " " + quoted(url) + bearer() + next()
          + "-H 'Content-Type: application/json'" + next() + "-d " + quoted(json(least))));
    }
    boolean urlencoded = !get && requests.bodies().contains(BodyForm.URLENCODED);
    if (urlencoded) {
      shown.add(new Shown("curl, form", "curl " + method + quoted(url) + bearer() + flags("--data-urlencode", least)));
    }
    if (!get && requests.bodies().contains(BodyForm.FORM_DATA)) {
      shown.add(new Shown("curl, form-data",
          "curl " + method + quoted(url) + bearer() + flags("--form-string", least)));
    }
    if (urlencoded) {
      shown.add(new Shown("urlencoded body", encoded(all)));
    }
    return shown;
  }

  /** Names and values as a form carries them; an array is repeated under {@code name[]}. */
  static List<Pair> pairs(Map<String, JsonNode> values) {
    var pairs = new ArrayList<Pair>();
    values.forEach((name, value) -> {
      if (value.isArray()) {
        value.forEach(each -> pairs.add(new Pair(name + "[]", plain(each))));
      } else {
        pairs.add(new Pair(name, plain(value)));
      }
    });
    return pairs;
  }

  private Map<String, JsonNode> values(Predicate<Param> wanted) {
    return operation.params().stream()
        .filter(param -> !param.example().isEmpty() && !inPath(operation, param) && wanted.test(param))
        .collect(Collectors.toMap(Param::name, param -> Json.read(param.example()), (a, _) -> a,
            java.util.LinkedHashMap::new));
  }

  static boolean inPath(Operation operation, Param param) {
    return operation.path().contains("{" + param.name() + "}");
  }

  private String bearer() {
    return requests.bearer() ? next() + BEARER : requests.signed() ? SignedHeaders.curl(next())
        : requests.hospital() ? HospitalHeaders.curl(next(), operation) : "";
  }

  private String filled(String path) {
    for (var param : operation.params()) {
      if (inPath(operation, param) && !param.example().isEmpty()) {
        path = path.replace("{" + param.name() + "}",
            encoded(plain(Json.read(param.example()))).replace("+", "%20"));
      }
    }
    return path;
  }

  private static String flags(String flag, Map<String, JsonNode> values) {
    return pairs(values).stream().map(pair -> next() + flag + " " + quoted(pair.name() + "=" + pair.value()))
        .collect(Collectors.joining());
  }

  private static String next() {
    return " \\\n  ";
  }

  private static String json(Map<String, JsonNode> values) {
    return Json.pretty(values);
  }

  private static String plain(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }

  private static String encoded(Map<String, JsonNode> values) {
    return pairs(values).stream().map(pair -> encoded(pair.name()) + "=" + encoded(pair.value()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
