package id.jejak.kfa.domain.name;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * How much of a substance is in one unit, or in a volume.
 *
 * @param value as written, in {@code unit}; at least 0
 * @param unit {@link Unit#NONE} when only a number was written
 * @param per the volume, mass, dose or time that it is in, in {@code perUnit}; 0 when nothing is said
 */
public record Strength(double value, Unit unit, double per, Unit perUnit) {
  private static final double NEAR = 1e-4;
  private static final double MG_PER_ML_OF_A_PERCENT = 10;

  /** A strength that names no volume. */
  public static Strength of(double value, Unit unit) {
    return new Strength(value, unit, 0, Unit.NONE);
  }

  /** How well two strengths agree; the first are the best. */
  public enum Likeness {
    /** The same amount in the same volume, however written. */
    SAME,
    /** The same amount in a volume, written for another volume: 500 mg/5 mL and 100 mg/mL. */
    SAME_SHARE,
    /** A number without a unit that is the other's number. */
    SAME_NUMBER,
    /** The same amount, but only one of them says in what volume. */
    VOLUME_UNSAID,
    /** Not the same. */
    OTHER
  }

  /** Compares two strengths. */
  public Likeness likeness(Strength other) {
    if (unit == Unit.NONE || other.unit == Unit.NONE) {
      boolean number = near(value, other.value) && (per == 0 || other.per == 0 || near(perBase(), other.perBase()));
      return number ? Likeness.SAME_NUMBER : Likeness.OTHER;
    }
    if (unit.kind() == other.unit.kind()) {
      if (near(base(), other.base()) && near(perBase(), other.perBase())) {
        return Likeness.SAME;
      }
      if (per > 0 && other.per > 0) {
        boolean share = perUnit.kind() == other.perUnit.kind()
            && near(base() / perBase(), other.base() / other.perBase());
        return share ? Likeness.SAME_SHARE : Likeness.OTHER;
      }
      return near(base(), other.base()) ? Likeness.VOLUME_UNSAID : Likeness.OTHER;
    }
    var mine = milligramsPerMillilitre();
    var others = other.milligramsPerMillilitre();
    boolean share = mine.isPresent() && others.isPresent() && near(mine.get(), others.get());
    return share ? Likeness.SAME_SHARE : Likeness.OTHER;
  }

  /** The amount in the first unit of its kind. */
  double base() {
    return value * unit.size();
  }

  private double perBase() {
    return per * perUnit.size();
  }

  /** Of a solution; a percent is taken as 10 mg in each mL, or in each gram of an ointment. */
  private Optional<Double> milligramsPerMillilitre() {
    if (unit == Unit.PERCENT) {
      return Optional.of(value * MG_PER_ML_OF_A_PERCENT);
    }
    if (unit.kind() != Unit.Kind.MASS || per == 0) {
      return Optional.empty();
    }
    return switch (perUnit.kind()) {
      case VOLUME -> Optional.of(base() / perBase());
      case MASS -> Optional.of(base() / perBase() * 1000);
      case ACTIVITY, SHARE, CHARGE, SUBSTANCE, FLOCCULATION, COUNT, TIME, NONE -> Optional.empty();
    };
  }

  static boolean near(double a, double b) {
    return Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b));
  }

  /** As a search term: equal amounts give the same text. */
  public String term() {
    return number(base()) + unit.kind().name().charAt(0);
  }

  /** For people. */
  @Override
  public String toString() {
    var amount = number(value) + (unit == Unit.NONE ? "" : unit == Unit.PERCENT ? "%" : " " + unit.shown());
    return per == 0 ? amount : amount + "/" + (per == 1 ? "" : number(per) + " ") + perUnit.shown();
  }

  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    return new BigDecimal(value).round(new MathContext(7)).stripTrailingZeros().toPlainString();
  }
}
