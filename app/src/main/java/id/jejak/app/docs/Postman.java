package id.jejak.app.docs;

import id.jejak.app.docs.Requests.BodyForm;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Param;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One system as a Postman collection (format 2.1) with its environment. Run from top to bottom it passes:
 * every request carries tests, and what one answer gives, the next request uses.
 */
final class Postman {
  private static final String SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

  private static final Map<Integer, String> STATUS = Map.of(200, "OK", 201, "Created", 400, "Bad Request",
      401, "Unauthorized", 403, "Forbidden", 404, "Not Found", 422, "Unprocessable Entity", 429, "Too Many Requests",
      503, "Service Unavailable");

  private final SystemDocs system;
  private final PostmanScript script;

  Postman(SystemDocs system) {
    this.system = system;
    this.script = system.script();
  }

  /** The collection, indented. */
  String collection() {
    var items = new ArrayList<Object>();
    if (!script.setup().isEmpty()) {
      items.add(Tree.of("name", "Prepare", "item", script.setup().stream().map(this::setup).toList()));
    }
    for (var operation : system.operations()) {
      items.add(operation(operation, false));
      if (script.formData().contains(operation.id())) {
        items.add(operation(operation, true));
      }
    }
    var collection = Tree.of(
        "info", Tree.of("_postman_id", id(system.name(), "collection"), "name", "Jejak: " + system.title(),
            "description", "Run from top to bottom with its environment.", "schema", SCHEMA),
        "item", items);
    if (system.requests().signed()) {
      collection.put("event", SignedHeaders.events());
    }
    return Json.pretty(collection);
  }

  /**
   * The environment, indented.
   *
   * @param baseUrl address of this server as the caller sees it
   */
  String environment(String baseUrl) {
    var values = new ArrayList<Object>();
    values.add(variable("base_url", baseUrl));
    script.environment().values().get().forEach((name, value) -> values.add(variable(name, value)));
    var shared = script.environment().shared();
    return Json.pretty(Tree.of(
        "id", id(shared.map(PostmanScript.Shared::name).orElse(system.name()), "environment"),
        "name", "Jejak: " + shared.map(PostmanScript.Shared::title).orElse(system.title()), "values", values,
        "_postman_variable_scope", "environment"));
  }

  private static Map<String, Object> variable(String name, String value) {
    boolean secret = name.contains("password") || name.contains("secret");
    return Tree.of("key", name, "value", value, "type", secret ? "secret" : "default", "enabled", true);
  }

  private Map<String, Object> setup(PostmanScript.Step step) {
    var tests = new ArrayList<String>();
    tests.add("pm.test(\"HTTP 200 or 201\", () => pm.expect(pm.response.code).to.be.oneOf([200, 201]));");
    if (system.bases().stream().anyMatch(base -> step.path().startsWith(base + "/"))) {
      tests.addAll(system.answers().prepared());
    }
    keep(step.keep(), tests);
    var request = Tree.of("method", step.method(), "header", List.of(contentType(step.type())),
        "url", url(step.path(), List.of()));
    request.put("body", raw(step.body()));
    return Tree.of("name", step.name(), "request", request, "event", tests(tests), "response", List.of());
  }

  private Map<String, Object> operation(Operation operation, boolean form) {
    var path = system.bases(operation).getFirst() + operation.path();
    boolean json = system.requests().bodies().contains(BodyForm.JSON);
    boolean get = operation.method().equals("GET");
    var body = values(operation, param -> system.requests().body(operation, param));
    var headers = new ArrayList<Object>();
    if (system.requests().bearer()) {
      headers.add(Tree.of("key", "Authorization", "value", "Bearer {{access_token}}"));
    }
    if (system.requests().signed()) {
      headers.addAll(SignedHeaders.postman());
    }
    if (system.requests().hospital()) {
      headers.addAll(HospitalHeaders.postman(operation));
    }
    if (!get && !form && json) {
      headers.add(contentType(BodyForm.JSON.type()));
    }
    var request = Tree.of("method", operation.method(), "header", headers,
        "url", url(filled(operation, path),
            pairs(operation, values(operation, param -> system.requests().query(operation, param)))),
        "description", operation.purpose() + "\n\n" + operation.origin());
    if (form) {
      request.put("body", Tree.of("mode", "formdata", "formdata", pairs(operation, body)));
    } else if (!get && json) {
      request.put("body", raw(object(body, operation)));
    } else if (!get && !body.isEmpty()) {
      request.put("body", Tree.of("mode", "urlencoded", "urlencoded", pairs(operation, body)));
    }
    return Tree.of("name", operation.title() + (form ? " (form-data)" : ""), "request", request,
        "event", tests(expectations(operation)), "response", answers(operation));
  }

