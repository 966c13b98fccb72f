package id.jejak.ttac.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A location of one's own: plant, warehouse.
 *
 * @param latitude as registered, a decimal text
 * @param longitude as registered, a decimal text
 */
public record LocationItem(long id, String address, String phone, @Nullable String fax, String latitude,
    String longitude) {
  static LocationItem of(JsonNode item) {
    return new LocationItem(item.path("id").asLong(0), Fields.text(item, "alamat_rekanan"),
        Fields.text(item, "no_telp"), Fields.textOrNull(item, "fax"), Fields.text(item, "latitude"),
        Fields.text(item, "longitude"));
  }
}
