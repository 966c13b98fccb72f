package id.jejak.kfa.client;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One active ingredient.
 *
 * @param code its BZA code (91...); empty when the dictionary gives none
 * @param name in whatever case the dictionary has it
 * @param strengthText as printed; empty when there is none
 * @param strength what the text tells; empty when it cannot be read as one amount
 */
public record Ingredient(Optional<String> code, String name, String strengthText, Optional<Strength> strength) {
  static Optional<Ingredient> of(JsonNode row) {
    var strength = Fields.textOrEmpty(row, "kekuatan_zat_aktif");
    return Fields.text(row, "zat_aktif").map(name -> new Ingredient(Fields.text(row, "kfa_code"), name, strength,
        Strength.read(strength)));
  }
}
