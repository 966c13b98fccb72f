package id.jejak.ttac.contract.barcode;

import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out why a scanned text is not the barcode it should be.
 *
 * <p>It replays what scanner and computer do to a text, one fault on top of the other (foreign keyboard
 * layout, changed case, lost or replaced separator, cut-off scan), and names the smallest set of faults
 * that turns the expected text into the scanned one. Slow beside reading, up to a millisecond or two: meant
 * for the one pack that was not found. Pure.
 */
public final class ScanFault {

  /** Shortest remainder of a cut-off scan that says something. */
  private static final int LEAST = 4;

  /** Any year serves, for keys hold two-digit years. */
  private static final Year YEAR = Year.of(2000);

  /** In the order of a key. */
  private static final Hint[] DIFFERENCES =
      {Hint.OTHER_PRODUCT, Hint.OTHER_BATCH, Hint.OTHER_EXPIRY, Hint.OTHER_SERIAL};

  private enum Case {
    KEPT(0), UPPER(Hint.UPPER_CASED.bit()), LOWER(Hint.LOWER_CASED.bit()), SWAPPED(Hint.SWAPPED_CASE.bit());

    private final long hint;

    Case(long hint) {
      this.hint = hint;
    }

    String apply(String text) {
      return switch (this) {
        case KEPT -> text;
        case UPPER -> Ascii.upper(text);
        case LOWER -> Ascii.lower(text);
        case SWAPPED -> Ascii.swapped(text);
      };
    }
  }

  private ScanFault() {}

  /**
   * Why the two differ, or nothing when they are the same pack. {@link Hint#EXPIRY_DAY_ZERO} alone means:
   * the same pack, with the end of the month written in two ways.
   */
  public static List<Hint> diagnose(String scanned, String expected) {
    var seen = BarcodeText.read(scanned, YEAR);
    var wanted = BarcodeText.read(expected, YEAR);
    if (seen.key().equals(wanted.key())) {
      var zero = Hint.EXPIRY_DAY_ZERO;
      return seen.hints().contains(zero) != wanted.hints().contains(zero) ? List.of(zero) : List.of();
    }
    var text = content(scanned);
    if (text.length() > Limits.TEXT || expected.length() > 2 * Limits.TEXT) {
      return List.of(Hint.OTHER_BARCODE);
    }
    var best = -1L;
    for (var original : spellings(expected, wanted)) {
      for (var layout : KeyboardLayout.values()) {
        for (var change : Case.values()) {
          var bits = replay(text, original, layout, change);
          if (bits > 0 && (best < 0 || Long.bitCount(bits) < Long.bitCount(best))) {
            best = bits;
          }
        }
      }
    }
    return best > 0 ? Hint.of(best) : differences(seen, wanted);
  }

  /** The faults that make the scanned text out of this original, or -1 when these do not. */
  private static long replay(String scanned, String original, KeyboardLayout layout, Case change) {
    var typed = layout.type(original);
    var arrived = change.apply(typed);
    var bits = arrived.equals(typed) ? 0 : change.hint;
    bits |= typed.equals(original) ? 0 : layout == KeyboardLayout.Y_AND_Z
        ? Hint.SWAPPED_Y_Z.bit()
        : Hint.KEYBOARD_LAYOUT.bit();
    if (scanned.equals(arrived)) {
      return bits;
    }
    var bare = arrived.replace(String.valueOf(ElementWalk.GS), "");
    if (scanned.equals(bare)) {
      return bits | Hint.LOST_SEPARATOR.bit();
    }
    if (replaced(scanned, arrived)) {
      return bits | Hint.REPLACED_SEPARATOR.bit();
    }
    if (partOf(scanned, arrived)) {
      return bits | Hint.TRUNCATED.bit();
    }
    return partOf(scanned, bare) ? bits | Hint.TRUNCATED.bit() | Hint.LOST_SEPARATOR.bit() : -1;
  }

  private static boolean partOf(String scanned, String whole) {
    return scanned.length() >= LEAST && scanned.length() < whole.length()
        && (whole.startsWith(scanned) || whole.endsWith(scanned));
  }

  /** Whether the two differ only where the separators are, always by the same sign. */
  private static boolean replaced(String scanned, String arrived) {
    if (scanned.length() != arrived.length()) {
      return false;
    }
    var sign = ElementWalk.GS;
    for (var i = 0; i < scanned.length(); i++) {
      var c = scanned.charAt(i);
      if (arrived.charAt(i) != ElementWalk.GS) {
        if (c != arrived.charAt(i)) {
          return false;
        }
      } else if (sign != ElementWalk.GS && c != sign) {
        return false;
      } else {
        sign = c;
      }
    }
    return sign != ElementWalk.GS;
  }

  /**
   * The expected text as it may have gone through the scanner: as given, and in each form a symbol is read
   * out.
   */
  private static Set<String> spellings(String expected, Reading wanted) {
    var spellings = new LinkedHashSet<String>();
    spellings.add(content(expected));
    if (wanted instanceof Reading.Structured structured) {
      spellings.add(BarcodeWriter.separated(structured.elements()));
      spellings.add(BarcodeWriter.bracketed(structured.elements()));
    }
    for (var spelling : List.copyOf(spellings)) {
      spellings.add("]d2" + spelling);
      spellings.add("]Q3" + spelling);
      spellings.add("]d1" + spelling);
    }
    return spellings;
  }

  private static String content(String text) {
    var end = BarcodeText.endOf(text);
    return Separators.unspelt(text.substring(BarcodeText.startOf(text, end), end));
  }

  private static List<Hint> differences(Reading seen, Reading wanted) {
    if (!(seen instanceof Reading.Structured s) || !(wanted instanceof Reading.Structured w)) {
      return List.of(Hint.OTHER_BARCODE);
    }
    var seenParts = s.key().split(String.valueOf(ElementWalk.GS), -1);
    var wantedParts = w.key().split(String.valueOf(ElementWalk.GS), -1);
    var found = new ArrayList<Hint>();
    for (var i = 1; i < seenParts.length; i++) {
      if (!seenParts[i].equals(wantedParts[i])) {
        found.add(DIFFERENCES[i - 1]);
      }
    }
    return List.copyOf(found);
  }
}
