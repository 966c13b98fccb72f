package id.jejak.satusehat.http.structure;

/** FHIR's dates and times as texts: {@code 2026}, {@code 2026-11}, {@code 2026-11-22}, a day with time and zone. */
final class Calendar {
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private Calendar() {}

  /** A year, a month, or a day that there is. */
  static boolean date(String text) {
    return switch (text.length()) {
      case 4 -> year(text);
      case 7 -> year(text) && month(text) > 0;
      case 10 -> day(text);
      default -> false;
    };
  }

  /** A date, or a day with a time to the second and a zone. */
  static boolean dateTime(String text) {
    return text.length() <= 10 ? date(text) : instant(text);
  }

  /** A day with a time to the second or finer, and a zone. */
  static boolean instant(String text) {
    if (text.length() < 20 || !day(text) || text.charAt(10) != 'T') {
      return false;
    }
    int zone = text.indexOf('Z', 19);
    if (zone < 0) {
      zone = Math.max(text.indexOf('+', 19), text.indexOf('-', 19));
    }
    return zone > 0 && time(text.substring(0, zone), 11) && zone(text, zone);
  }

  /** A time to the second or finer, from a place in a text to its end. */
  static boolean time(String text, int from) {
    if (text.length() < from + 8 || text.charAt(from + 2) != ':' || text.charAt(from + 5) != ':') {
      return false;
    }
    int hour = two(text, from);
    int minute = two(text, from + 3);
    int second = two(text, from + 6);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return false;
    }
    if (text.length() == from + 8) {
      return true;
    }
    if (text.charAt(from + 8) != '.' || text.length() == from + 9) {
      return false;
    }
    for (int i = from + 9; i < text.length(); i++) {
      if (!Texts.digit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean zone(String text, int at) {
    if (text.charAt(at) == 'Z') {
      return text.length() == at + 1;
    }
    if (text.length() != at + 6 || text.charAt(at + 3) != ':') {
      return false;
    }
    int hours = two(text, at + 1);
    int minutes = two(text, at + 4);
    return hours >= 0 && minutes >= 0 && minutes < 60 && (hours < 14 || hours == 14 && minutes == 0);
  }

  private static boolean year(String text) {
    return two(text, 0) >= 0 && two(text, 2) >= 0 && !text.startsWith("0000");
  }

  private static int month(String text) {
    int month = text.charAt(4) == '-' ? two(text, 5) : -1;
    return month >= 1 && month <= 12 ? month : -1;
  }

  private static boolean day(String text) {
    if (!year(text) || text.charAt(7) != '-') {
      return false;
    }
    int month = month(text);
    int day = two(text, 8);
    if (month < 0 || day < 1) {
      return false;
    }
    int year = two(text, 0) * 100 + two(text, 2);
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= (month == 2 && leap ? 29 : DAYS[month - 1]);
  }

  private static int two(String text, int at) {
    char tens = text.charAt(at);
    char ones = text.charAt(at + 1);
    return Texts.digit(tens) && Texts.digit(ones) ? (tens - '0') * 10 + ones - '0' : -1;
  }
}
