package id.jejak.ttac.contract.barcode;

import org.jspecify.annotations.Nullable;

/**
 * The form people type and read: {@code (90)NIE(10)batch(17)expiry(21)serial}. A bracket that belongs to a
 * value is written {@code \(}; white space and separators around a value are not part of it.
 */
final class Brackets {

  private final String text;
  private final int end;
  private final int year;
  private final ElementList found = new ElementList();
  private @Nullable Hint fault;

  Brackets(String text, int end, int year) {
    this.text = text;
    this.end = end;
    this.year = year;
  }

  /** Whether everything up to the end is bracketed elements; when not, {@link #fault()} says why. */
  boolean run(int from) {
    var at = from;
    while (at < end) {
      var ai = openedAt(at);
      if (ai == null) {
        fault = Hint.UNKNOWN_ELEMENT;
        return false;
      }
      var begin = at + ai.code().length() + 2;
      at = begin;
      while (at < end && openedAt(at) == null) {
        at++;
      }
      var value = value(begin, at);
      fault = ai.fault(value, 0, value.length(), year);
      if (fault == null && !found.add(ai, value)) {
        fault = Hint.REPEATED_ELEMENT;
      }
      if (fault != null) {
        return false;
      }
    }
    return true;
  }

  ElementList found() {
    return found;
  }

  @Nullable Hint fault() {
    return fault;
  }

  private @Nullable ApplicationIdentifier openedAt(int at) {
    if (text.charAt(at) != '(' || text.charAt(Math.max(0, at - 1)) == '\\') {
      return null;
    }
    var ai = ApplicationIdentifier.at(text, at + 1, end);
    return ai != null && text.startsWith(")", at + 1 + ai.code().length()) ? ai : null;
  }

  private String value(int from, int to) {
    var value = text.substring(from, to).strip();
    return value.indexOf('\\') < 0 ? value : value.replace("\\(", "(");
  }
}
