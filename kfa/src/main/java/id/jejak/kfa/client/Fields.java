package id.jejak.kfa.client;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads rows as the dictionary writes them: {@code false}, {@code null}, an empty text, object or list, and {@code /}
 * all mean that there is nothing; a number may come as a text, and a text as a number.
 */
final class Fields {
  private static final String NONE = "/";
  private static final int DIGITS = 40;

  private Fields() {}

  /** A text, or a number as it was written. */
  static Optional<String> text(JsonNode object, String name) {
    return text(object.path(name));
  }

  static Optional<String> text(JsonNode value) {
    if (!value.isString() && !value.isNumber()) {
      return Optional.empty();
    }
    var text = (value.isString() ? value.stringValue() : value.toString()).strip();
    return text.isEmpty() || text.equals(NONE) ? Optional.empty() : Optional.of(text);
  }

  /** The text that is there, or nothing as an empty one. */
  static String textOrEmpty(JsonNode object, String name) {
    return text(object, name).orElse("");
  }

  /** The first of several members that says anything. */
  static Optional<String> first(JsonNode object, String... names) {
    return Arrays.stream(names).map(name -> text(object, name)).flatMap(Optional::stream).findFirst();
  }

  /** True or false, also as a text or a number. */
  static Optional<Boolean> flag(JsonNode object, String name) {
    var value = object.path(name);
    if (value.isBoolean()) {
      return Optional.of(value.booleanValue());
    }
    return switch (text(value).orElse("").toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** A number; one that no row can mean is none. */
  static Optional<BigDecimal> number(JsonNode object, String name) {
    try {
      return text(object, name).filter(text -> text.length() <= DIGITS).map(BigDecimal::new)
          .filter(number -> Math.abs((long) number.scale()) <= DIGITS);
    } catch (NumberFormatException e) { // a text that is no number says nothing
      return Optional.empty();
    }
  }

  /** A whole number that is not below 0. */
  static long count(JsonNode object, String name) {
    return number(object, name).map(BigDecimal::longValue).filter(number -> number >= 0).orElse(0L);
  }

  /** A moment; without a zone it is UTC. */
  static Optional<Instant> moment(JsonNode object, String name) {
    try {
      return text(object, name).map(Fields::moment);
    } catch (DateTimeException e) { // a date that nobody can read says nothing
      return Optional.empty();
    }
  }

  private static Instant moment(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    var iso = text.replace(' ', 'T');
    return iso.matches(".*(?:Z|[+-]\\d{2}:?\\d{2})") ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }

  /** A day. */
  static Optional<LocalDate> day(JsonNode object, String name) {
    try {
      return text(object, name).map(text -> LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
    } catch (DateTimeException e) { // a date that nobody can read says nothing
      return Optional.empty();
    }
  }

  /** A code with its name; empty when neither says anything. */
  static Optional<Named> named(JsonNode object, String codeName) {
    var code = text(object, codeName);
    var name = text(object, "name");
    return code.isEmpty() && name.isEmpty() ? Optional.empty()
        : Optional.of(new Named(code.orElse(""), name.orElse("")));
  }

  /** What is read of each object of a list; what is no object is passed over. */
  static <T> List<T> each(JsonNode list, Function<JsonNode, Optional<T>> read) {
    return list.isArray() ? list.valueStream().filter(JsonNode::isObject).map(read).flatMap(Optional::stream)
        .distinct().toList() : List.of();
  }

  /** Texts of a list, or one text alone. */
  static List<String> texts(JsonNode list) {
    return list.isArray() ? list.valueStream().map(Fields::text).flatMap(Optional::stream).toList()
        : text(list).map(List::of).orElse(List.of());
  }

  /** True when there is nothing: the dictionary has many words for it. */
  static boolean nothing(JsonNode value) {
    return value.isMissingNode() || value.isNull() || value.isBoolean() && !value.booleanValue()
        || value.isContainer() && value.isEmpty()
        || value.isString() && text(Objects.requireNonNull(value)).isEmpty();
  }
}
