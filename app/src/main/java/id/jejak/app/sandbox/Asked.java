package id.jejak.app.sandbox;

import id.jejak.app.web.OwnFaults;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads what is asked of the sandbox: a JSON object with known names, or an answer that says what to write. */
final class Asked {
  /** Bytes of a body. */
  private static final int MAX_BODY = 64 * 1024;
  private static final byte[] NOTHING = {'{', '}'};

  private Asked() {}

  /** What was asked cannot be read; the message says what to write. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Unfit(String whatAndWhatToDo) {
      this(400, whatAndWhatToDo);
    }

    Unfit(int status, String whatAndWhatToDo) {
      super(whatAndWhatToDo);
      this.status = status;
    }
  }

  /** Answers from the body, or with status 400 and what to write instead. */
  static Response answer(Request request, Set<String> names, Function<JsonNode, Response> answer) {
    return answer(request, names, false, answer);
  }

  /** The same; no body at all asks for nothing in particular. */
  static Response answerAny(Request request, Set<String> names, Function<JsonNode, Response> answer) {
    return answer(request, names, true, answer);
  }

  private static Response answer(Request request, Set<String> names, boolean optional,
      Function<JsonNode, Response> answer) {
    try {
      return answer.apply(read(request, names, optional));
    } catch (Unfit e) {
      return OwnFaults.error(e.status, String.valueOf(e.getMessage()));
    }
  }

  private static JsonNode read(Request request, Set<String> names, boolean optional) {
    var known = String.join(", ", new TreeSet<>(names));
    JsonNode body;
    try {
      var bytes = request.body().bytes(MAX_BODY);
      body = Json.read(optional && bytes.length == 0 ? NOTHING : bytes);
    } catch (Json.Unreadable e) {
      throw new Unfit("the body is not JSON: send an object with " + known);
    }
    if (!body.isObject()) {
      throw new Unfit("the body is not a JSON object: send one with " + known);
    }
    for (var name : body.propertyNames()) {
      if (!names.contains(name)) {
        throw new Unfit("unknown name in the body: use " + known);
      }
    }
    return body;
  }

  /** A text. */
  static String text(JsonNode body, String name) {
    var value = body.path(name);
    if (!value.isString()) {
      throw new Unfit(name + " must be a text, in quotes");
    }
    return value.stringValue();
  }

  /** Texts, all of them known; none when the member is not there. */
  static List<String> words(JsonNode body, String name, Collection<String> known) {
    var value = body.path(name);
    if (!value.isMissingNode() && !value.isArray()) {
      throw new Unfit(name + " must be a list of texts");
    }
    var words = value.valueStream().map(one -> one.asString("")).toList();
    if (!known.containsAll(words)) {
      throw new Unfit(name + " must be some of " + String.join(", ", known));
    }
    return words;
  }

  /** A whole number within limits, both included. */
  static int number(JsonNode body, String name, int least, int most) {
    var value = body.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least
        || value.intValue() > most) {
      throw new Unfit(name + " must be a whole number from " + least + " to " + most);
    }
    return value.intValue();
  }
}
