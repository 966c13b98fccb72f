package id.jejak.kernel.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/**
 * One setting: its name, its default as text, how it is read, and what it is for. The table of settings in
 * the docs is made of these.
 *
 * @param <T> what it is inside
 */
public record Key<T>(String name, String fallback, Function<String, T> read, String purpose) {
  /** Any text. */
  public static Key<String> text(String name, String fallback, String purpose) {
    return new Key<>(name, fallback, Function.identity(), purpose);
  }

  /** {@code true} or {@code false}. */
  public static Key<Boolean> flag(String name, boolean fallback, String purpose) {
    return new Key<>(name, Boolean.toString(fallback), text -> switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    }, purpose);
  }

  /** A whole number within limits, both included. */
  public static Key<Integer> number(String name, int fallback, int least, int most, String purpose) {
    return new Key<>(name, Integer.toString(fallback), text -> {
      try {
        int value = Integer.parseInt(text);
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("must be a whole number from " + least + " to " + most, e);
      }
      throw new IllegalArgumentException("must be from " + least + " to " + most);
    }, purpose);
  }

  /** A time span as ISO 8601 writes it, such as {@code PT30S} or {@code P30D}. */
  public static Key<Duration> span(String name, Duration fallback, String purpose) {
    return new Key<>(name, fallback.toString(), Key::span, purpose);
  }

  private static Duration span(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("must be a span of time such as PT2.5S, PT10M or P30D", e);
    }
  }
}
