package id.jejak.satusehat.client;

import id.jejak.satusehat.client.Redeemable.Contact;
import id.jejak.satusehat.client.Redeemable.Ingredient;
import id.jejak.satusehat.client.Redeemable.Item;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads eresep's prescription, and takes it as it comes: members left out, numbers as texts. */
final class EresepReading {
  private EresepReading() {}

  static Redeemable prescription(JsonNode data) {
    var patient = data.path("patient");
    return new Redeemable(text(data, "sep"), text(data.path("healthcare"), "id"),
        text(data.path("healthcare"), "name"),
        data.path("contacts").valueStream().map(one -> new Contact(text(one, "id"), text(one, "type"),
            text(one, "display"), text(one, "contact"))).toList(),
        text(patient, "id"), text(patient, "full_name"), text(patient, "gender"), text(patient, "birth_date"),
        measured(patient.path("weight")), measured(patient.path("height")),
        data.path("medicines").valueStream().map(EresepReading::item).toList());
  }

  private static Item item(JsonNode row) {
    return new Item(text(row, "id"), text(row, "code"), text(row, "name"), number(row, "iteration").intValue(),
        text(row, "type"), text(row, "route"), text(row, "package_unit"), number(row, "package_amount"),
        number(row, "package_remain"), number(row, "package_total"), text(row, "info"),
        row.path("has_redeemed").asBoolean(false), instant(text(row, "validity_start")),
        instant(text(row, "validity_end")), row.path("ingredient").valueStream().map(EresepReading::ingredient).toList());
  }

  private static Ingredient ingredient(JsonNode row) {
    var each = row.path("strength").path("numerator");
    var per = row.path("strength").path("denominator");
    return new Ingredient(text(row, "code"), text(row, "name"), number(each, "value"), text(each, "unit"),
        number(per, "value"), text(per, "unit"));
  }

  private static Optional<BigDecimal> measured(JsonNode quantity) {
    return Optional.of(number(quantity, "value")).filter(value -> value.signum() != 0);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException e) { // a window that cannot be read is none
      return Optional.empty();
    }
  }

  private static BigDecimal number(JsonNode object, String name) {
    var value = object.path(name);
    var text = value.isValueNode() && !value.isNull() ? value.asString("") : "";
    return text.matches("-?\\d{1,18}(\\.\\d{1,18})?") ? new BigDecimal(text) : BigDecimal.ZERO;
  }

  private static String text(JsonNode object, String name) {
    var value = object.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString("") : "";
  }
}
