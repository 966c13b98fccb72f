package id.jejak.kfa.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What variants of a device have in common, version 3 (32...).
 *
 * @param synonyms other names, as one text; empty when there are none
 * @param categories as of a {@link Device}
 * @param raw the row as it came, whatever else it says
 */
public record DeviceTemplate(Optional<String> code, String name, boolean active, String state,
    Optional<Instant> updatedAt, String synonyms, List<String> categories, Optional<Replacement> replacement,
    JsonNode raw) {
  /** Reads a row, whatever it lacks. */
  public static DeviceTemplate of(JsonNode row) {
    return new DeviceTemplate(Fields.text(row, "kfa_code"), Fields.textOrEmpty(row, "name"),
        Fields.flag(row, "active").orElse(true), Fields.textOrEmpty(row, "state"), Fields.moment(row, "updated_at"),
        Fields.textOrEmpty(row, "synonyms"), Device.categories(row), Replacement.of(row.path("replacement")), row);
  }
}
