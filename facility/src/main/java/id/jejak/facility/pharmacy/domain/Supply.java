package id.jejak.facility.pharmacy.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of a line may be given: a quantity, and that many times again as it may be repeated.
 *
 * @param quantity of one supply, above zero
 * @param repeats supplies after the first
 * @param taken what was given already, here and elsewhere
 */
public record Supply(BigDecimal quantity, int repeats, BigDecimal taken) {
  /** Refuses what no prescription can mean. */
  public Supply {
    if (quantity.signum() <= 0 || repeats < 0 || taken.signum() < 0) {
      throw new IllegalArgumentException("a supply of " + quantity + ", repeated " + repeats + " times, taken " + taken);
    }
  }

  /** Over all supplies. */
  public BigDecimal total() {
    return quantity.multiply(BigDecimal.valueOf(1L + repeats));
  }

  /** What may still be given over all supplies; never below zero. */
  public BigDecimal left() {
    return total().subtract(taken).max(BigDecimal.ZERO);
  }

  /** Which supply is being given: 1 the first; one more than there are when nothing is left. */
  public int number() {
    return taken.divide(quantity, 0, RoundingMode.FLOOR).intValueExact() + 1;
  }

  /** What may be given now: the rest of the supply that was begun, or the whole next one. */
  public BigDecimal leftNow() {
    return left().min(quantity.multiply(BigDecimal.valueOf(number())).subtract(taken));
  }

  /** True when this much may be given now. */
  public boolean allows(BigDecimal wanted) {
    return wanted.signum() > 0 && wanted.compareTo(leftNow()) <= 0;
  }

  /** After giving this much. */
  public Supply less(BigDecimal given) {
    return new Supply(quantity, repeats, taken.add(given));
  }
}
