package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
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

  /** One request: what it is, its body's type, and the text to show. */
  record Shown(String name, String text) {}

  /** A name and a value of a query or form. */
  record Pair(String name, String value) {}

  private final Operation operation;
  private final String url;
  private final Map<String, JsonNode> all;
  private final Map<String, JsonNode> least;

  RequestExamples(SystemDocs system, Operation operation) {
    this.operation = operation;
    this.all = values(param -> !system.script().value(operation, param).isEmpty());
    this.least = values(param -> all.containsKey(param.name()) && param.need() != Need.OPTIONAL);
    this.url = SERVER + system.bases().getFirst() + filled(operation.path());
  }

  /** Requests that can be pasted, the plainest first. */
  List<Shown> shown() {
    boolean get = operation.method().equals("GET");
    var method = get ? "" : "-X " + operation.method() + " ";
    if (all.isEmpty()) {
      return List.of(new Shown("curl", "curl " + method + quoted(url)));
    }
    var shown = new ArrayList<Shown>();
    if (get) {
      shown.add(new Shown("curl, query", "curl -G " + quoted(url) + flags("--data-urlencode", least)));
    }
    shown.add(new Shown("JSON body", json(all)));
    shown.add(new Shown("curl, JSON body", "curl -X " + operation.method() + " " + quoted(url) + next()
        + "-H 'Content-Type: application/json'" + next() + "-d " + quoted(json(least))));
    if (!get) {
      shown.add(new Shown("curl, form", "curl " + method + quoted(url) + flags("--data-urlencode", least)));
      shown.add(new Shown("curl, form-data", "curl " + method + quoted(url) + flags("--form-string", least)));
      shown.add(new Shown("urlencoded body", pairs(all).stream()
          .map(pair -> encoded(pair.name()) + "=" + encoded(pair.value())).collect(Collectors.joining("&"))));
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

  private Map<String, JsonNode> values(Predicate<Operation.Param> wanted) {
    return operation.params().stream()
        .filter(param -> !param.example().isEmpty() && !inPath(operation, param) && wanted.test(param))
        .collect(Collectors.toMap(Operation.Param::name, param -> Json.read(param.example()), (a, _) -> a,
            java.util.LinkedHashMap::new));
  }

  static boolean inPath(Operation operation, Operation.Param param) {
    return operation.path().contains("{" + param.name() + "}");
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

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
