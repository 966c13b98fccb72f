package id.jejak.ttac.client;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a server wrote, and takes it as it comes: numbers as texts, fields left out. */
final class Fields {
  private Fields() {}

  static String text(JsonNode object, String name) {
    var text = textOrNull(object, name);
    return text == null ? "" : text;
  }

  static @Nullable String textOrNull(JsonNode object, String name) {
    var value = object.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString("") : null;
  }

  static Optional<Instant> instant(JsonNode object, String name) {
    try {
      return Optional.of(Instant.parse(text(object, name)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
