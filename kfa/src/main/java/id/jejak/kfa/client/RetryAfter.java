package id.jejak.kfa.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The header {@code Retry-After}: seconds, or a date. At most {@link ClientLimits#LONGEST_WAIT} is believed. */
final class RetryAfter {
  private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
  private static final int DIGITS = 9;

  private RetryAfter() {}

  static Optional<Duration> read(String text, InstantSource clock) {
    var given = text.strip();
    if (!given.isEmpty() && given.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(given.length() > DIGITS ? ClientLimits.LONGEST_WAIT
          : bounded(Duration.ofSeconds(Long.parseLong(given))));
    }
    try {
      return Optional.of(bounded(Duration.between(clock.instant(), Instant.from(DATE.parse(given)))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(ClientLimits.LONGEST_WAIT) > 0 ? ClientLimits.LONGEST_WAIT : wait;
  }
}
