package id.jejak.satusehat.http;

import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.contract.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Patch (RFC 6902): add, remove, replace, move, copy, test. Stateless. */
final class JsonPatch {
  private JsonPatch() {}

  /** The patched resource; the one given is not touched. Stops at the first step that cannot be done. */
  static ObjectNode apply(ObjectNode resource, JsonNode patch) {
    if (!patch.isArray() || patch.size() > Limits.PATCH_STEPS) {
      throw refused("a patch is an array of at most " + Limits.PATCH_STEPS + " steps");
    }
    var patched = Documents.copy(resource);
    int step = 0;
    for (var one : patch) {
      try {
        step(patched, one);
      } catch (Unfit e) {
        throw refused("step " + step + ": " + e.getMessage());
      }
      step++;
    }
    return patched;
  }

  private static void step(ObjectNode root, JsonNode step) {
    var path = pointer(step, "path");
    switch (Documents.text(step.path("op"))) {
      case "add" -> add(root, path, value(step));
      case "remove" -> remove(root, path);
      case "replace" -> {
        remove(root, path);
        add(root, path, value(step));
      }
      case "move" -> {
        var from = pointer(step, "from");
        if (path.size() > from.size() && path.subList(0, from.size()).equals(from)) {
          throw new Unfit("nothing can be moved into itself");
        }
        add(root, path, remove(root, from));
      }
      case "copy" -> add(root, path, Documents.copy(get(root, pointer(step, "from"))));
      case "test" -> {
        if (!get(root, path).equals(value(step))) {
          throw new Unfit("the value is another one than tested for");
        }
      }
      default -> throw new Unfit("op must be add, remove, replace, move, copy or test");
    }
  }

  private static JsonNode value(JsonNode step) {
    return Optional.ofNullable(step.get("value")).orElseThrow(() -> new Unfit("value is missing"));
  }

  private static List<String> pointer(JsonNode step, String name) {
    var text = Documents.text(step.path(name));
    if (!text.startsWith("/")) {
      throw new Unfit(name + " must be a JSON pointer below the resource, such as /status");
    }
    var parts = new ArrayList<String>();
    for (var part : text.substring(1).split("/", -1)) {
      parts.add(part.replace("~1", "/").replace("~0", "~"));
    }
    if (parts.size() > Limits.DEPTH) {
      throw new Unfit(name + " is deeper than " + Limits.DEPTH);
    }
    return parts;
  }

  private static JsonNode get(JsonNode root, List<String> path) {
    var node = root;
    for (var part : path) {
      var next = node.isArray() ? node.get(index(part, node.size() - 1)) : node.get(part);
      if (next == null) {
        throw new Unfit("nothing stands at " + Refusals.shown(part));
      }
      node = next;
    }
    return node;
  }

  private static void add(ObjectNode root, List<String> path, JsonNode value) {
    var last = path.getLast();
    switch (get(root, path.subList(0, path.size() - 1))) {
      case ObjectNode object -> object.set(last, Documents.copy(value));
      case ArrayNode array -> array.insert(last.equals("-") ? array.size() : index(last, array.size()),
          Documents.copy(value));
      case JsonNode _ -> throw new Unfit("nothing can be added below a plain value");
    }
  }

  private static JsonNode remove(ObjectNode root, List<String> path) {
    var found = get(root, path);
    var last = path.getLast();
    switch (get(root, path.subList(0, path.size() - 1))) {
      case ObjectNode object -> object.remove(last);
      case ArrayNode array -> array.remove(index(last, array.size() - 1));
      case JsonNode _ -> throw new Unfit("nothing can be removed from a plain value");
    }
    return found;
  }

  private static int index(String part, int largest) {
    if (!part.matches("0|[1-9][0-9]{0,6}") || Integer.parseInt(part) > largest) {
      throw new Unfit("no such place in the array: " + Refusals.shown(part));
    }
    return Integer.parseInt(part);
  }

  private static Stop refused(String why) {
    return new Stop(Refusals.badPatch(why));
  }

  /** A step that does not fit the resource. */
  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unfit(String message) {
      super(message, null, false, false);
    }
  }
}
