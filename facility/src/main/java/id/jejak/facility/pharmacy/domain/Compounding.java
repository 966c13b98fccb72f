package id.jejak.facility.pharmacy.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many tablets go into how many capsules. Stateless. */
public final class Compounding {
  private static final int PLACES = 3;
  /** Share by which what was taken may differ from what was prescribed without a word: powder sticks to the mortar. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.05");
  private static final Map<String, BigDecimal> MILLIGRAMS = Map.of("kg", new BigDecimal("1000000"),
      "g", new BigDecimal("1000"), "mg", BigDecimal.ONE, "ug", new BigDecimal("0.001"), "mcg", new BigDecimal("0.001"));

  private Compounding() {}

  /**
   * One ingredient of a compound as prescribed.
   *
   * @param code KFA: a substance (91) by dose, else a product or what it is a brand of (92, 93)
   * @param amount with its unit: of the substance in one piece, or pieces that go into the whole
   * @param per pieces over which the amount is spread; 1 by dose
   */
  public record Ingredient(String code, String name, BigDecimal amount, String unit, BigDecimal per) {}

  /**
   * Units of a product that make so many pieces.
   *
   * @param pieces capsules, papers ... to be made
   * @return empty when the strength of the product is needed and not known
   */
  public static Optional<BigDecimal> needed(LineKind kind, Ingredient ingredient, Product product, BigDecimal pieces) {
    var share = pieces.divide(ingredient.per(), PLACES + 3, RoundingMode.HALF_UP);
    var factor = MILLIGRAMS.get(ingredient.unit().toLowerCase(Locale.ROOT));
    if (factor == null) { // counted in pieces already
      return Optional.of(ingredient.amount().multiply(share).setScale(PLACES, RoundingMode.HALF_UP));
    }
    return product.strengthMg().filter(strength -> strength.signum() > 0).map(strength ->
        ingredient.amount().multiply(factor).multiply(share).divide(strength, PLACES, RoundingMode.HALF_UP));
  }

  /** The ingredient that a product is meant for; empty when it is none of them. */
  public static Optional<Ingredient> meant(List<Ingredient> ingredients, Product product) {
    return ingredients.stream().filter(one -> product.is(one.code()) || product.substances().equals(Set.of(one.code())))
        .findFirst();
  }

  /** What to say when more or less was taken than is needed. */
  public static Optional<Finding> amount(Ingredient ingredient, BigDecimal needed, BigDecimal taken) {
    if (taken.subtract(needed).abs().compareTo(needed.multiply(TOLERANCE)) <= 0) {
      return Optional.empty();
    }
    return Optional.of(new Finding(Finding.Kind.AMOUNT, Finding.Weight.ACCEPT, ingredient.name(), said(
        ingredient.name(), needed.stripTrailingZeros().toPlainString(), taken.stripTrailingZeros().toPlainString())));
  }

  private static Said said(String name, String needed, String taken) {
    return new Said("Of " + name + " " + needed + " units are needed, " + taken + " were taken.",
        "Dari " + name + " dibutuhkan " + needed + " satuan, yang diambil " + taken + ".");
  }
}
