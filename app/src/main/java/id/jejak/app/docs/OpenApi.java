package id.jejak.app.docs;

import id.jejak.app.docs.Requests.Access;
import id.jejak.app.docs.Requests.BodyForm;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One system as an OpenAPI 3.1 document.
 *
 * <p>Two things that the format has no words for are said in descriptions: that a GET may carry its
 * parameters in a JSON body (a body on GET has no defined meaning there), and that a parameter may come by
 * query or body.
 */
final class OpenApi {
  /** Where a bearer token is got; the grant type is part of the address. */
  private static final String TOKEN_URL = "/oauth2/v1/accesstoken?grant_type=client_credentials";
  private static final String SCHEME = "accessToken";

  private final SystemDocs system;
  /** With one section, paths stand below its bases; with several, whole. */
  private final boolean whole;

  OpenApi(SystemDocs system) {
    this.system = system;
    this.whole = system.sections().size() > 1;
  }

  /** The document, indented. */
  String document() {
    var paths = new LinkedHashMap<String, Map<String, Object>>();
    for (var operation : system.operations()) {
      for (var base : whole ? system.bases(operation) : List.of("")) {
        paths.computeIfAbsent(base + operation.path(), _ -> new LinkedHashMap<>())
            .put(operation.method().toLowerCase(Locale.ROOT), operation(operation, base));
      }
    }
    var document = Tree.of(
        "openapi", "3.1.1",
        "info", Tree.of("title", system.title(), "version", system.version()),
        "servers", (whole ? List.of("") : system.bases()).stream()
            .map(base -> Tree.of("url", base.isEmpty() ? "/" : base)).toList(),
        "paths", paths,
        "components", components());
    if (system.requests().bearer()) {
      document.put("security", List.of(Tree.of(SCHEME, List.of())));
    }
    if (system.requests().signed()) {
      document.put("security", List.of(SignedHeaders.required()));
    }
    if (system.requests().hospital()) {
      document.put("security", HospitalHeaders.required());
    }
    return Json.pretty(document);
  }

  private Map<String, Object> components() {
    var components = Tree.of();
    system.answers().schema(system.operations()).ifPresent(schema ->
        components.put("schemas", Tree.of("Answer", schema)));
    var responses = Tree.of();
    system.answers().edges().forEach(edge -> {
      var response = Tree.of("description", edge.when());
      var type = AnswerText.type(edge.response());
      if (!type.isEmpty()) {
        var media = withSchema();
        media.put("example", AnswerText.value(edge.response()));
        response.put("content", Tree.of(type, media));
      }
      responses.put(edge.name(), response);
    });
    components.put("responses", responses);
    if (system.requests().signed()) {
      components.put("securitySchemes", SignedHeaders.schemes());
    } else if (system.requests().access() == Access.SESSION) {
      components.put("securitySchemes", Tree.of(SCHEME, Tree.of("type", "http", "scheme", "bearer",
          "description", "The token that a login answers. A browser sends it as a cookie by itself.")));
    } else if (system.requests().hospital()) {
      components.put("securitySchemes", HospitalHeaders.schemes());
    } else if (system.requests().bearer() || system.requests().access() == Access.GIVES_BEARER) {
      components.put("securitySchemes", Tree.of(SCHEME, Tree.of("type", "oauth2",
          "description", "Sent as Authorization: Bearer <access_token>.",
          "flows", Tree.of("clientCredentials", Tree.of("tokenUrl", TOKEN_URL, "scopes", Tree.of())))));
    }
    return components;
  }

  private Map<String, Object> operation(Operation operation, String base) {
    var again = whole && !base.equals(system.bases(operation).getFirst());
    var json = Tree.of(
        "operationId", operation.id() + (again ? base.replace('/', '.') : ""),
        "summary", operation.title(),
        "description", description(operation),
        "tags", List.of(system.name()),
        "parameters", parameters(operation));
    if (!bodyless(operation)) {
      var content = Tree.of();
      system.requests().bodies().forEach(form -> content.put(form.type(), media(operation, form)));
      json.put("requestBody", Tree.of("content", content));
    }
    json.put("responses", responses(operation));
    return json;
  }

