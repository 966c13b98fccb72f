package id.jejak.ttac.contract.barcode;

import id.jejak.kernel.db.Texts;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a BPOM 2D barcode, in every spelling in which scanners and programs hand it over.
 *
 * <p>Taken: the 90 form and the 01 form, elements in any order, other GS1 elements among them; a symbology
 * prefix ({@code ]d2 ]Q3 ]C1 ]e0 ]d1 ]Q1}) or a GS in front; brackets; the separator as the character 0x1D
 * or spelt out. A company's own code is opaque and taken as it is. BPOM's profile differs from GS1's own
 * rules in one point: the NIE in AI 90 is a product, so batch, expiry and serial need no GTIN beside it.
 *
 * <p>Built for speed: a text with separators is walked once. Everything rarer (spelt separators, brackets,
 * lost separators) leaves that path. Throws nothing, whatever the text. Stateless.
 */
public final class BarcodeText {

  private static final char GS = ElementWalk.GS;

  private BarcodeText() {}

  /**
   * Reads a text of which nothing is known.
   *
   * @param now the current year, which places two-digit years in a century
   */
  public static Reading read(String text, Year now) {
    return read(text, now, Known.NOTHING);
  }

  /**
   * Reads a text with the help of what is known about its pack, used only where separators are lost.
   *
   * @param now the current year, which places two-digit years in a century
   */
  public static Reading read(String text, Year now, Known known) {
    var end = endOf(text);
    var from = startOf(text, end);
    if (end - from > Limits.TEXT) {
      return opaque(text, from, end, Hint.OVER_200.bit());
    }
    if (Separators.maybeSpelt(text)) {
      var plain = Separators.unspelt(text.substring(from, end));
      var plainEnd = endOf(plain);
      return read(plain, startOf(plain, plainEnd), plainEnd, text, now.getValue(), known);
    }
    return read(text, from, end, text, now.getValue(), known);
  }

  /** Reads {@code text[from, to)}, in which every separator is the character; {@code given} is as it came. */
  private static Reading read(String text, int from, int end, String given, int year, Known known) {
    var first = from < end ? text.charAt(from) : 0;
    var hints = end - from > Limits.BPOM_TEXT ? Hint.OVER_70.bit() : 0;
    if (first == '(') {
      return bracketed(text, from, end, given, year, hints);
    }
    if (first < '0' || first > '9') {
      return opaque(given, hints | KeyboardLayout.suspicion(text, from));
    }
    var walk = new ElementWalk(text, end, year);
    var whole = walk.run(from);
    var separated = walk.separators() > 0 || trimmedSeparator(text, from, end);
    if (whole && separated && walk.found().namesSomething()) {
      var reading = walk.found().reading(year, hints);
      return reading.complete() ? reading : suspected(reading, text, from, end, year);
    }
    var reading = walk.fault() == Hint.REPEATED_ELEMENT
        ? null
        : new LostSeparators(text, end, year).weigh(from, known, hints);
    if (reading != null) {
      return reading;
    }
    if (whole && walk.found().namesSomething()) {
      return walk.found().reading(year, hints);
    }
    return opaque(given, hints | whyNot(walk.fault(), separated, text, from));
  }

  private static Reading bracketed(String text, int from, int end, String given, int year, long hints) {
    var brackets = new Brackets(text, end, year);
    if (!brackets.run(from)) {
      var fault = brackets.fault();
      return opaque(given, hints | (fault == null ? 0 : fault.bit()));
    }
    return brackets.found().namesSomething()
        ? brackets.found().reading(year, hints)
        : opaque(given, hints | Hint.NO_PRODUCT.bit());
  }

  /** A reading that lacks something which one of its values seems to have swallowed says so. */
  private static Reading suspected(Reading.Structured reading, String text, int from, int end, int year) {
    if (!new LostSeparators(text, end, year).wholePackWithin(from)) {
      return reading;
    }
    var bits = Hint.LOST_SEPARATOR.bit();
    for (var hint : reading.hints()) {
      bits |= hint.bit();
    }
    return new Reading.Structured(reading.elements(), reading.expiresOn(), reading.key(), Hint.of(bits));
  }

  /** Why digits in front make no element string; silent about own codes, which may begin with any digits. */
  private static long whyNot(@Nullable Hint fault, boolean separated, String text, int from) {
    if (fault == null) {
      return separated ? Hint.NO_PRODUCT.bit() : 0;
    }
    var meant = separated
        || text.startsWith("90", from) || text.startsWith("01", from) || text.startsWith("00", from);
    return meant ? fault.bit() : 0;
  }

  private static Reading opaque(String given, long hints) {
    var end = endOf(given);
    return opaque(given, startOf(given, end), end, hints);
  }

  private static Reading opaque(String given, int from, int end, long hints) {
    var text = given.substring(from, end);
    var more = Texts.storable(text) ? 0 : Hint.UNSTORABLE.bit();
    return new Reading.Opaque(text, Hint.of(hints | more));
  }

  /** Where the content begins: behind white space, separators and one symbology prefix. */
  static int startOf(String text, int end) {
    var at = skip(text, 0, end);
    return prefixed(text, at, end) ? skip(text, at + 3, end) : at;
  }

  /** Where the content ends: before white space and separators. */
  static int endOf(String text) {
    var end = text.length();
    while (end > 0 && blank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static int skip(String text, int from, int end) {
    var at = from;
    while (at < end && blank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** White space and control characters, among them GS; but not NUL, which is damage and must be seen. */
  private static boolean blank(char c) {
    return c <= ' ' && c != 0;
  }

  private static boolean prefixed(String text, int at, int end) {
    if (at + 3 > end || text.charAt(at) != ']') {
      return false;
    }
    var kind = text.charAt(at + 1);
    var mode = text.charAt(at + 2);
    return switch (kind) {
      case 'd' -> mode == '2' || mode == '1';
      case 'Q' -> mode == '3' || mode == '1';
      case 'C' -> mode == '1';
      case 'e' -> mode == '0';
      default -> false;
    };
  }

  /** Whether a separator stood before or behind the content, which shows that the scanner transmits them. */
  private static boolean trimmedSeparator(String text, int from, int end) {
    return from > 0 && text.lastIndexOf(GS, from - 1) >= 0 || text.indexOf(GS, end) >= 0;
  }
}
