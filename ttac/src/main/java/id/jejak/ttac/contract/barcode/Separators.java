package id.jejak.ttac.contract.barcode;

/**
 * The spellings of the group separator that reach an application instead of the character: the JSON escape
 * {@code \}{@code u001d} left undecoded, {@code \F} of label software, {@code <GS>}, and the picture U+241D.
 *
 * <p>The digits 029 are a spelling too, but also a plausible part of a serial: {@link LostSeparators}
 * decides on them.
 */
final class Separators {

  private static final char PICTURE = '\u241D';

  private Separators() {}

  /** Whether the text may hold a spelling: false is certain, and cheap to find out. */
  static boolean maybeSpelt(String text) {
    return text.indexOf('\\') >= 0 || text.indexOf('<') >= 0 || text.indexOf(PICTURE) >= 0;
  }

  /** The text with every spelling turned into the character. */
  static String unspelt(String text) {
    var plain = new StringBuilder(text.length());
    for (var at = 0; at < text.length(); ) {
      var length = spellingAt(text, at);
      plain.append(length > 0 ? ElementWalk.GS : text.charAt(at));
      at += Math.max(1, length);
    }
    return plain.toString();
  }

  private static int spellingAt(String text, int at) {
    return switch (text.charAt(at)) {
      case '\\' -> text.startsWith("F", at + 1) ? 2 : text.regionMatches(true, at + 1, "u001d", 0, 5) ? 6 : 0;
      case '<' -> text.regionMatches(true, at + 1, "GS>", 0, 3) ? 4 : 0;
      case PICTURE -> 1;
      default -> 0;
    };
  }
}
