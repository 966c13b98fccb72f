package id.jejak.ttac.contract.barcode;

import id.jejak.kernel.db.Texts;

/**
 * Keys of texts that are no element string: the text itself.
 *
 * <p>NUL cannot be stored by PostgreSQL, and drivers turn half a surrogate pair into a question mark, which
 * would make different texts equal. A text with either gets a key of its own sort: SUB (0x1A), then the
 * text with those characters written out.
 */
final class OpaqueKey {

  private static final char SUBSTITUTE = 0x1A;

  private OpaqueKey() {}

  static String of(String text) {
    return Texts.storable(text) ? text : escaped(text);
  }

  private static boolean pairAt(String text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }

  private static String escaped(String text) {
    var key = new StringBuilder(text.length() + 16).append(SUBSTITUTE);
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == 0 || c == '\\' || Character.isSurrogate(c)) {
        key.append('\\').append(Integer.toHexString(c)).append(';');
      } else {
        key.append(c);
      }
    }
    return key.toString();
  }
}
