package id.jejak.satusehat.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction, so that a third of a tablet three times is one tablet. Immutable, in lowest terms. */
public record Ratio(BigInteger over, BigInteger under) implements Comparable<Ratio> {
  /** Nothing. */
  public static final Ratio ZERO = new Ratio(BigInteger.ZERO, BigInteger.ONE);
  private static final int SHOWN_DIGITS = 4;

  /** Brings the fraction to lowest terms. */
  public Ratio {
    if (under.signum() == 0) {
      throw new ArithmeticException("a fraction over nothing: " + over);
    }
    if (!under.equals(BigInteger.ONE)) { // a whole number, which most are, is in lowest terms
      var common = over.gcd(under).max(BigInteger.ONE);
      common = under.signum() < 0 ? common.negate() : common;
      over = over.divide(common);
      under = under.divide(common);
    }
  }

  /** The number that a decimal writes. */
  public static Ratio of(BigDecimal decimal) {
    var unscaled = decimal.unscaledValue();
    return decimal.scale() >= 0
        ? new Ratio(unscaled, BigInteger.TEN.pow(decimal.scale()))
        : new Ratio(unscaled.multiply(BigInteger.TEN.pow(-decimal.scale())), BigInteger.ONE);
  }

  /** A whole number. */
  public static Ratio of(long whole) {
    return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  /** Sum. */
  public Ratio plus(Ratio other) {
    return new Ratio(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
  }

  /** Difference. */
  public Ratio minus(Ratio other) {
    return new Ratio(over.multiply(other.under).subtract(other.over.multiply(under)), under.multiply(other.under));
  }

  /** Product. */
  public Ratio times(Ratio other) {
    return new Ratio(over.multiply(other.over), under.multiply(other.under));
  }

  /** Quotient; the divisor is not zero. */
  public Ratio over(Ratio other) {
    return new Ratio(over.multiply(other.under), under.multiply(other.over));
  }

  /** Minus one, zero or one. */
  public int sign() {
    return over.signum();
  }

  /** The greater of the two. */
  public Ratio max(Ratio other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public int compareTo(Ratio other) {
    return over.multiply(other.under).compareTo(other.over.multiply(under));
  }

  /** As a decimal; what has no end is cut after four digits, so that never more is promised than there is. */
  public BigDecimal decimal() {
    var cut = new BigDecimal(over).divide(new BigDecimal(under), SHOWN_DIGITS, RoundingMode.DOWN);
    return cut.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(cut.stripTrailingZeros().toPlainString());
  }

  @Override
  public String toString() {
    return decimal().toPlainString();
  }
}
