package id.jejak.kfa.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Reads documents as the dictionary writes them: {@code false}, {@code null}, an empty text, object or list, and
 * {@code /} all mean that there is nothing; numbers come as numbers or as texts.
 */
public final class Lenient {
  private static final String NONE = "/";

  private Lenient() {}

  /** A member's text, blanks around it cut off; numbers as they were written. */
  public static Optional<String> text(JsonNode node, String member) {
    return text(node.path(member));
  }

  /** A value's text. */
  public static Optional<String> text(JsonNode value) {
    if (!value.isString() && !value.isNumber()) {
      return Optional.empty();
    }
    var text = (value.isString() ? value.stringValue() : value.toString()).replace('\u0000', ' ').strip();
    return text.isEmpty() || text.equals(NONE) ? Optional.empty() : Optional.of(text);
  }

  /** A code of the dictionary: digits or capitals without a blank. */
  public static Optional<String> code(JsonNode node, String member) {
    return text(node, member);
  }

  /** True, or the given value when it is neither true nor false. */
  public static boolean flag(JsonNode node, String member, boolean otherwise) {
    return node.path(member).isBoolean() ? node.path(member).booleanValue() : otherwise;
  }

  /** A whole number. */
  public static OptionalLong number(JsonNode node, String member) {
    var value = node.path(member);
    return value.isIntegralNumber() && value.canConvertToLong() ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  /**
   * A moment: {@code 2023-09-21 07:17:24} without a zone is UTC, {@code 2024-05-07T03:41:04.789Z} says so itself.
   * The beginning of 1970 where there is none that can be read.
   */
  public static Instant moment(JsonNode node, String member) {
    var text = text(node, member).orElse("");
    try {
      if (text.endsWith("Z")) {
        return Instant.parse(text);
      }
      if (text.length() == 10) {
        return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) { // a date that nobody can read is none; the text itself stays in the document
      return Instant.EPOCH;
    }
  }

  /** A registration number as it is compared: without blanks, in capitals. */
  public static String nie(String text) {
    var plain = new StringBuilder(text.length());
    text.chars().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(c -> plain.append((char) c));
    return plain.toString().toUpperCase(Locale.ROOT);
  }
}
