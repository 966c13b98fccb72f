package id.jejak.ttac.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates as producers write them: {@code 2029-06-30}. */
@Source(grade = Grade.CERTAIN, ref = "field client's producer payloads", seen = "2026-11")
public final class DateText {
  private static final int LENGTH = 10;

  private DateText() {}

  /** The date; empty when the text is none. */
  public static Optional<LocalDate> read(String text) {
    if (text.length() != LENGTH || text.charAt(0) == '+' || text.charAt(0) == '-') {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
