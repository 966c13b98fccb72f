package id.jejak.kernel.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The header {@code Retry-After}: seconds, or a date. */
public final class RetryAfter {
  private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
  private static final int DIGITS = 9;

  private RetryAfter() {}

  /**
   * How long to wait; never negative, empty when it cannot be read.
   *
   * @param longest the longest wait that is believed
   */
  public static Optional<Duration> read(String text, InstantSource clock, Duration longest) {
    var given = text.strip();
    if (!given.isEmpty() && given.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(given.length() > DIGITS ? longest
          : bounded(Duration.ofSeconds(Long.parseLong(given)), longest));
    }
    try {
      return Optional.of(bounded(Duration.between(clock.instant(), Instant.from(DATE.parse(given))), longest));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait, Duration longest) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}
