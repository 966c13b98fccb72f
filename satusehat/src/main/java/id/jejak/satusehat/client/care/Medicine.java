package id.jejak.satusehat.client.care;

import id.jejak.satusehat.contract.Systems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A medicine as it is prescribed or handed over: a product of KFA, or one made up of several. Immutable.
 *
 * <p>Which codes belong where: a product that is prescribed has a code of 92 or 93, one that is handed over 93. What a
 * compound is made of is prescribed as substances, 91 (d.t.d), or as products, 92 or 93 (non d.t.d), and handed over as
 * products, 93.
 *
 * @param product KFA; empty for a compound
 * @param ingredients empty for a product of which nothing more is said
 */
public record Medicine(Kind kind, Optional<Code> product, Form form, List<Ingredient> ingredients,
    Optional<Batch> batch) {
  private static final String PROFILE = "https://fhir.kemkes.go.id/r4/StructureDefinition/Medication";
  private static final String TYPES = "http://terminology.kemkes.go.id/CodeSystem/medication-type";

  /** How it comes to be. */
  public enum Kind {
    /** As the factory made it. */
    NC("Non-compound"),
    /** Racikan d.t.d: each unit holds the doses that are written. */
    SD("Gives of such doses"),
    /** Racikan non d.t.d: what is written is mixed, and divided into equal parts. */
    EP("Divide into equal parts");

    private final String display;

    Kind(String display) {
      this.display = display;
    }
  }

  /**
   * What it holds: so much in so much.
   *
   * @param code KFA
   */
  public record Ingredient(Code code, Quantity amount, Quantity per) {
    Map<String, Object> json() {
      return Fields.of("itemCodeableConcept", code.concept(), "isActive", true,
          "strength", Fields.of("numerator", amount.json(), "denominator", per.json()));
    }
  }

  /** The lot that is handed over. */
  public record Batch(String lot, LocalDate expires) {}

  /** Copies the list. */
  public Medicine {
    ingredients = List.copyOf(ingredients);
  }

  /** A product of KFA. */
  public static Medicine product(String kfa, String name, Form form) {
    return new Medicine(Kind.NC, Optional.of(kfa(kfa, name)), form, List.of(), Optional.empty());
  }

  /** A compound of which each unit holds the doses that are written. */
  public static Medicine dtd(Form form) {
    return new Medicine(Kind.SD, Optional.empty(), form, List.of(), Optional.empty());
  }

  /** A compound that is divided into equal parts. */
  public static Medicine divided(Form form) {
    return new Medicine(Kind.EP, Optional.empty(), form, List.of(), Optional.empty());
  }

  /** With a substance or product of KFA: so much of it in so much of the whole. */
  public Medicine with(String kfa, String name, Quantity amount, Quantity per) {
    var more = new ArrayList<>(ingredients);
    more.add(new Ingredient(kfa(kfa, name), amount, per));
    return new Medicine(kind, product, form, more, batch);
  }

  /** Of this lot. */
  public Medicine lot(String number, LocalDate expires) {
    return new Medicine(kind, product, form, ingredients, Optional.of(new Batch(number, expires)));
  }

  private static Code kfa(String code, String name) {
    if (!code.matches("9[1-4]\\d{6}")) {
      throw new IllegalArgumentException("a KFA code is 91, 92, 93 or 94 and six digits, not " + code);
    }
    return new Code(Systems.KFA, code, name);
  }

  /**
   * As FHIR's contained Medication.
   *
   * @param number the facility's own
   */
  Map<String, Object> json(String id, String facility, String number) {
    return Fields.of("resourceType", "Medication", "meta", Map.of("profile", List.of(PROFILE)), "id", id,
        "identifier", List.of(Fields.of("system", Systems.SYS_IDS + "medication/" + facility, "use", "official",
            "value", number)),
        "code", product.map(Code::concept), "status", "active", "form", form.concept(),
        "ingredient", ingredients.stream().map(Ingredient::json).toList(),
        "batch", batch.map(one -> Fields.of("lotNumber", one.lot(), "expirationDate", one.expires().toString())),
        "extension", List.of(Fields.of("url", Systems.MEDICATION_TYPE, "valueCodeableConcept",
            new Code(TYPES, kind.name(), kind.display).concept())));
  }
}
