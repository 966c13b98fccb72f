package id.jejak.kfa.client;

import java.math.BigDecimal;

/**
 * How much of something.
 *
 * @param value above 0
 * @param unit a UCUM code where the printed unit has one, such as {@code mg}, {@code ug}, {@code mL}, {@code [IU]},
 *     {@code %}; else as printed
 */
public record Quantity(BigDecimal value, String unit) {
  @Override
  public String toString() {
    return value.toPlainString() + " " + unit;
  }
}
