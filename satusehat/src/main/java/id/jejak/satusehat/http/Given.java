package id.jejak.satusehat.http;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a dispense that redemption looks at, as a dispense of its own: {@link Medicines} reads the same out of
 * it as out of the whole (docs/decisions/0322). Stateless.
 */
final class Given {
  private Given() {}

  /** The part of this dispense, which stays as it is. */
  static ObjectNode of(JsonNode dispense) {
    var given = Documents.NODES.objectNode();
    copy(dispense, given, "status", "quantity", "authorizingPrescription");
    var reference = Documents.text(dispense.path("medicationReference").path("reference"));
    if (!reference.isEmpty()) {
      given.putObject("medicationReference").put("reference", reference);
    }
    if (dispense.path("medicationCodeableConcept").isObject()) {
      given.putObject("medicationCodeableConcept"); // that there is one is all that counts: it has no ingredients
    }
    if (reference.startsWith("#")) {
      Medicines.medication(dispense, _ -> java.util.Optional.empty())
          .ifPresent(contained -> given.putArray("contained").add(medication(contained)));
    }
    return given;
  }

  private static ObjectNode medication(JsonNode contained) {
    var medication = Documents.NODES.objectNode();
    copy(contained, medication, "id");
    if (contained.has("ingredient")) {
      var ingredients = medication.putArray("ingredient");
      for (var ingredient : contained.path("ingredient")) {
        var one = ingredients.addObject();
        var code = ingredient.path("itemCodeableConcept").path("coding").path(0).path("code");
        if (code.isString()) {
          one.putObject("itemCodeableConcept").putArray("coding").addObject().set("code", code);
        }
        copy(ingredient, one, "strength");
      }
    }
    return medication;
  }

  private static void copy(JsonNode from, ObjectNode to, String... members) {
    for (var name : members) {
      var value = from.path(name);
      if (!value.isMissingNode()) {
        to.set(name, value);
      }
    }
  }
}
