package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.domain.Signa.Each;
import id.jejak.facility.pharmacy.domain.Signa.When;
import id.jejak.facility.pharmacy.domain.Signa;
import id.jejak.kernel.json.Tree;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A signa as FHIR's Dosage counts it, and back. Stateless. */
final class Dosing {
  private static final String MILLILITRE = "mL";
  /** Spoons by what they hold, in millilitres: FHIR knows no spoons. */
  private static final Map<String, BigDecimal> SPOONS = Map.of("c", new BigDecimal("15"), "cth", new BigDecimal("5"),
      "ml", BigDecimal.ONE);

  private Dosing() {}

  /** {@code timing.repeat} of a Dosage. */
  static Map<String, Object> repeat(Signa signa) {
    var repeat = Tree.of("frequency", signa.times(), "period", signa.period(), "periodUnit", signa.each().code());
    if (!signa.whens().isEmpty()) {
      repeat.put("when", signa.inOrder().stream().map(When::name).toList());
    }
    if (signa.days() > 0) {
      repeat.put("boundsDuration", Tree.of("value", signa.days(), "unit", "day", "system", "http://unitsofmeasure.org",
          "code", "d"));
    }
    return repeat;
  }

  /** How much each time: spoons in millilitres, anything else in the unit of the line. */
  static Map<String, Object> dose(Signa signa, String unit) {
    var spoon = SPOONS.get(signa.measure());
    return spoon == null ? Wording.quantity(signa.dose(), unit)
        : Wording.quantity(signa.dose().multiply(spoon), MILLILITRE);
  }

  /**
   * Reads a Dosage; empty where it counts otherwise than a signa does, as with doses by weight.
   *
   * @param dosage with {@code timing}, {@code asNeededBoolean} and {@code doseAndRate}
   */
  static Optional<Signa> read(JsonNode dosage) {
    var repeat = dosage.path("timing").path("repeat");
    var each = Arrays.stream(Each.values()).filter(one -> one.code().equals(repeat.path("periodUnit").asString("d")))
        .findFirst();
    var dose = dosage.path("doseAndRate").path(0).path("doseQuantity");
    var value = dose.path("value");
    int times = repeat.path("frequency").asInt(0);
    int period = repeat.path("period").asInt(1);
    if (each.isEmpty() || !value.isNumber() || value.decimalValue().signum() <= 0 || times < 1 || period < 1
        || times > 99 || period > 99) {
      return Optional.empty();
    }
    var whens = EnumSet.noneOf(When.class);
    for (var one : repeat.path("when")) {
      Arrays.stream(When.values()).filter(when -> when.name().equals(one.asString(""))).forEach(whens::add);
    }
    var bounds = repeat.path("boundsDuration");
    int days = bounds.path("code").asString("").equals("d") ? Math.clamp(bounds.path("value").asLong(0), 0, 999) : 0;
    return Optional.of(new Signa(times, period, each.get(), value.decimalValue(), measure(dose), whens,
        dosage.path("asNeededBoolean").asBoolean(false), days));
  }

  private static String measure(JsonNode dose) {
    return switch (dose.path("code").asString("")) {
      case "TAB" -> "tab";
      case "CAP" -> "cap";
      case MILLILITRE -> "ml";
      default -> "";
    };
  }

  /** How a text is understood, and what it would be in FHIR. */
  static Map<String, Object> shown(Signa signa, String unit) {
    var dosage = Tree.of("timing", Tree.of("repeat", repeat(signa)), "doseAndRate",
        List.of(Tree.of("doseQuantity", dose(signa, unit))));
    if (signa.asNeeded()) {
      dosage.put("asNeededBoolean", true);
    }
    return Tree.of("text", signa.text(), "words", signa.words(unit), "dosage", dosage);
  }
}
