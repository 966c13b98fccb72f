package id.jejak.satusehat.domain;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A quantity with its unit, brought to one unit of its kind: grams to milligrams, litres to millilitres. Units of other
 * kinds compare by their code only.
 *
 * @param value of the unit
 * @param unit code, lower case
 */
public record Amount(Ratio value, String unit) {
  /** Digits, and places to either side of the point, that a quantity may have; beyond them it is not counted with. */
  private static final int DIGITS = 30;
  private static final Map<String, Ratio> MASS = Map.of("kg", Ratio.of(1_000_000), "g", Ratio.of(1000),
      "mg", Ratio.of(1), "ug", thousandth(1), "mcg", thousandth(1), "ng", thousandth(2));
  private static final Map<String, Ratio> VOLUME = Map.of("l", Ratio.of(1000), "dl", Ratio.of(100),
      "ml", Ratio.of(1), "ul", thousandth(1));

  private static Ratio thousandth(int times) {
    return Ratio.of(new BigDecimal(java.math.BigInteger.ONE, 3 * times));
  }

  /** The quantity of these; empty when there is no value, or one that no prescription can mean. */
  public static Optional<Amount> of(Optional<BigDecimal> value, String unit) {
    return value.filter(some -> some.precision() <= DIGITS && Math.abs(some.scale()) <= DIGITS)
        .map(some -> normal(Ratio.of(some), unit.strip().toLowerCase(Locale.ROOT)));
  }

  private static Amount normal(Ratio value, String unit) {
    var mass = MASS.get(unit);
    if (mass != null) {
      return new Amount(value.times(mass), "mg");
    }
    var volume = VOLUME.get(unit);
    return volume != null ? new Amount(value.times(volume), "ml") : new Amount(value, unit);
  }
}
