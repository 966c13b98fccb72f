package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One system as an OpenAPI 3.1 document.
 *
 * <p>Two things that the format has no words for are said in descriptions: that a GET may carry its
 * parameters in a JSON body (a body on GET has no defined meaning there), and that a parameter may come by
 * query or body.
 */
final class OpenApi {
  private static final String JSON = "application/json";

  private final SystemDocs system;

  OpenApi(SystemDocs system) {
    this.system = system;
  }

  /** The document, indented. */
  String document() {
    var paths = new LinkedHashMap<String, Map<String, Object>>();
    for (var operation : system.operations()) {
      paths.computeIfAbsent(operation.path(), _ -> new LinkedHashMap<>())
          .put(operation.method().toLowerCase(Locale.ROOT), operation(operation));
    }
    return Json.pretty(Tree.of(
        "openapi", "3.1.1",
        "info", Tree.of("title", system.title(), "version", system.version()),
        "servers", system.bases().stream().map(base -> Tree.of("url", base.isEmpty() ? "/" : base)).toList(),
        "paths", paths,
        "components", Tree.of("schemas", Tree.of("Answer", answer()), "responses", Tree.of(
            "NotFound", fault("Nothing is served at this path."),
            "MethodNotAllowed", fault("The path is served, but not with this method."),
            "BodyTooLarge", fault("The body is above the limit.")))));
  }

  private Map<String, Object> operation(Operation operation) {
    var json = Tree.of(
        "operationId", operation.id(),
        "summary", operation.title(),
        "description", description(operation),
        "tags", List.of(system.name()),
        "parameters", parameters(operation));
    if (!bodyless(operation)) {
      json.put("requestBody", Tree.of("content", Tree.of(
          JSON, media(operation, Function.identity()),
          "application/x-www-form-urlencoded", media(operation, OpenApi::asForm),
          "multipart/form-data", media(operation, OpenApi::asForm))));
    }
    json.put("responses", Tree.of(
        "200", Tree.of("description",
            "The answer, refusals included: `" + system.envelope().code() + "` tells them apart.",
            "content", Tree.of(JSON, Tree.of("schema", ref("schemas/Answer"),
            "examples", examples(operation)))),
        "404", ref("responses/NotFound"),
        "405", ref("responses/MethodNotAllowed"),
        "413", ref("responses/BodyTooLarge")));
    return json;
  }

  private static String description(Operation operation) {
    var text = new StringBuilder(operation.purpose());
    if (operation.method().equals("GET") && !operation.params().isEmpty()) {
      text.append("\n\nThe parameters may also come as a JSON object in the body of the GET.");
    } else if (!operation.params().isEmpty()) {
      text.append("\n\nEach parameter may come in the query or in the body.");
    }
    text.append("\n\nOrigin: ").append(operation.ours() ? "ours. " : "").append(operation.origin());
    operation.gaps().forEach(gap -> text.append("\n\nNot implemented: ").append(gap));
    operation.inferred().forEach(decision -> text.append("\n\nInferred: ").append(decision));
    return text.toString();
  }

  private static boolean bodyless(Operation operation) {
    return operation.method().equals("GET")
        || operation.params().stream().allMatch(param -> RequestExamples.inPath(operation, param));
  }

  private static List<Object> parameters(Operation operation) {
    var parameters = new ArrayList<Object>();
    for (var param : operation.params()) {
      boolean inPath = RequestExamples.inPath(operation, param);
      var schema = schema(param.type());
      boolean array = "array".equals(schema.get("type")) && !inPath;
      var json = Tree.of("name", array ? param.name() + "[]" : param.name(), "in", inPath ? "path" : "query",
          "description", param.description(), "schema", schema);
      if (inPath || param.need() == Need.REQUIRED && operation.method().equals("GET")) {
        json.put("required", true);
      }
      if (!param.example().isEmpty()) {
        json.put("example", Json.read(param.example()));
      }
      parameters.add(json);
    }
    return parameters;
  }

  private static Map<String, Object> media(Operation operation, Function<String, String> name) {
    var properties = new LinkedHashMap<String, Object>();
    var example = new LinkedHashMap<String, Object>();
    for (var param : operation.params()) {
      var schema = schema(param.type());
      var key = "array".equals(schema.get("type")) ? name.apply(param.name()) : param.name();
      schema.put("description", param.description());
      properties.put(key, schema);
      if (!param.example().isEmpty()) {
        example.put(key, Json.read(param.example()));
      }
    }
    return Tree.of("schema", Tree.of("type", "object", "properties", properties), "example", example);
  }

  private static String asForm(String arrayName) {
    return arrayName + "[]";
  }

  /** The documents write types in words of their own; what is not one of these may be anything. */
  private static Map<String, Object> schema(String type) {
    var word = type.toLowerCase(Locale.ROOT);
    if (word.startsWith("array")) {
      var items = word.contains("string") ? Tree.of("type", "string") : Tree.of();
      return Tree.of("type", "array", "items", items);
    }
    for (var plain : List.of("string", "integer", "number", "boolean")) {
      if (word.startsWith(plain)) {
        return Tree.of("type", plain);
      }
    }
    return Tree.of();
  }

  private Map<String, Object> examples(Operation operation) {
    var examples = new LinkedHashMap<String, Object>();
    for (var outcome : operation.outcomes()) {
      var name = outcome.code();
      for (int more = 2; examples.containsKey(name); more++) {
        name = outcome.code() + "-" + more;
      }
      examples.put(name, Tree.of("summary", outcome.when(), "value", system.answer(operation, outcome)));
    }
    return examples;
  }

  private Map<String, Object> answer() {
    var envelope = system.envelope();
    return Tree.of(
        "type", "object",
        "required", envelope.members(),
        "additionalProperties", false,
        "properties", Tree.of(
            envelope.status(), Tree.of("type", "boolean",
                "description", "True on success, warnings included."),
            envelope.code(), Tree.of("type", "string", "enum", codes()),
            envelope.message(), Tree.of("type", "string"),
            envelope.data(), Tree.of("description", "Null on every refusal.")));
  }

  private List<String> codes() {
    var codes = new TreeSet<String>();
    for (var operation : system.operations()) {
      operation.outcomes().forEach(outcome -> codes.add(outcome.code()));
    }
    codes.add(system.envelope().fault().code());
    return List.copyOf(codes);
  }

  private Map<String, Object> fault(String when) {
    return Tree.of("description", when, "content", Tree.of(JSON, Tree.of("schema", ref("schemas/Answer"),
        "example", system.envelope().answer(system.envelope().fault(), null))));
  }

  private static Map<String, Object> ref(String to) {
    return Tree.of("$ref", "#/components/" + to);
  }
}
