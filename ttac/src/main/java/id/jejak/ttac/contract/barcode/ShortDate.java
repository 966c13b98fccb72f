package id.jejak.ttac.contract.barcode;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** GS1's six-digit date YYMMDD: two-digit years, and day 00 for the last day of the month. */
final class ShortDate {

  private ShortDate() {}

  /** The date at this place, or null when there is none. The six characters must be digits. */
  static @Nullable LocalDate read(String text, int from, int year) {
    var month = pair(text, from + 2);
    var day = pair(text, from + 4);
    if (month < 1 || month > 12 || day > 31) {
      return null;
    }
    var full = fullYear(pair(text, from), year);
    if (day > 0 && day <= 28) {
      return LocalDate.of(full, month, day);
    }
    var last = YearMonth.of(full, month).lengthOfMonth();
    return day > last ? null : LocalDate.of(full, month, day == 0 ? last : day);
  }

  /**
   * GS1's century window: the one year with these two digits that lies from 49 years before the reference
   * year to 50 years after it.
   */
  static int fullYear(int twoDigits, int referenceYear) {
    var difference = twoDigits - referenceYear % 100;
    var century = referenceYear - referenceYear % 100;
    return century + twoDigits + (difference >= 51 ? -100 : difference <= -50 ? 100 : 0);
  }

  private static int pair(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
