package id.jejak.kfa.client;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One way of packing.
 *
 * @param code its POAK code (94..., devices 84...), or what the dictionary has in its place; empty when it has none
 * @param unit what is counted, such as {@code Tablet}
 */
public record Pack(Optional<String> code, String name, String unit, Optional<BigDecimal> quantity,
    Optional<BigDecimal> price) {
  static Optional<Pack> of(JsonNode row) {
    return Optional.of(new Pack(Fields.text(row, "kfa_code"), Fields.textOrEmpty(row, "name"),
        Fields.textOrEmpty(row, "uom_id"), Fields.number(row, "qty"), Fields.number(row, "pack_price")));
  }
}
