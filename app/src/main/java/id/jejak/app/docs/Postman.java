package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One system as a Postman collection (format 2.1) with its environment. Run from top to bottom it passes:
 * every request carries tests, and what one answer gives, the next request uses.
 */
final class Postman {
  private static final String SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

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
    return Json.pretty(Tree.of(
        "info", Tree.of("_postman_id", id("collection"), "name", "Jejak: " + system.title(),
            "description", "Run from top to bottom with its environment.", "schema", SCHEMA),
        "item", items));
  }

  /**
   * The environment, indented.
   *
   * @param baseUrl address of this server as the caller sees it
   */
  String environment(String baseUrl) {
    var values = new ArrayList<Object>();
    values.add(variable("base_url", baseUrl));
    script.environment().get().forEach((name, value) -> values.add(variable(name, value)));
    return Json.pretty(Tree.of("id", id("environment"), "name", "Jejak: " + system.title(), "values", values,
        "_postman_variable_scope", "environment"));
  }

  private static Map<String, Object> variable(String name, String value) {
    return Tree.of("key", name, "value", value, "type", name.contains("password") ? "secret" : "default",
        "enabled", true);
  }

  private Map<String, Object> setup(PostmanScript.Step step) {
    var tests = new ArrayList<String>();
    tests.add("pm.test(\"HTTP 200 or 201\", () => pm.expect(pm.response.code).to.be.oneOf([200, 201]));");
    var envelope = system.envelope();
    if (system.bases().stream().anyMatch(base -> step.path().startsWith(base + "/"))) {
      tests.add("pm.test(\"it was done\", () => pm.expect(pm.response.json()." + envelope.status()
          + ").to.eql(true));");
    }
    keep(step.keep(), tests);
    var request = Tree.of("method", step.method(), "header", json(), "url", url(step.path(), List.of()));
    request.put("body", raw(step.body()));
    return Tree.of("name", step.name(), "request", request, "event", tests(tests), "response", List.of());
  }

  private Map<String, Object> operation(Operation operation, boolean form) {
    var path = system.bases().getFirst() + operation.path();
    var values = values(operation);
    boolean get = operation.method().equals("GET");
    var request = Tree.of("method", operation.method(), "header", get || form ? List.of() : json(),
        "url", url(filled(operation, path), get ? pairs(operation, values) : List.of()),
        "description", operation.purpose() + "\n\n" + operation.origin());
    if (form) {
      request.put("body", Tree.of("mode", "formdata", "formdata", pairs(operation, values)));
    } else if (!get) {
      request.put("body", raw(object(values, operation)));
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
    var envelope = system.envelope();
    var members = envelope.members().stream().map(Postman::quoted).collect(Collectors.joining(", "));
    var tests = new ArrayList<>(List.of(
        "pm.test(\"HTTP 200\", () => pm.expect(pm.response.code).to.eql(200));",
        "pm.test(\"the envelope has its members\", () => pm.expect(pm.response.json()).to.have.all.keys("
            + members + "));",
        "pm.test(\"" + envelope.code() + " is " + expected + "\", () => pm.expect(pm.response.json()."
            + envelope.code() + ").to.eql(" + quoted(expected) + "));"));
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
  private Map<String, String> values(Operation operation) {
    var values = new LinkedHashMap<String, String>();
    for (var param : operation.params()) {
      var value = script.value(operation, param);
      if (!value.isEmpty()) {
        values.put(param.name(), value);
      }
    }
    return values;
  }

  private String filled(Operation operation, String path) {
    for (var value : values(operation).entrySet()) {
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
        .filter(value -> !operation.path().contains("{" + value.getKey() + "}"))
        .map(value -> "  " + quoted(value.getKey()) + ": " + value.getValue())
        .collect(Collectors.joining(",\n", "{\n", "\n}"));
  }

  /** Optional parameters are there to be switched on. */
  private List<Object> pairs(Operation operation, Map<String, String> values) {
    var pairs = new ArrayList<Object>();
    values.forEach((name, value) -> {
      if (operation.path().contains("{" + name + "}")) {
        return;
      }
      var texts = value.startsWith("[")
          ? RequestExamples.pairs(Map.of(name, Json.read(value)))
          : List.of(new RequestExamples.Pair(name, plain(value)));
      texts.forEach(pair -> pairs.add(Tree.of("key", pair.name(), "value", pair.value(), "type", "text",
          "disabled", !sent(operation, name))));
    });
    return pairs;
  }

  private List<Object> answers(Operation operation) {
    return operation.outcomes().stream().<Object>map(outcome -> Tree.of(
        "name", outcome.code() + " " + outcome.when(), "status", "OK", "code", 200, "header", json(),
        "_postman_previewlanguage", "json", "body", Json.pretty(system.answer(operation, outcome)))).toList();
  }

  private static Map<String, Object> url(String path, List<Object> query) {
    var url = Tree.of("raw", "{{base_url}}" + path, "host", List.of("{{base_url}}"),
        "path", List.of(path.substring(1).split("/")));
    if (!query.isEmpty()) {
      url.put("query", query);
    }
    return url;
  }

  private static List<Object> json() {
    return List.of(Tree.of("key", "Content-Type", "value", "application/json"));
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
  private String id(String what) {
    var name = "jejak " + system.name() + " " + what;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
