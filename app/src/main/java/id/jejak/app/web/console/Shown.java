package id.jejak.app.web.console;

import id.jejak.app.conformance.Verdict;
import id.jejak.app.sandbox.traffic.Explained;
import id.jejak.app.web.ground.Page;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Small words of rows, the same in both languages. */
public final class Shown {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.of("Asia/Jakarta"));

  private Shown() {}

  /** Time of day in Jakarta, to the millisecond. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** Milliseconds of so many microseconds. */
  public static String millis(long micros) {
    return String.format(Locale.ROOT, micros < 10_000 ? "%.1f ms" : "%.0f ms", micros / 1000.0);
  }

  /** A text that is no longer than this. */
  public static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  /** The class of a tag that says what became of a requirement. */
  public static String mood(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "good";
      case FAILED -> "bad";
      case NOT_EXERCISED -> "";
    };
  }

  /** What became of a requirement, in a word. */
  public static String word(Page page, Verdict verdict) {
    return switch (verdict) {
      case PASSED -> page.say("sesuai", "passed");
      case FAILED -> page.say("tidak sesuai", "failed");
      case NOT_EXERCISED -> page.say("belum diuji", "not exercised");
    };
  }

  /** The class of a tag that says how a request went. */
  public static String mood(Explained one) {
    return one.success() ? "good" : one.status() == 0 || one.status() >= 500 ? "bad" : "warn";
  }
}
