package id.jejak.kfa.domain.name;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A dosage form: what it is, and how it is made. */
public record Form(Shape shape, Make make) {

  /** What it is. */
  public enum Shape {
    /** Swallowed whole. */
    TABLET, CAPLET, CAPSULE, PILL, LOZENGE, FILM, GUM,
    /** Drunk. */
    SYRUP, SUSPENSION, EMULSION, ELIXIR, ORAL_DROPS, POWDER, GRANULE,
    /** Through a needle. */
    INJECTION, INFUSION,
    /** On the skin. */
    OINTMENT, CREAM, GEL, LOTION, PASTE, PATCH, SHAMPOO, PLASTER, DUSTING_POWDER,
    /** Into eye, ear and nose. */
    EYE_DROPS, EYE_OINTMENT, EYE_GEL, EAR_DROPS, EYE_EAR_DROPS, NASAL_DROPS, NASAL_SPRAY,
    /** Where swallowing is not possible. */
    SUPPOSITORY, ENEMA, OVULE, VAGINAL_CREAM,
    /** Breathed in. */
    INHALER, INHALATION, GAS,
    /** In the mouth. */
    MOUTHWASH, SPRAY,
    /** Left in the body. */
    IMPLANT, IUD,
    /** A fluid, a drop, of which nothing more is said. */
    SOLUTION, DROPS,
    /** Several things in one box. */
    KIT
  }

  /** How it is made, as far as it makes another product. */
  public enum Make {
    /** Nothing special said. */
    PLAIN, FILM_COATED, SUGAR_COATED, ENTERIC, CHEWED, DISPERSED, MELTING, EFFERVESCENT, SUBLINGUAL, VAGINAL, SLOW,
    QUICK, SOFT, DRY
  }

  private static final Map<Shape, Map<Shape, Double>> NEAR = near();

  /**
   * How well a form that a list writes agrees with the dictionary's.
   *
   * @param said what the list says
   * @return 1 for the same; 0 for what no pharmacist would give instead
   */
  public static double likeness(Form said, Form known) {
    double shape = said.shape == known.shape ? 1
        : NEAR.getOrDefault(said.shape, Map.of()).getOrDefault(known.shape, 0.0);
    return shape * make(said.make, known.make);
  }

  private static double make(Make said, Make known) {
    if (said == known) {
      return 1;
    }
    if (said == Make.PLAIN) {
      return switch (known) {
        case FILM_COATED -> 0.93;
        case SUGAR_COATED -> 0.9;
        case SOFT, DRY -> 0.85;
        case ENTERIC -> 0.8;
        case QUICK, MELTING, CHEWED, DISPERSED -> 0.6;
        case SUBLINGUAL, SLOW -> 0.5;
        case EFFERVESCENT -> 0.4;
        case VAGINAL -> 0.1;
        case PLAIN -> 1;
      };
    }
    if (known == Make.PLAIN) {
      return switch (said) {
        case FILM_COATED, SUGAR_COATED -> 0.85;
        case ENTERIC, SOFT, CHEWED, DRY -> 0.7;
        case SLOW, SUBLINGUAL, MELTING, DISPERSED, EFFERVESCENT, QUICK -> 0.3;
        case VAGINAL -> 0.1;
        case PLAIN -> 1;
      };
    }
    boolean coats = coat(said) && coat(known);
    boolean melts = melt(said) && melt(known);
    return coats ? 0.85 : melts ? 0.7 : 0.2;
  }

  private static boolean coat(Make make) {
    return make == Make.FILM_COATED || make == Make.SUGAR_COATED || make == Make.ENTERIC;
  }

  private static boolean melt(Make make) {
    return make == Make.DISPERSED || make == Make.MELTING || make == Make.QUICK;
  }

