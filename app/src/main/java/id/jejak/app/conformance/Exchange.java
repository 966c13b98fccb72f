package id.jejak.app.conformance;

import id.jejak.app.sandbox.traffic.Explained;
import id.jejak.app.sandbox.traffic.Seen;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One request with its answer, read for judging. Holds secrets and patient data as they were sent; what is shown of it
 * is {@link #told} only. Immutable.
 *
 * @param told the same, masked and explained
 * @param sent the body that was sent; a missing node when it is no JSON
 * @param answer the body that came; a missing node when it is no JSON
 * @param timed whether it is known when it was
 */
public record Exchange(Seen seen, Explained told, JsonNode sent, JsonNode answer, boolean timed) {
  private static final Set<String> DONE = Set.of("200", "1");
  private static final DateTimeFormatter WIB =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.ofHours(7));

  /** Reads one. */
  public static Exchange of(Seen seen, Explained told, boolean timed) {
    return new Exchange(seen, told, json(seen.asked().body()), json(seen.answered().body()), timed);
  }

  private static JsonNode json(byte[] body) {
    var text = new String(body, StandardCharsets.UTF_8);
    if (!text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("[")) {
      return JsonNodeFactory.instance.missingNode();
    }
    try {
      return Json.read(text);
    } catch (Json.Unreadable e) { // cut, or broken by whoever sent it
      return JsonNodeFactory.instance.missingNode();
    }
  }

  /** The document's system, as operation ids begin: a part of the house may serve more than one. */
  public String system() {
    return id().isEmpty() ? seen.system().replaceAll("-.*", "") : id().substring(0, id().indexOf('.'));
  }

  /** Id of the operation; empty when there is none. */
  public String id() {
    return seen.operationId();
  }

  /** The operation. */
  public Optional<Operation> operation() {
    return Optional.ofNullable(seen.operation());
  }

  /** Whether the answer is a success: of the document, or, in words that it has not, by what the envelope says. */
  public boolean success() {
    var metadata = answer.path("metadata").isObject() ? answer.path("metadata") : answer.path("metaData");
    if (!told.code().isEmpty() || !told.success()) {
      return told.success();
    }
    return metadata.isObject() ? DONE.contains(metadata.path("code").asString(""))
        : !answer.path("status").isBoolean() || answer.path("status").booleanValue();
  }

  /** Whether an answer came, and nobody made it fail on purpose. */
  public boolean answered() {
    return seen.answered().status() != 0 && seen.fault() == null;
  }

  /** Whether only the beginning of what was sent is there. */
  public boolean cut() {
    return seen.asked().size() > seen.asked().body().length;
  }

  /** A header of the request, without blanks around it; empty when it is missing or blank. */
  public Optional<String> header(String name) {
    return seen.asked().headers().first(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A value that was sent, by query, form or JSON; empty when it is missing or blank. */
  public Optional<String> field(String name) {
    var value = sent.path(name);
    if (!value.isMissingNode() && !value.isNull()) {
      return Optional.of(value.isContainer() ? value.toString() : value.asString("")).filter(text -> !text.isBlank());
    }
    return first(Form.urlencoded(seen.asked().query()).get(name))
        .or(() -> form().flatMap(pairs -> first(pairs.get(name))));
  }

  private Optional<java.util.Map<String, List<String>>> form() {
    var text = new String(seen.asked().body(), StandardCharsets.UTF_8);
    return !sent.isMissingNode() || text.isBlank() ? Optional.empty() : Optional.of(header("Content-Type")
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/"))
        .map(type -> Form.multipart(type, seen.asked().body())).orElseGet(() -> Form.urlencoded(text)));
  }

  private static Optional<String> first(@org.jspecify.annotations.Nullable List<String> values) {
    return values == null ? Optional.empty() : values.stream().filter(text -> !text.isBlank()).findFirst();
  }

  /** When it was asked. */
  public Instant at() {
    return seen.at();
  }

  /** When it was asked, for people, WIB; empty when nobody noted it. */
  public String when() {
    return timed ? WIB.format(seen.at()) : "";
  }

  @Override
  public String toString() {
    return "Exchange[" + seen + "]";
  }
}
