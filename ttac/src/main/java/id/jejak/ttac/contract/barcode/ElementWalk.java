package id.jejak.ttac.contract.barcode;

import org.jspecify.annotations.Nullable;

/**
 * One walk over an element string, taking the separators as they stand: a value without predefined length
 * goes up to the next GS or the end. Used once; not thread-safe.
 */
final class ElementWalk {

  static final char GS = 0x1D;

  private final String text;
  private final int end;
  private final int year;
  private final ElementList found = new ElementList();
  private int separators;
  private @Nullable Hint fault;

  ElementWalk(String text, int end, int year) {
    this.text = text;
    this.end = end;
    this.year = year;
  }

  /** Whether everything up to the end is elements; when not, {@link #fault()} says why. */
  boolean run(int from) {
    var at = from;
    while (at < end) {
      if (text.charAt(at) == GS) {
        separators++;
        at++;
        continue;
      }
      var ai = ApplicationIdentifier.at(text, at, end);
      if (ai == null) {
        fault = Hint.UNKNOWN_ELEMENT;
        return false;
      }
      var begin = at + ai.code().length();
      at = ai.predefined() ? Math.min(end, begin + ai.maxLength()) : nextSeparator(text, begin, end);
      fault = ai.fault(text, begin, at, year);
      if (fault != null) {
        return false;
      }
      if (!found.add(ai, text.substring(begin, at))) {
        fault = Hint.REPEATED_ELEMENT;
        return false;
      }
    }
    return true;
  }

  ElementList found() {
    return found;
  }

  /** How many separators were passed. */
  int separators() {
    return separators;
  }

  @Nullable Hint fault() {
    return fault;
  }

  static int nextSeparator(String text, int from, int end) {
    var at = from >= end ? -1 : text.indexOf(GS, from, end);
    return at < 0 ? end : at;
  }
}
