package id.jejak.ttac.contract.barcode;

/**
 * Letter case of A to Z alone. Barcodes are ASCII, and the language's own conversion depends on the
 * reader's country: a Turkish one turns i into a dotted capital.
 */
final class Ascii {

  private Ascii() {}

  static String upper(String text) {
    return convert(text, true, false);
  }

  static String lower(String text) {
    return convert(text, false, true);
  }

  static String swapped(String text) {
    return convert(text, true, true);
  }

  private static String convert(String text, boolean toUpper, boolean toLower) {
    var chars = text.toCharArray();
    for (var i = 0; i < chars.length; i++) {
      var c = chars[i];
      if (toUpper && c >= 'a' && c <= 'z') {
        chars[i] = (char) (c - 32);
      } else if (toLower && c >= 'A' && c <= 'Z') {
        chars[i] = (char) (c + 32);
      }
    }
    return new String(chars);
  }
}
