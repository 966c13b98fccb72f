package id.jejak.antrean.client;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a server wrote, and takes it as it comes: numbers as texts, lists bare or in an object, members left out.
 */
final class Reading {
  private static final int DIGITS = 18;

  private Reading() {}

  static String text(JsonNode object, String name) {
    var value = object.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString("") : "";
  }

  /** A whole number; 0 when there is none. */
  static long number(JsonNode object, String name) {
    var value = object.path(name);
    if (value.isBoolean()) {
      return value.booleanValue() ? 1 : 0;
    }
    var text = text(object, name).strip();
    return text.matches("-?[0-9]{1," + DIGITS + "}") ? Long.parseLong(text) : 0;
  }

  /** A whole number under the first of two names that is there. */
  static int either(JsonNode object, String name, String other) {
    return integer(object, object.path(name).isMissingNode() ? other : name);
  }

  static int integer(JsonNode object, String name) {
    return Math.clamp(number(object, name), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Rows of {@code {"list": [...]}} or of a bare array. */
  static <T> List<T> rows(JsonNode response, Function<JsonNode, T> row) {
    var list = response.isArray() ? response : response.path("list");
    return list.valueStream().map(row).toList();
  }

  /** The code of an envelope, as a number or a text. */
  static OptionalInt code(JsonNode metadata) {
    var text = text(metadata, "code").strip();
    return text.matches("[0-9]{1,6}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  /** {@code metadata}, or {@code metaData} as VClaim writes it. */
  static JsonNode metadata(JsonNode envelope) {
    var metadata = envelope.path("metadata");
    return metadata.isObject() ? metadata : envelope.path("metaData");
  }
}
