package id.jejak.facility.pharmacy.domain;

import java.math.BigDecimal;

/** What a copy of a prescription says in Latin, so that the next pharmacy knows what is left. Stateless. */
public final class CopyWords {
  private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
  private static final int LARGEST = 3999;

  private CopyWords() {}

  /** {@code nedet} nothing was given, {@code det} all was, {@code did X} ten were. */
  public static String given(Supply supply) {
    if (supply.taken().signum() == 0) {
      return "nedet";
    }
    return supply.left().signum() == 0 ? "det" : "did " + numeral(supply.taken());
  }

  /** {@code iter 2x} when it may be repeated; else {@code ne iter}. */
  public static String repeats(int times) {
    return times == 0 ? "ne iter" : "iter " + times + "x";
  }

  /** A whole number up to 3999 in Roman signs, as quantities are written; anything else in digits. */
  public static String numeral(BigDecimal number) {
    var plain = number.stripTrailingZeros();
    if (plain.scale() > 0 || plain.signum() <= 0 || plain.compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
      return plain.toPlainString();
    }
    int rest = plain.intValueExact();
    var signs = new StringBuilder();
    for (int i = 0; i < VALUES.length; i++) {
      for (; rest >= VALUES[i]; rest -= VALUES[i]) {
        signs.append(SIGNS[i]);
      }
    }
    return signs.toString();
  }
}
