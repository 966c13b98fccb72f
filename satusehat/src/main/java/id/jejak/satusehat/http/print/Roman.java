package id.jejak.satusehat.http.print;

import java.math.BigDecimal;

/** Numbers as prescriptions write them, so that nobody adds a digit. */
public final class Roman {
  private static final int MOST = 3999;
  private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

  private Roman() {}

  /** In Roman digits where it is whole and from 1 to 3,999; as it is elsewhere. */
  public static String of(BigDecimal number) {
    var plain = number.stripTrailingZeros();
    if (plain.scale() > 0 || plain.signum() <= 0 || plain.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }
    var text = new StringBuilder();
    int left = plain.intValueExact();
    for (int i = 0; i < VALUES.length; i++) {
      for (; left >= VALUES[i]; left -= VALUES[i]) {
        text.append(SIGNS[i]);
      }
    }
    return text.toString();
  }
}
