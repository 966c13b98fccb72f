package id.jejak.satusehat.http.structure;

/** What FHIR's texts may look like, read character by character: patterns would cost more than all the rest. */
final class Texts {
  private static final int ID_LENGTH = 64;

  private Texts() {}

  static boolean whole(String text, long least) {
    if (text.isEmpty() || text.length() > 11) {
      return false;
    }
    int from = text.charAt(0) == '-' ? 1 : 0;
    if (from == text.length() || text.charAt(from) == '0' && text.length() > from + 1) {
      return false;
    }
    for (int i = from; i < text.length(); i++) {
      if (!digit(text.charAt(i))) {
        return false;
      }
    }
    long value = Long.parseLong(text);
    return value >= least && value <= Integer.MAX_VALUE;
  }

  /** Something is said: not empty, not blanks only. */
  static boolean said(String text) {
    return !text.isBlank();
  }

  /** No blank at either end, no two in a row. */
  static boolean code(String text) {
    if (text.isEmpty() || blank(text.charAt(0)) || blank(text.charAt(text.length() - 1))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (blank(text.charAt(i)) && (text.charAt(i) != ' ' || blank(text.charAt(i - 1)))) {
        return false;
      }
    }
    return true;
  }

  static boolean id(String text) {
    if (text.isEmpty() || text.length() > ID_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || digit(c) || c == '-' || c == '.')) {
        return false;
      }
    }
    return true;
  }

  static boolean noBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (blank(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean base64(String text) {
    int signs = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (blank(c)) {
        continue;
      }
      boolean sign = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || digit(c) || c == '+' || c == '/' || c == '=';
      if (!sign) {
        return false;
      }
      signs++;
    }
    return signs > 0 && signs % 4 == 0;
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean blank(char c) {
    return c <= ' ' || c == '\u00a0';
  }
}
