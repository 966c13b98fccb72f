package id.jejak.satusehat.http;

import id.jejak.satusehat.contract.Systems;
import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.domain.Amount;
import id.jejak.satusehat.domain.Dispensed;
import id.jejak.satusehat.domain.Prescribed;
import id.jejak.satusehat.domain.Product;
import id.jejak.satusehat.domain.Ratio;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads prescriptions and dispenses as far as redemption goes. Stateless. */
final class Medicines {
  private static final Set<String> DEAD = Set.of("cancelled", "stopped", "entered-in-error", "draft");
  private static final Set<String> GIVEN_BACK = Set.of("cancelled", "declined", "entered-in-error");
  private static final int MOST_REPEATS = 1000;

  private Medicines() {}

  /**
   * A prescription item.
   *
   * @param elsewhere finds a Medication that is not contained, by id
   */
  static Prescribed prescribed(String id, JsonNode request, Function<String, Optional<JsonNode>> elsewhere) {
    var dispense = request.path("dispenseRequest");
    var quantity = dispense.path("quantity");
    var window = dispense.path("validityPeriod");
    int repeats = Documents.number(dispense.path("numberOfRepeatsAllowed"))
        .filter(number -> number.compareTo(BigDecimal.ZERO) > 0)
        .map(number -> number.min(BigDecimal.valueOf(MOST_REPEATS)).intValue()).orElse(0);
    return new Prescribed(id, amount(quantity), repeats,
        Moments.instant(window.path("start"), false), until(window),
        !DEAD.contains(Documents.text(request.path("status"))),
        product(request, unit(quantity), elsewhere));
  }

  /** The last instant of a window; of one that ends as it begins, the same instant. */
  private static Optional<Instant> until(JsonNode window) {
    boolean empty = Documents.text(window.path("start")).equals(Documents.text(window.path("end")))
        && Documents.text(window.path("end")).length() > 10;
    return Moments.instant(window.path("end"), !empty);
  }

  /** A dispense. */
  static Dispensed dispensed(String id, String by, Version at, JsonNode dispense,
      Function<String, Optional<JsonNode>> elsewhere) {
    var quantity = dispense.path("quantity");
    return new Dispensed(id, by, at.instant(), !GIVEN_BACK.contains(Documents.text(dispense.path("status"))),
        amount(quantity), product(dispense, unit(quantity), elsewhere));
  }

  /** Ids of the prescription items that a dispense is for. */
  static List<String> prescriptions(JsonNode dispense) {
    var ids = new LinkedHashSet<String>();
    for (var reference : dispense.path("authorizingPrescription")) {
      Target.of(Documents.text(reference.path("reference")))
          .filter(target -> target.type().isEmpty() || target.type().equals("MedicationRequest"))
          .ifPresent(target -> ids.add(target.id()));
    }
    return List.copyOf(ids);
  }

  /** What kind of medicine it is, such as NC, SD or EP; empty when it does not say. */
  static String kind(JsonNode medication) {
    for (var extension : medication.path("extension")) {
      if (Documents.text(extension.path("url")).equals(Systems.MEDICATION_TYPE)) {
        return Documents.text(extension.path("valueCodeableConcept").path("coding").path(0).path("code"));
      }
    }
    return "";
  }

  /** The Medication of a request or dispense: contained, or elsewhere. */
  static Optional<JsonNode> medication(JsonNode resource, Function<String, Optional<JsonNode>> elsewhere) {
    var reference = Documents.text(resource.path("medicationReference").path("reference"));
    if (reference.startsWith("#")) {
      for (var contained : resource.path("contained")) {
        if (Documents.text(contained.path("id")).equals(reference.substring(1))) {
          return Optional.of(contained);
        }
      }
      return Optional.empty();
    }
    var concept = resource.path("medicationCodeableConcept");
    if (concept.isObject()) {
      ObjectNode bare = Documents.NODES.objectNode();
      bare.set("code", concept);
      return Optional.of(bare);
    }
    return Target.of(reference).flatMap(target -> elsewhere.apply(target.id()));
  }

  /** The id of a Medication that stands elsewhere; empty for one that is contained. */
  static Optional<String> elsewhere(JsonNode resource) {
    return Target.of(Documents.text(resource.path("medicationReference").path("reference"))).map(Target::id);
  }

  /** Amounts of each ingredient in one unit; known only where the strength is given per that same unit. */
  private static Product product(JsonNode resource, String unit, Function<String, Optional<JsonNode>> elsewhere) {
    var medication = medication(resource, elsewhere);
    if (medication.isEmpty() || unit.isEmpty()) {
      return Product.UNKNOWN;
    }
    var actives = new HashMap<String, Amount>();
    for (var ingredient : medication.get().path("ingredient")) {
      var active = active(ingredient, unit);
      if (active.isEmpty()) {
        continue;
      }
      var code = active.get().getKey();
      var amount = active.get().getValue();
      var sum = actives.get(code);
      actives.put(code, sum == null || !sum.unit().equals(amount.unit())
          ? amount : new Amount(sum.value().plus(amount.value()), amount.unit()));
    }
    return new Product(actives);
  }

  private static Optional<Map.Entry<String, Amount>> active(JsonNode ingredient, String unit) {
    var code = Documents.text(ingredient.path("itemCodeableConcept").path("coding").path(0).path("code"));
    var strength = ingredient.path("strength");
    var numerator = amount(strength.path("numerator")).filter(amount -> amount.value().sign() > 0);
    var denominator = amount(strength.path("denominator")).filter(amount -> amount.value().sign() > 0);
    if (code.isEmpty() || numerator.isEmpty() || denominator.isEmpty() || !denominator.get().unit().equals(unit)) {
      return Optional.empty();
    }
    var each = numerator.get().value().over(denominator.get().value());
    return Optional.of(Map.entry(code, new Amount(each, numerator.get().unit())));
  }

  private static Optional<Amount> amount(JsonNode quantity) {
    return Amount.of(Documents.number(quantity.path("value")), code(quantity));
  }

  private static String unit(JsonNode quantity) {
    return amount(quantity).filter(one -> one.value().compareTo(Ratio.ZERO) >= 0).map(Amount::unit).orElse("");
  }

  /** The code of a quantity's unit; its unit's name where it has no code. */
  static String code(JsonNode quantity) {
    var code = Documents.text(quantity.path("code"));
    return code.isEmpty() ? Documents.text(quantity.path("unit")) : code;
  }
}
