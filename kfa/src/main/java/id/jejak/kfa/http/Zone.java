package id.jejak.kfa.http;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** In which zone versions 1 and 2 print moments, which they print without one. */
public enum Zone {
  /** Coordinated universal time, as one known client takes it. */
  UTC(0),
  /** Western Indonesian time. */
  WIB(7);

  private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final int hours;

  Zone(int hours) {
    this.hours = hours;
  }

  /** A moment as it is printed; a text that is no moment, or has a zone, stays as it is. */
  String print(String text) {
    if (hours == 0) {
      return text;
    }
    try {
      return LocalDateTime.parse(text, TEXT).plusHours(hours).format(TEXT);
    } catch (DateTimeException e) { // imported rows may say anything here
      return text;
    }
  }
}
