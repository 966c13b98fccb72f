package id.jejak.ttac.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as TTAC writes them: Jakarta time (WIB, UTC+7, no daylight saving), as the framework prints them. */
@Source(grade = Grade.INFERRED, ref = "field client's login fields; docs/decisions/0006", seen = "2026-11")
public final class WibText {
  /** Western Indonesian time. */
  public static final ZoneOffset WIB = ZoneOffset.ofHours(7);
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", java.util.Locale.ROOT).withZone(WIB);

  private WibText() {}

  /** {@code 2021-08-12 09:30:00}. */
  public static String dateTime(Instant instant) {
    return DATE_TIME.format(instant);
  }

  /** The date in Jakarta. */
  public static LocalDate date(Instant instant) {
    return instant.atOffset(WIB).toLocalDate();
  }
}
