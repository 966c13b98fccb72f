package id.jejak.kfa.http.fhir;

import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Terminology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Parameters of an operation: of the query, of a Parameters resource in the body, or of a plain object there. What is
 * empty is absent; of several with one name the first counts, where one is wanted.
 */
final class Asked {
  /** A code of a system. */
  record Coding(String system, String code, Optional<String> display) {}

  private final Map<String, List<String>> texts;
  private final Map<String, List<JsonNode>> objects;

  private Asked(Map<String, List<String>> texts, Map<String, List<JsonNode>> objects) {
    this.texts = texts;
    this.objects = objects;
  }

  /** Answers from the parameters, or with what is wrong with them. */
  static Response answer(Request request, Function<Asked, Response> work) {
    try {
      return work.apply(read(request));
    } catch (Unfit e) {
      return e.response();
    }
  }

  private static Asked read(Request request) {
    var texts = new LinkedHashMap<>(Form.urlencoded(request.query()));
    var objects = new LinkedHashMap<String, List<JsonNode>>();
    if (request.method().equals("POST")) {
      var bytes = request.body().bytes(Terminology.BODY_BYTES);
      if (bytes.length > 0) {
        body(bytes, texts, objects);
      }
    }
    return new Asked(texts, objects);
  }

  private static void body(byte[] bytes, Map<String, List<String>> texts, Map<String, List<JsonNode>> objects) {
    JsonNode body;
    try {
      body = Json.read(bytes);
    } catch (Json.Unreadable e) {
      throw Unfit.invalid("the body is not readable as JSON");
    }
    if (!body.isObject()) {
      throw Unfit.invalid("the body must be a Parameters resource");
    }
    if (body.path("resourceType").asString("Parameters").equals("Parameters") && body.path("parameter").isArray()) {
      body.path("parameter").forEach(parameter -> parameter.properties().stream()
          .filter(member -> member.getKey().startsWith("value") || member.getKey().equals("resource"))
          .forEach(member -> put(parameter.path("name").asString(""), member.getValue(), texts, objects)));
    } else {
      body.properties().forEach(member -> put(member.getKey(), member.getValue(), texts, objects));
    }
  }

  private static void put(String name, JsonNode value, Map<String, List<String>> texts,
      Map<String, List<JsonNode>> objects) {
    if (value.isObject()) {
      objects.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    } else if (value.isArray()) {
      value.forEach(one -> put(name, one, texts, objects));
    } else if (!value.isNull()) {
      texts.computeIfAbsent(name, _ -> new ArrayList<>()).add(value.asString(""));
    }
  }

  /** A text that may be missing. */
  Optional<String> text(String name) {
    return texts(name).stream().findFirst();
  }

  /** Every text of a name. */
  List<String> texts(String name) {
    return texts.getOrDefault(name, List.of()).stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  /** A text that must be there. */
  String required(String name) {
    return text(name).orElseThrow(() -> Unfit.invalid("parameter " + name + " must be given"));
  }

  /** True or false. */
  boolean flag(String name) {
    return text(name).map(text -> switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Unfit.invalid("parameter " + name + " must be true or false");
    }).orElse(false);
  }

  /** A whole number. */
  int number(String name, int otherwise, int most) {
    return text(name).map(text -> {
      if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > most) {
        throw Unfit.invalid("parameter " + name + " must be a whole number from 0 to " + most);
      }
      return Integer.parseInt(text);
    }).orElse(otherwise);
  }

  /** True when a parameter is given that is an object. */
  boolean has(String name) {
    return objects.containsKey(name);
  }

  /** A coding that may be missing. */
  Optional<Coding> coding(String name) {
    return objects.getOrDefault(name, List.of()).stream().findFirst().map(Asked::coding);
  }

  /** The codings of a concept. */
  List<Coding> codings(String name) {
    return objects.getOrDefault(name, List.of()).stream().limit(1)
        .flatMap(concept -> concept.path("coding").valueStream()).limit(Terminology.CODINGS_MOST).map(Asked::coding)
        .toList();
  }

  private static Coding coding(JsonNode node) {
    return new Coding(node.path("system").asString("").strip(), node.path("code").asString("").strip(),
        Optional.of(node.path("display").asString("").strip()).filter(text -> !text.isEmpty()));
  }

  /** A code with its system, from {@code coding} or from {@code code} and {@code system}. */
  Coding codeOf(String codingName, String codeName) {
    return coding(codingName).orElseGet(() ->
        new Coding(text("system").orElse(Terminology.KFA), required(codeName), text("display")));
  }
}
