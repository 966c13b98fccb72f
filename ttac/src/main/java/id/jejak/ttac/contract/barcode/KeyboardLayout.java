package id.jejak.ttac.contract.barcode;

/**
 * What a computer with another keyboard layout makes of a scanner that types as on an American keyboard.
 * Dead keys are given by the sign they show.
 */
enum KeyboardLayout {
  /** The layout scanners leave the factory with: changes nothing. */
  AMERICAN(""),
  /** Only the letters of QWERTZ, what a half-corrected set-up leaves. */
  Y_AND_Z("yz zy YZ ZY"),
  /** German. */
  QWERTZ("""
      yz zy YZ ZY -ß _? =´ +` [ü ]+ {Ü }* ;ö :Ö 'ä "Ä \\# |' <; >: /- ?_ @" #§ ^& &/ *( () )= `^ ~°"""),
  /** French. */
  AZERTY("""
      aq qa AQ QA zw wz ZW WZ m, M? ;m :M ,; <. .: >/ /! ?§ 'ù "% 1& 2é 3" 4' 5( 6- 7è 8_ 9ç 0à \
      !1 @2 #3 $4 %5 ^6 &7 *8 (9 )0 -) _° [^ ]$""");

  /** How element strings begin that went through a foreign layout: brackets, symbology prefix, digits. */
  private static final String[] SUSPICIOUS = {")90=", ")01=", "+d2", "+Q3", "$d2", "$a\"", "çà", "à&"};

  private final char[] typed = new char[128];

  /** @param pairs the American sign and what appears instead of it, with spaces between the pairs */
  KeyboardLayout(String pairs) {
    for (var c = 0; c < typed.length; c++) {
      typed[c] = (char) c;
    }
    for (var i = 0; i + 1 < pairs.length(); i += 3) {
      typed[pairs.charAt(i)] = pairs.charAt(i + 1);
    }
  }

  /** The text as it appears. */
  String type(String text) {
    var chars = text.toCharArray();
    for (var i = 0; i < chars.length; i++) {
      chars[i] = chars[i] < typed.length ? typed[chars[i]] : chars[i];
    }
    return new String(chars);
  }

  /**
   * The hint bit for a text that begins as no own code would, but as an element string through a foreign
   * layout.
   */
  static long suspicion(String text, int from) {
    for (var beginning : SUSPICIOUS) {
      if (text.startsWith(beginning, from)) {
        return Hint.KEYBOARD_LAYOUT.bit();
      }
    }
    return 0;
  }
}