  private static Map<Shape, Map<Shape, Double>> near() {
    var all = new EnumMap<Shape, Map<Shape, Double>>(Shape.class);
    both(all, 0.9, Shape.TABLET, Shape.CAPLET);
    both(all, 0.8, Shape.TABLET, Shape.PILL);
    both(all, 0.4, Shape.TABLET, Shape.CAPSULE);
    both(all, 0.4, Shape.CAPLET, Shape.CAPSULE);
    both(all, 0.6, Shape.TABLET, Shape.LOZENGE);
    both(all, 0.85, Shape.SYRUP, Shape.SUSPENSION);
    both(all, 0.85, Shape.SYRUP, Shape.ELIXIR);
    both(all, 0.7, Shape.SYRUP, Shape.EMULSION);
    both(all, 0.7, Shape.SUSPENSION, Shape.EMULSION);
    both(all, 0.45, Shape.SYRUP, Shape.ORAL_DROPS);
    both(all, 0.45, Shape.SUSPENSION, Shape.ORAL_DROPS);
    both(all, 0.85, Shape.POWDER, Shape.GRANULE);
    both(all, 0.7, Shape.INJECTION, Shape.INFUSION);
    both(all, 0.4, Shape.OINTMENT, Shape.CREAM);
    both(all, 0.4, Shape.OINTMENT, Shape.GEL);
    both(all, 0.4, Shape.CREAM, Shape.GEL);
    both(all, 0.5, Shape.CREAM, Shape.LOTION);
    both(all, 0.4, Shape.OINTMENT, Shape.EYE_OINTMENT);
    both(all, 0.5, Shape.EYE_OINTMENT, Shape.EYE_GEL);
    both(all, 0.85, Shape.EYE_DROPS, Shape.EYE_EAR_DROPS);
    both(all, 0.85, Shape.EAR_DROPS, Shape.EYE_EAR_DROPS);
    both(all, 0.6, Shape.NASAL_DROPS, Shape.NASAL_SPRAY);
    both(all, 0.6, Shape.INHALER, Shape.INHALATION);
    both(all, 0.6, Shape.OVULE, Shape.VAGINAL_CREAM);
    both(all, 0.5, Shape.CREAM, Shape.VAGINAL_CREAM);
    both(all, 0.6, Shape.OVULE, Shape.SUPPOSITORY);
    both(all, 0.6, Shape.OVULE, Shape.TABLET); // a vaginal tablet is told by its make
    both(all, 0.6, Shape.SPRAY, Shape.NASAL_SPRAY);
    both(all, 0.5, Shape.PASTE, Shape.GEL);
    both(all, 0.7, Shape.DUSTING_POWDER, Shape.POWDER);
    both(all, 0.7, Shape.PATCH, Shape.PLASTER);
    for (var drops : new Shape[] {Shape.EYE_DROPS, Shape.EAR_DROPS, Shape.NASAL_DROPS, Shape.ORAL_DROPS,
        Shape.EYE_EAR_DROPS}) {
      both(all, 0.8, Shape.DROPS, drops);
      both(all, 0.5, Shape.SOLUTION, drops);
    }
    for (var fluid : new Shape[] {Shape.SYRUP, Shape.SUSPENSION, Shape.ELIXIR, Shape.INHALATION, Shape.MOUTHWASH,
        Shape.LOTION, Shape.INFUSION, Shape.INJECTION, Shape.ENEMA}) {
      both(all, 0.75, Shape.SOLUTION, fluid);
    }
    return all;
  }

  private static void both(Map<Shape, Map<Shape, Double>> all, double likeness, Shape one, Shape other) {
    all.computeIfAbsent(one, _ -> new EnumMap<>(Shape.class)).put(other, likeness);
    all.computeIfAbsent(other, _ -> new EnumMap<>(Shape.class)).put(one, likeness);
  }

  /** As people say it. */
  @Override
  public String toString() {
    var what = shape.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return make == Make.PLAIN ? what : make.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + what;
  }

  /** Reads {@code SHAPE} or {@code SHAPE MAKE}, as the lexicon writes it. */
  static Form of(String text) {
    var parts = text.split(" ");
    return new Form(Shape.valueOf(parts[0]), parts.length > 1 ? Make.valueOf(parts[1]) : Make.PLAIN);
  }
}
