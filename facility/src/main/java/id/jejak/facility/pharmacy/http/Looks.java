package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.domain.Checks;
import id.jejak.facility.pharmacy.domain.Compounding;
import id.jejak.facility.pharmacy.domain.Compounding.Ingredient;
import id.jejak.facility.pharmacy.domain.Finding;
import id.jejak.facility.pharmacy.domain.Product;
import id.jejak.facility.pharmacy.store.PackStore.Held;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Line;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Prescription;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What several operations see in a line and a pack. Stateless. */
final class Looks {
  /** The coverage that comes with a SEP. */
  static final String INSURED = "BPJS-K";

  private Looks() {}

  /** True when a product is meant by a line: by itself, or as an ingredient. */
  static boolean fits(Line line, Product product) {
    return line.kind().compound() ? Compounding.meant(ingredients(line), product).isPresent()
        : line.kfa() != null && product.is(line.kfa());
  }

  static List<Ingredient> ingredients(Line line) {
    return line.ingredients().valueStream().map(one -> new Ingredient(one.path("kfa").asString(""),
        one.path("name").asString(""), one.path("amount").decimalValue(), one.path("unit").asString(""),
        one.path("per").decimalValue())).toList();
  }

  /** Units of a product that a line is waiting for: what may be given now, or what its ingredient needs. */
  static BigDecimal wanted(Line line, Held held) {
    var now = line.supply().leftNow();
    if (!line.kind().compound()) {
      return now;
    }
    return held.product().flatMap(product -> Compounding.meant(ingredients(line), product).flatMap(ingredient ->
        Compounding.needed(line.kind(), ingredient, product, now))).map(Making::halves).orElse(BigDecimal.ONE);
  }

  /** What a unit costs here: as it was set, else the highest retail price. */
  static BigDecimal price(Held held) {
    return held.price().or(() -> held.product().flatMap(Product::het)).orElse(BigDecimal.ZERO);
  }

  /** What to warn of before a pack is given for a prescription. */
  static List<Finding> findings(Held held, Product product, boolean insured, Checks.Known known) {
    return Checks.of(new Checks.Gift(product, price(held), insured, Optional.of(held.pack().lot())), known,
        held.earliest());
  }

  static boolean insured(Prescription prescription) {
    return prescription.coverage().equals(INSURED);
  }
}