  private List<String> expectations(Operation operation) {
    var expected = script.expected().getOrDefault(operation.id(), SystemDocs.success(operation).code());
    if (expected.equals(PostmanScript.BARE)) {
      return List.of("pm.test(\"HTTP 200\", () => pm.expect(pm.response.code).to.eql(200));",
          "pm.test(\"there is something\", () => pm.expect(pm.response.responseSize).to.be.above(0));");
    }
    var tests = new ArrayList<>(system.answers().tests(operation, expected));
    keep(script.keep().getOrDefault(operation.id(), Map.of()), tests);
    return tests;
  }

  private static void keep(Map<String, String> variables, List<String> tests) {
    if (!variables.isEmpty()) {
      tests.add("const answer = pm.response.json();");
    }
    variables.forEach((name, expression) ->
        tests.add("pm.environment.set(" + quoted(name) + ", " + expression + ");"));
  }

  /** JSON of each parameter by name; the script's value stands before the document's example. */
  private Map<String, String> values(Operation operation, Predicate<Param> wanted) {
    var values = new LinkedHashMap<String, String>();
    for (var param : operation.params()) {
      var value = script.value(operation, param);
      if (!value.isEmpty() && wanted.test(param)) {
        values.put(param.name(), value);
      }
    }
    return values;
  }

  private String filled(Operation operation, String path) {
    for (var value : values(operation, param -> RequestExamples.inPath(operation, param)).entrySet()) {
      path = path.replace("{" + value.getKey() + "}", plain(value.getValue()));
    }
    return path;
  }

  private boolean sent(Operation operation, String name) {
    return script.values().getOrDefault(operation.id(), Map.of()).containsKey(name)
        || operation.params().stream().anyMatch(p -> p.name().equals(name) && p.need() != Need.OPTIONAL);
  }

  private String object(Map<String, String> values, Operation operation) {
    return values.entrySet().stream()
        .filter(value -> sent(operation, value.getKey()))
        .map(value -> "  " + quoted(value.getKey()) + ": " + value.getValue())
        .collect(Collectors.joining(",\n", "{\n", "\n}"));
  }

  /** Optional parameters are there to be switched on. */
  private List<Object> pairs(Operation operation, Map<String, String> values) {
    var pairs = new ArrayList<Object>();
    values.forEach((name, value) -> {
      var texts = value.startsWith("[")
          ? RequestExamples.pairs(Map.of(name, Json.read(value)))
          : List.of(new RequestExamples.Pair(name, plain(value)));
      texts.forEach(pair -> pairs.add(Tree.of("key", pair.name(), "value", pair.value(), "type", "text",
          "disabled", !sent(operation, name))));
    });
    return pairs;
  }

  private List<Object> answers(Operation operation) {
    return operation.outcomes().stream().<Object>map(outcome -> {
      var answer = system.answer(operation, outcome);
      boolean json = AnswerText.json(answer);
      return Tree.of("name", outcome.code() + " " + outcome.when(),
          "status", STATUS.getOrDefault(answer.status(), ""), "code", answer.status(),
          "header", answer.header("Content-Type").map(Postman::contentType).stream().toList(),
          "_postman_previewlanguage", json ? "json" : "text",
          "body", json ? Json.pretty(Json.read(answer.bytes())) : answer.text());
    }).toList();
  }

  private static Map<String, Object> url(String path, List<Object> query) {
    var url = Tree.of("raw", "{{base_url}}" + path, "host", List.of("{{base_url}}"),
        "path", List.of(path.substring(1).split("/")));
    if (!query.isEmpty()) {
      url.put("query", query);
    }
    return url;
  }

  private static Object contentType(String type) {
    return Tree.of("key", "Content-Type", "value", type);
  }

  private static Map<String, Object> raw(String text) {
    return Tree.of("mode", "raw", "raw", text, "options", Tree.of("raw", Tree.of("language", "json")));
  }

  private static List<Object> tests(List<String> lines) {
    return List.of(Tree.of("listen", "test", "script", Tree.of("type", "text/javascript", "exec", lines)));
  }

  private static String plain(String json) {
    return json.startsWith("\"") ? Json.read(json).stringValue() : json;
  }

  private static String quoted(String text) {
    return new String(Json.write((Object) text), StandardCharsets.UTF_8);
  }

  /** The same system has the same id on every server, so that a second import replaces the first. */
  private static String id(String whose, String what) {
    var name = "jejak " + whose + " " + what;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
