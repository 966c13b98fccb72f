package id.jejak.kfa.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is decided about one product of the dictionary; everything that is only kept and shown stays in its document.
 * A medicine's product is a POA (93), a device's a variant (83, or 33 in the newer numbering).
 *
 * @param id names the row for ever, also while it has no code
 * @param code eight digits; empty for a row that has none yet, which the wire shows as {@code /}
 * @param name as printed, brand or {@code (Umum)} in brackets at its end
 * @param valid false while it is a draft
 * @param updatedAt when the dictionary last changed it
 * @param template what all brands of the same thing have in common: a POV (92), or a device template (82, 32)
 * @param ingredients active ingredients in the dictionary's order; empty for devices and for a few medicines
 * @param packs ways in which it is packed
 * @param identifiers what others call it, repetitions left out
 * @param atc its ATC codes from level 1 to 5; empty when it has none
 */
public record Product(
    long id,
    Optional<String> code,
    String name,
    boolean active,
    boolean valid,
    Kind kind,
    Instant updatedAt,
    Named template,
    Optional<String> brand,
    Optional<String> manufacturer,
    Optional<String> registrar,
    Optional<String> nie,
    Optional<String> lkpp,
    Optional<Named> form,
    Optional<Named> route,
    Optional<String> unit,
    List<Ingredient> ingredients,
    List<Pack> packs,
    List<Identifier> identifiers,
    List<String> tags,
    List<String> atc,
    Optional<Replacement> replacement) {

  /** How the name of the product ends that stands for every brand of its template. */
  private static final String GENERAL = "(Umum)";

  /** Copies the lists. */
  public Product {
    ingredients = List.copyOf(ingredients);
    packs = List.copyOf(packs);
    identifiers = List.copyOf(identifiers);
    tags = List.copyOf(tags);
    atc = List.copyOf(atc);
  }

  /** What a product is; the first two are the group farmasi, the others alkes. */
  public enum Kind {
    /** A medicine. */
    MEDICINE,
    /** A vaccine. */
    VACCINE,
    /** A medical device. */
    DEVICE,
    /** A household health product ({@code perbekalan kesehatan rumah tangga}). */
    PKRT;

    /** True for medicines and vaccines. */
    public boolean pharmacy() {
      return this == MEDICINE || this == VACCINE;
    }
  }

  /** A code of some list and what it stands for. */
  public record Named(String code, String name) {}

  /**
   * One active ingredient.
   *
   * @param code its BZA code (91...); empty when the dictionary gives none
   * @param name in whatever case the dictionary has it
   * @param strength as text, such as {@code 300 mg}, {@code 100 mg/1 mL}; empty when there is none
   */
  public record Ingredient(Optional<String> code, String name, String strength) {}

  /**
   * One way of packing.
   *
   * @param code its POAK code (94..., devices 84...), or what stands in its place; empty when there is none
   * @param unit what is counted, such as {@code Tablet}
   * @param quantity how many units are in it, as printed
   */
  public record Pack(Optional<String> code, String name, String unit, String quantity) {}

  /** A code that somebody else gave: {@code NIE BPOM}, {@code LKPP}, or the dictionary itself. */
  public record Identifier(String source, String code, String name) {}

  /** What to use instead, for a product or a template that is no longer to be used. */
  public record Replacement(Optional<Named> product, Optional<Named> template, String reason) {}

  /** True for the product that stands for every brand of its template. */
  public boolean general() {
    return name.endsWith(GENERAL);
  }
}
