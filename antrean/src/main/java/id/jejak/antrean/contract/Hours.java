package id.jejak.antrean.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hours of a practice, {@code 08:00-16:00}. The slides print blanks around the dash and real answers do not, so they
 * are read either way and compared without.
 *
 * @param open first minute
 * @param close after {@code open}
 */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Jadwal Dokter; facts 5 row 3 and 6.3", seen = "2026-11")
public record Hours(LocalTime open, LocalTime close) {
  private static final Pattern FORM = Pattern.compile("\\s*(\\d{2}:\\d{2})\\s*-\\s*(\\d{2}:\\d{2})\\s*");

  /** Refuses hours that end before they begin. */
  public Hours {
    if (!open.isBefore(close)) {
      throw new IllegalArgumentException("hours must end after they begin: " + open + "-" + close);
    }
  }

  /** Reads hours; empty when they are none. */
  public static Optional<Hours> read(String text) {
    var found = FORM.matcher(text);
    return found.matches() ? of(found.group(1), found.group(2)) : Optional.empty();
  }

  /** Reads two times as {@code HH:mm}; empty when they are none, or the wrong way round. */
  public static Optional<Hours> of(String open, String close) {
    try {
      var from = LocalTime.parse(open);
      var to = LocalTime.parse(close);
      return open.length() == 5 && close.length() == 5 && from.isBefore(to) ? Optional.of(new Hours(from, to))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** {@code 08:00-16:00}. */
  public String text() {
    return open + "-" + close;
  }

  /** {@code 08:00 - 16:00}, as the slides print it. */
  public String wideText() {
    return open + " - " + close;
  }

  /** Whether the two have a minute in common. */
  public boolean overlaps(Hours other) {
    return open.isBefore(other.close) && other.open.isBefore(close);
  }
}
