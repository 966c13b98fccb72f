package id.jejak.app.sandbox.traffic;

import id.jejak.kernel.config.Near;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The difference between a request and the nearest one that the document knows: names that are written otherwise, names
 * that are missing, a path that is one slip away. Judges by the same {@link Operation} that the reference is made of.
 * No value of the request is in what it says. Without state.
 */
public final class Nearest {
  /** Hints about one request. */
  public static final int MOST = 20;
  private static final int NAME_LENGTH = 60;

  private Nearest() {}

  /**
   * What to change in a request.
   *
   * @param served every operation of the system, for paths that lead nowhere
   */
  public static List<Hint> hints(Seen seen, List<Operation> served) {
    var operation = seen.operation();
    var hints = operation == null ? path(seen, served) : names(seen, operation);
    return hints.size() > MOST ? hints.subList(0, MOST) : hints;
  }

  private static List<Hint> names(Seen seen, Operation operation) {
    var hints = new ArrayList<Hint>();
    var expected = new LinkedHashMap<String, JsonNode>();
    var required = new LinkedHashSet<String>();
    for (var param : operation.params()) {
      if (!operation.path().contains("{" + param.name() + "}")) {
        expected.put(param.name(), example(param));
        if (param.need() == Need.REQUIRED) {
          required.add(param.name());
        }
      }
    }
    var sent = sent(seen);
    if (expected.isEmpty() || sent.isEmpty() && !operation.method().equals("GET") && seen.asked().size() > 0) {
      return hints;
    }
    compare("", sent, expected, required, hints);
    return hints;
  }

  private static JsonNode example(Operation.Param param) {
    try {
      return param.example().isEmpty() ? JsonNodeFactory.instance.missingNode() : Json.read(param.example());
    } catch (Json.Unreadable e) { // an example for people only
      return JsonNodeFactory.instance.missingNode();
    }
  }

  private static void compare(String at, Map<String, JsonNode> sent, Map<String, JsonNode> expected,
      Set<String> required, List<Hint> hints) {
    var open = new TreeSet<>(expected.keySet());
    open.removeAll(sent.keySet());
    var missing = new LinkedHashSet<>(required);
    missing.removeAll(sent.keySet());
    sent.forEach((name, value) -> {
      if (expected.containsKey(name)) {
        within(at + name + ".", value, expected.get(name), hints);
        return;
      }
      var shown = at + shown(name);
      var near = near(name, open);
      if (near.isPresent()) {
        hints.add(new Hint(true, "Anda mengirim `" + shown + "`, dokumen menulis `" + at + near.get() + "`.",
            "You sent `" + shown + "`, the document says `" + at + near.get() + "`."));
        missing.remove(near.get());
      } else if (required.size() + open.size() > 0 || at.isEmpty()) {
        hints.add(new Hint(false, "`" + shown + "` tidak ada dalam dokumen, jadi diabaikan.",
            "`" + shown + "` is not in the document, so it is ignored."));
      }
    });
    missing.forEach(name -> hints.add(new Hint(true, "`" + at + name + "` wajib, tetapi tidak dikirim.",
        "`" + at + name + "` is required and was not sent.")));
  }

  private static void within(String at, JsonNode sent, JsonNode expected, List<Hint> hints) {
    if (expected.isArray() && !sent.isArray() && !sent.isMissingNode()) {
      hints.add(new Hint(true, "`" + at.substring(0, at.length() - 1) + "` dalam dokumen adalah larik ([...]).",
          "`" + at.substring(0, at.length() - 1) + "` is an array in the document ([...])."));
      return;
    }
    var inner = expected.isArray() ? expected.path(0) : expected;
    var given = sent.isArray() ? sent.path(0) : sent;
    if (inner.isObject() && given.isObject()) {
      compare(at, members(given), members(inner), Set.of(), hints);
    }
  }

  private static Map<String, JsonNode> members(JsonNode object) {
    var members = new LinkedHashMap<String, JsonNode>();
    object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  /** Names with values, of query and body together. */
  private static Map<String, JsonNode> sent(Seen seen) {
    var sent = new LinkedHashMap<String, JsonNode>();
    form(Form.urlencoded(seen.asked().query()), sent);
    var type = seen.asked().headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    var body = new String(seen.asked().body(), StandardCharsets.UTF_8);
    if (type.startsWith("multipart/")) {
      form(Form.multipart(seen.asked().headers().first("Content-Type").orElse(""), seen.asked().body()), sent);
    } else if (body.stripLeading().startsWith("{")) {
      try {
        sent.putAll(members(Json.read(body)));
      } catch (Json.Unreadable e) {
        return Map.of(); // cut or broken: nothing can be said of its names
      }
    } else if (!body.isBlank() && body.indexOf('=') > 0) {
      form(Form.urlencoded(body), sent);
    }
    return sent;
  }

  private static void form(Map<String, List<String>> pairs, Map<String, JsonNode> into) {
    pairs.forEach((name, _) -> into.put(name.replaceAll("\\[\\d*]$", ""), JsonNodeFactory.instance.missingNode()));
  }

  private static List<Hint> path(Seen seen, List<Operation> served) {
    var below = seen.asked().path().substring(seen.base().length());
    var method = seen.asked().method();
    return served.stream().filter(operation -> !operation.path().contains("{"))
        .filter(operation -> distance(operation.path(), below) <= Math.max(2, operation.path().length() / 4))
        .min(java.util.Comparator.comparingInt((Operation operation) -> distance(operation.path(), below))
            .thenComparing(operation -> !operation.method().equals(method)))
        .map(operation -> {
          var asked = method + " " + seen.base() + shown(Mask.path(below));
          var right = operation.method() + " " + seen.base() + operation.path();
          return new Hint(true, "Anda meminta `" + asked + "`, dokumen menulis `" + right + "`.",
              "You asked `" + asked + "`, the document says `" + right + "`.");
        }).stream().toList();
  }

  /** The name that is meant, if it is written otherwise by case, underscores or a slip. */
  private static Optional<String> near(String name, Set<String> open) {
    var plain = plain(name);
    return open.stream().filter(other -> plain(other).equals(plain)).findFirst().or(() -> open.stream()
        .filter(other -> distance(plain(other), plain) <= Math.min(2, Math.max(1, plain(other).length() / 4)))
        .min(java.util.Comparator.comparingInt(other -> distance(plain(other), plain))));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }

  private static String shown(String name) {
    var printable = Mask.patterns(name.replaceAll("\\p{Cntrl}", "?"));
    return printable.length() > NAME_LENGTH ? printable.substring(0, NAME_LENGTH) + "..." : printable;
  }

  /** Letters to add, drop or change to make one of the other; long texts are simply far. */
  private static int distance(String a, String b) {
    return Math.abs(a.length() - b.length()) > 8 || a.length() > 200 ? Integer.MAX_VALUE : Near.distance(a, b);
  }
}
