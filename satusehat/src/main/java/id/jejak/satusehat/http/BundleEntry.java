package id.jejak.satusehat.http;

import id.jejak.satusehat.contract.Outcome;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.contract.ResourceTypes;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entry of a bundle, read.
 *
 * @param index its place, from 0
 * @param fullUrl what others in the bundle call it; empty when it has no name
 * @param id empty for a resource that is created, and for a search
 * @param query of a search, or the condition of a write; empty for none
 * @param patch the steps of a patch; missing for anything else
 */
record BundleEntry(int index, String fullUrl, Method method, String type, String id, String query,
    Optional<ObjectNode> resource, JsonNode patch, Optional<String> ifMatch) {
  private static final String URN = "urn:uuid:";

  /** What is asked for. */
  enum Method { GET, POST, PUT, PATCH, DELETE }

  /** Reads an entry, or stops with what is wrong. */
  static BundleEntry read(int index, JsonNode entry) {
    var request = entry.path("request");
    var method = method(index, Documents.text(request.path("method")));
    var url = Documents.text(request.path("url"));
    int mark = url.indexOf('?');
    var path = (mark < 0 ? url : url.substring(0, mark)).replaceAll("^/+|/+$", "").split("/", -1);
    var id = path.length > 1 ? path[1] : "";
    var query = mark < 0 ? "" : url.substring(mark + 1);
    boolean named = switch (method) {
      case GET -> true;
      case POST -> path.length == 1;
      case PUT -> Target.isId(id) || path.length == 1 && !query.isEmpty();
      case PATCH, DELETE -> Target.isId(id);
    };
    if (path.length > 2 || !ResourceTypes.kept(path[0]) || !named) {
      throw refused(index, "value", "request.url must be "
          + (method == Method.POST ? "a resource type" : "Type/id") + ": " + Refusals.shown(url), "request.url");
    }
    var resource = entry.path("resource") instanceof ObjectNode object
        ? Optional.of(object) : Optional.<ObjectNode>empty();
    boolean bare = method == Method.GET || method == Method.DELETE;
    if (!bare && resource.isEmpty()) {
      throw new Stop(Refusals.unparseable("missing required field \"resource\"", "Bundle.entry[" + index + "]"));
    }
    if (resource.isPresent() && Documents.text(resource.get().path("resourceType")).equals("Bundle")) {
      throw refused(index, "value", "A bundle cannot stand in a bundle (RuleNumber: 20011)", "resource");
    }
    var condition = method == Method.POST ? Documents.text(request.path("ifNoneExist")) : query;
    return new BundleEntry(index, Documents.text(entry.path("fullUrl")), method, path[0], id, condition, resource,
        method == Method.PATCH ? steps(index, resource.orElseThrow()) : Documents.NODES.missingNode(),
        Optional.of(Documents.text(request.path("ifMatch"))).filter(text -> !text.isEmpty()));
  }

  private static JsonNode steps(int index, ObjectNode binary) {
    try {
      return Documents.read(Base64.getDecoder().decode(Documents.text(binary.path("data"))));
    } catch (IllegalArgumentException e) {
      throw refused(index, "value", "a patch is a Binary whose data is base64", "resource.data");
    }
  }

  /** True for a write that depends on what a search finds. */
  boolean conditional() {
    return method == Method.POST && !query.isEmpty() || method == Method.PUT && id.isEmpty();
  }

  private static Method method(int index, String text) {
    return switch (text) {
      case "GET" -> Method.GET;
      case "POST" -> Method.POST;
      case "PUT" -> Method.PUT;
      case "PATCH" -> Method.PATCH;
      case "DELETE" -> Method.DELETE;
      default -> throw refused(index, "value", "request.method must be POST, PUT, PATCH, DELETE or GET: "
          + Refusals.shown(text), "request.method");
    };
  }

  /** Stops when a created resource has no name that others can refer to. */
  void requireName() {
    if (method != Method.POST) {
      return;
    }
    if (fullUrl.isEmpty()) {
      throw refused(index, "value", "fullUrl is missing (RuleNumber: 20021)", "fullUrl");
    }
    if (!fullUrl.startsWith(URN) || !fullUrl.substring(URN.length()).matches("[0-9A-Fa-f-]{36}")) {
      throw refused(index, "value", "fullUrl must be urn:uuid:{uuid}: " + Refusals.shown(fullUrl)
          + " (RuleNumber: 20017)", "fullUrl");
    }
  }

  /** A refusal that says which entry. */
  static Stop refused(int index, String code, String text, String at) {
    return new Stop(Outcome.validator(code, text, "Bundle.entry[" + index + "]." + at));
  }

  /** The resource with every reference to something in the bundle replaced; what does not resolve stays as it is. */
  static JsonNode resolved(JsonNode node, java.util.Map<String, String> names) {
    return switch (node) {
      case ObjectNode object -> {
        object.propertyNames().forEach(name -> object.set(name, resolved(object.path(name), names)));
        yield object;
      }
      case tools.jackson.databind.node.ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, resolved(array.path(i), names));
        }
        yield array;
      }
      case JsonNode plain -> plain.isString() && names.containsKey(plain.stringValue())
          ? Documents.NODES.stringNode(names.get(plain.stringValue())) : plain;
    };
  }
}
