package id.jejak.kfa.domain.name;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Units of strengths and contents, each as a multiple of the first of its kind. */
public enum Unit {
  /** Millionth of a gram; names say mcg, {@code kekuatan} says ug. */
  MICROGRAM(Kind.MASS, 1e-3, "mcg"),
  /** The usual one. */
  MILLIGRAM(Kind.MASS, 1, "mg"),
  /** Lists write g, gr and gram. */
  GRAM(Kind.MASS, 1e3, "g"),
  /** Only for bulk goods. */
  KILOGRAM(Kind.MASS, 1e6, "kg"),
  /** International unit; Indonesian lists also write UI and unit. */
  INTERNATIONAL(Kind.ACTIVITY, 1, "IU"),
  /** Hundredth parts. */
  PERCENT(Kind.SHARE, 1, "%"),
  /** Milliequivalent. */
  MILLIEQUIVALENT(Kind.CHARGE, 1, "mEq"),
  /** Thousandth of a mole. */
  MILLIMOLE(Kind.SUBSTANCE, 1, "mmol"),
  /** Flocculation units of a toxoid. */
  FLOCCULATION(Kind.FLOCCULATION, 1, "Lf"),
  /** Volume. */
  MILLILITRE(Kind.VOLUME, 1, "mL"),
  /** Volume. */
  LITRE(Kind.VOLUME, 1e3, "L"),
  /** Doses of a vaccine's vial, puffs of an inhaler. */
  DOSE(Kind.COUNT, 1, "dose"),
  /** Of a patch. */
  HOUR(Kind.TIME, 1, "hour"),
  /** Number without a unit: what it counts must be guessed. */
  NONE(Kind.NONE, 1, "");

  /** What a unit measures. */
  public enum Kind { MASS, ACTIVITY, SHARE, CHARGE, SUBSTANCE, FLOCCULATION, VOLUME, COUNT, TIME, NONE }

  private static final Map<String, Unit> WORDS = Map.ofEntries(
      Map.entry("mcg", MICROGRAM), Map.entry("ug", MICROGRAM), Map.entry("mcq", MICROGRAM),
      Map.entry("mkg", MICROGRAM), Map.entry("microgram", MICROGRAM), Map.entry("mikrogram", MICROGRAM),
      Map.entry("mg", MILLIGRAM), Map.entry("mgr", MILLIGRAM), Map.entry("mgram", MILLIGRAM),
      Map.entry("miligram", MILLIGRAM), Map.entry("milligram", MILLIGRAM),
      Map.entry("g", GRAM), Map.entry("gr", GRAM), Map.entry("gram", GRAM), Map.entry("grm", GRAM),
      Map.entry("grams", GRAM), Map.entry("kg", KILOGRAM),
      Map.entry("iu", INTERNATIONAL), Map.entry("ui", INTERNATIONAL), Map.entry("u", INTERNATIONAL),
      Map.entry("unit", INTERNATIONAL), Map.entry("units", INTERNATIONAL), Map.entry("si", INTERNATIONAL),
      Map.entry("%", PERCENT), Map.entry("persen", PERCENT), Map.entry("meq", MILLIEQUIVALENT),
      Map.entry("mmol", MILLIMOLE), Map.entry("lf", FLOCCULATION),
      Map.entry("ml", MILLILITRE), Map.entry("cc", MILLILITRE), Map.entry("mililiter", MILLILITRE),
      Map.entry("l", LITRE), Map.entry("lt", LITRE), Map.entry("ltr", LITRE), Map.entry("liter", LITRE),
      Map.entry("litre", LITRE),
      Map.entry("dosis", DOSE), Map.entry("dose", DOSE), Map.entry("doses", DOSE), Map.entry("ds", DOSE),
      Map.entry("puff", DOSE), Map.entry("puffs", DOSE), Map.entry("actuation", DOSE), Map.entry("semprot", DOSE),
      Map.entry("jam", HOUR), Map.entry("hour", HOUR), Map.entry("hr", HOUR), Map.entry("h", HOUR));

  private final Kind kind;
  private final double size;
  private final String shown;

  Unit(Kind kind, double size, String shown) {
    this.kind = kind;
    this.size = size;
    this.shown = shown;
  }

  /** What it measures. */
  public Kind kind() {
    return kind;
  }

  /** How many of its kind's first unit it is: milligrams for masses, millilitres for volumes. */
  double size() {
    return size;
  }

  /** As people write it. */
  public String shown() {
    return shown;
  }

  /** The unit that a word means. */
  static Optional<Unit> of(String word) {
    return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
  }

  /** True for what a strength can be counted in by itself: not a volume, a count or a time. */
  boolean ofStrength() {
    return switch (kind) {
      case MASS, ACTIVITY, SHARE, CHARGE, SUBSTANCE, FLOCCULATION -> true;
      case VOLUME, COUNT, TIME, NONE -> false;
    };
  }
}
