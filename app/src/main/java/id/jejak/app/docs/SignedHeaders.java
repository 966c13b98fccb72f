package id.jejak.app.docs;

import id.jejak.antrean.contract.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** How a request is signed by whoever tries it out: in a shell, in Postman. */
final class SignedHeaders {
  /** A header, the variable that has its value, and what it is. */
  private record Named(String header, String variable, String what) {}

  private static final List<Named> ALL = List.of(
      new Named(Header.CONS_ID, "cons_id", "Consumer id."),
      new Named(Header.TIMESTAMP, "timestamp", "Unix time in seconds, UTC."),
      new Named(Header.SIGNATURE, "signature",
          "HMAC-SHA256 of cons_id&timestamp under the secret key, in base64."),
      new Named(Header.USER_KEY, "user_key", "Key of the consumer for this family of services."));

  private SignedHeaders() {}

  /** Headers whose values the shell has. */
  static String curl(String next) {
    var out = new StringBuilder();
    ALL.forEach(one ->
        out.append(next).append("-H \"").append(one.header()).append(": $").append(one.variable()).append('"'));
    return out.toString();
  }

  /** Headers whose values the script before each request sets. */
  static List<Object> postman() {
    return ALL.stream().<Object>map(one -> Tree.of("key", one.header(), "value", "{{" + one.variable() + "}}"))
        .toList();
  }

  /** The headers as OpenAPI's security schemes. */
  static Map<String, Object> schemes() {
    var schemes = Tree.of();
    ALL.forEach(one -> schemes.put(one.variable(), Tree.of("type", "apiKey", "in", "header", "name", one.header(),
        "description", one.what())));
    return schemes;
  }

  /** All of them at once. */
  static Map<String, Object> required() {
    var required = Tree.of();
    ALL.forEach(one -> required.put(one.variable(), List.of()));
    return required;
  }

  /** Signs before each request, and opens what comes back. */
  static List<Object> events() {
    return List.of(event("prerequest", "postman-sign.js"), event("test", "postman-open.js"));
  }

  private static Object event(String listen, String file) {
    return Tree.of("listen", listen, "script", Tree.of("type", "text/javascript", "exec", lines(file)));
  }

  private static List<String> lines(String file) {
    try (var in = SignedHeaders.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not beside " + SignedHeaders.class.getSimpleName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
