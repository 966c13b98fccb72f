package id.jejak.antrean.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Times as BPJS writes them: always those of Jakarta, wherever the hospital is. Indonesia has no summer time. */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Get Waktu Task Id; facts 8.2", seen = "2026-11")
public final class WibText {
  /** Waktu Indonesia Barat. */
  public static final ZoneOffset WIB = ZoneOffset.ofHours(7);
  private static final DateTimeFormatter LIST =
      DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss 'WIB'", Locale.ROOT).withZone(WIB);
  private static final DateTimeFormatter REFUSAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(WIB);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private WibText() {}

  /** {@code 16-03-2021 11:32:49 WIB}, as lists of tasks have it. */
  public static String list(Instant instant) {
    return LIST.format(instant);
  }

  /** {@code 2021-03-16 11:32:49}, as refusals have it; they add WIB themselves. */
  public static String refusal(Instant instant) {
    return REFUSAL.format(instant);
  }

  /** The date in Jakarta. */
  public static LocalDate date(Instant instant) {
    return instant.atOffset(WIB).toLocalDate();
  }

  /** A date as {@code yyyy-MM-dd}; empty when it is none. */
  public static Optional<LocalDate> date(String text) {
    try {
      return text.length() == 10 ? Optional.of(LocalDate.parse(text, DATE)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
