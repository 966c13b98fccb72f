package id.jejak.app.docs;

import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;

/** Answers as people read them. */
final class AnswerText {
  /** Characters of a body that is shown as it is on the wire; a longer one is indented. */
  private static final int SHORT = 300;

  private AnswerText() {}

  /** The answer for a page: the body alone where all of a system's answers travel alike. */
  static String of(Answers answers, Response response) {
    if (answers.oneEnvelope()) {
      return Json.pretty(Json.read(response.bytes()));
    }
    var out = new StringBuilder("HTTP ").append(response.status()).append('\n');
    response.headers().forEach((name, value) -> out.append(name).append(": ").append(value).append('\n'));
    var body = body(response);
    return out.append(body.isEmpty() ? "" : "\n").append(body).toString();
  }

  /** The body, indented when it is long JSON. */
  static String body(Response response) {
    var text = response.text();
    return json(response) && text.length() > SHORT ? Json.pretty(Json.read(text)) : text;
  }

  static boolean json(Response response) {
    return response.header("Content-Type").filter(type -> type.contains("json")).isPresent();
  }

  /** The body as a JSON value; what is not JSON, as text. */
  static Object value(Response response) {
    return json(response) ? Json.read(response.bytes()) : response.text();
  }

  /** The media type alone; empty when there is no body. */
  static String type(Response response) {
    return response.header("Content-Type").map(type -> type.replaceAll(";.*", "").strip()).orElse("");
  }
}
