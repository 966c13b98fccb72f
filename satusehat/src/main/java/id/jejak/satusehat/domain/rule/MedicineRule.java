package id.jejak.satusehat.domain.rule;

import static id.jejak.satusehat.domain.rule.KfaLevel.PRODUCT;
import static id.jejak.satusehat.domain.rule.KfaLevel.SUBSTANCE;
import static id.jejak.satusehat.domain.rule.KfaLevel.TEMPLATE;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which level of KFA a medicine's code or ingredients have: one row of what section 4 of the document says under
 * Medication.code and Medication.ingredient.
 *
 * @param rule its number among the rules of the pharmacy document
 * @param needed true when the element cannot be left out
 */
public record MedicineRule(String rule, Use use, Kind kind, Part part, Set<KfaLevel> levels, boolean needed) {
  /** What is done with the medicine. */
  public enum Use {
    /** It is prescribed: MedicationRequest. */
    REQUEST,
    /** It is handed out: MedicationDispense. */
    DISPENSE
  }

  /** How it is made; the extension MedicationType says so. */
  public enum Kind {
    /** Non-racikan. */
    NC,
    /** Racikan d.t.d: give of such doses. */
    SD,
    /** Racikan non-d.t.d: divide into equal parts. */
    EP;

    /** The kind of a code; empty for any other. */
    public static Optional<Kind> of(String code) {
      return switch (code) {
        case "NC" -> Optional.of(NC);
        case "SD" -> Optional.of(SD);
        case "EP" -> Optional.of(EP);
        default -> Optional.empty();
      };
    }
  }

  /** Which part of the medicine carries the code. */
  public enum Part {
    /** Medication.code. */
    CODE,
    /** Medication.ingredient. */
    INGREDIENT
  }

  /** Every row, in the document's order. */
  public static final List<MedicineRule> ALL = List.of(
      row("PK-01", Use.REQUEST, Kind.NC, Part.CODE, EnumSet.of(TEMPLATE, PRODUCT), true),
      row("PK-02", Use.DISPENSE, Kind.NC, Part.CODE, EnumSet.of(PRODUCT), true),
      row("PK-01", Use.REQUEST, Kind.SD, Part.CODE, EnumSet.of(TEMPLATE, PRODUCT), false),
      row("PK-01", Use.REQUEST, Kind.EP, Part.CODE, EnumSet.of(TEMPLATE, PRODUCT), false),
      row("PK-02", Use.DISPENSE, Kind.SD, Part.CODE, EnumSet.of(PRODUCT), false),
      row("PK-02", Use.DISPENSE, Kind.EP, Part.CODE, EnumSet.of(PRODUCT), false),
      row("PK-03", Use.REQUEST, Kind.NC, Part.INGREDIENT, EnumSet.of(SUBSTANCE), false),
      row("PK-03", Use.DISPENSE, Kind.NC, Part.INGREDIENT, EnumSet.of(SUBSTANCE), false),
      row("PK-04", Use.REQUEST, Kind.SD, Part.INGREDIENT, EnumSet.of(SUBSTANCE), true),
      row("PK-05", Use.DISPENSE, Kind.SD, Part.INGREDIENT, EnumSet.of(PRODUCT), true),
      row("PK-06", Use.REQUEST, Kind.EP, Part.INGREDIENT, EnumSet.of(TEMPLATE, PRODUCT), true),
      row("PK-07", Use.DISPENSE, Kind.EP, Part.INGREDIENT, EnumSet.of(PRODUCT), true));

  /** Copies. */
  public MedicineRule {
    levels = Set.copyOf(levels);
  }

  /** The row for a use, a kind and a part. */
  public static MedicineRule of(Use use, Kind kind, Part part) {
    return ALL.stream().filter(row -> row.use == use && row.kind == kind && row.part == part).findFirst()
        .orElseThrow(() -> new IllegalStateException("no row for " + use + " " + kind + " " + part));
  }

  /** True for a code of one of the levels. */
  public boolean takes(String code) {
    return KfaLevel.of(code).filter(levels::contains).isPresent();
  }

  /** The levels as the document writes them: {@code 92xxxxxx | 93xxxxxx}. */
  public String shown() {
    return levels.stream().map(level -> level.prefix() + "xxxxxx").sorted().collect(Collectors.joining(" | "));
  }

  private static MedicineRule row(String rule, Use use, Kind kind, Part part, Set<KfaLevel> levels, boolean needed) {
    return new MedicineRule(rule, use, kind, part, levels, needed);
  }
}