  private Map<String, Object> responses(Operation operation) {
    var byStatus = new TreeMap<Integer, List<Outcome>>();
    operation.outcomes().forEach(outcome -> byStatus
        .computeIfAbsent(system.answer(operation, outcome).status(), _ -> new ArrayList<>()).add(outcome));
    var responses = Tree.of();
    byStatus.forEach((status, outcomes) -> {
      var response = Tree.of("description", system.answers().describe(outcomes));
      var content = content(operation, outcomes);
      if (!content.isEmpty()) {
        response.put("content", content);
      }
      responses.put(String.valueOf(status), response);
    });
    system.answers().edges().forEach(edge ->
        responses.putIfAbsent(String.valueOf(edge.response().status()), ref("responses/" + edge.name())));
    return responses;
  }

  /** Examples of some outcomes by media type; a code that stands twice is numbered. */
  private Map<String, Object> content(Operation operation, List<Outcome> outcomes) {
    var byType = new LinkedHashMap<String, Map<String, Object>>();
    for (var outcome : outcomes) {
      Response answer = system.answer(operation, outcome);
      if (AnswerText.type(answer).isEmpty()) {
        continue;
      }
      var examples = byType.computeIfAbsent(AnswerText.type(answer), _ -> new LinkedHashMap<>());
      var name = outcome.code().replace(' ', '-');
      for (int more = 2; examples.containsKey(name); more++) {
        name = outcome.code().replace(' ', '-') + "-" + more;
      }
      examples.put(name, Tree.of("summary", outcome.when(), "value", AnswerText.value(answer)));
    }
    var content = Tree.of();
    byType.forEach((type, examples) -> {
      var media = withSchema();
      media.put("examples", examples);
      content.put(type, media);
    });
    return content;
  }

  private Map<String, Object> withSchema() {
    return system.answers().schema(system.operations()).isPresent() ? Tree.of("schema", ref("schemas/Answer"))
        : Tree.of();
  }

  private String description(Operation operation) {
    var text = new StringBuilder(operation.purpose());
    if (operation.method().equals("GET") && !operation.params().isEmpty() && system.requests().getBody()) {
      text.append("\n\nThe parameters may also come as a JSON object in the body of the GET.");
    } else if (!operation.method().equals("GET") && anywhere() && !operation.params().isEmpty()) {
      text.append("\n\nEach parameter may come in the query or in the body.");
    }
    text.append("\n\nOrigin: ").append(operation.ours() ? "ours. " : "").append(operation.origin());
    operation.gaps().forEach(gap -> text.append("\n\nNot implemented: ").append(gap));
    operation.inferred().forEach(decision -> text.append("\n\nInferred: ").append(decision));
    return text.toString();
  }

  /** True when a parameter of a body may as well come by query: then all are shown in both places. */
  private boolean anywhere() {
    return system.requests().access() == Access.BY_PARAMETER;
  }

  private boolean bodyless(Operation operation) {
    return operation.method().equals("GET")
        || operation.params().stream().noneMatch(param -> system.requests().body(operation, param));
  }

  private List<Object> parameters(Operation operation) {
    var parameters = new ArrayList<Object>();
    for (var param : operation.params()) {
      boolean inPath = RequestExamples.inPath(operation, param);
      boolean query = system.requests().query(operation, param);
      if (!inPath && !query && !anywhere()) {
        continue;
      }
      var schema = schema(param.type());
      boolean array = "array".equals(schema.get("type")) && !inPath;
      var json = Tree.of("name", array ? param.name() + "[]" : param.name(), "in", inPath ? "path" : "query",
          "description", param.description(), "schema", schema);
      if (inPath || param.need() == Need.REQUIRED && query) {
        json.put("required", true);
      }
      if (!param.example().isEmpty()) {
        json.put("example", Json.read(param.example()));
      }
      parameters.add(json);
    }
    return parameters;
  }

  private Map<String, Object> media(Operation operation, BodyForm form) {
    var properties = new LinkedHashMap<String, Object>();
    var example = new LinkedHashMap<String, Object>();
    for (var param : operation.params()) {
      if (!shownInBody(operation, param)) {
        continue;
      }
      var schema = schema(param.type());
      boolean list = "array".equals(schema.get("type")) && form != BodyForm.JSON;
      var key = list ? param.name() + "[]" : param.name();
      schema.put("description", param.description());
      properties.put(key, schema);
      if (!param.example().isEmpty()) {
        example.put(key, Json.read(param.example()));
      }
    }
    return Tree.of("schema", Tree.of("type", "object", "properties", properties), "example", example);
  }

  private boolean shownInBody(Operation operation, Param param) {
    return anywhere() || system.requests().body(operation, param);
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

  private static Map<String, Object> ref(String to) {
    return Tree.of("$ref", "#/components/" + to);
  }
}
