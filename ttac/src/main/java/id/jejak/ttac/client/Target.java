package id.jejak.ttac.client;

import tools.jackson.databind.JsonNode;

/** A facility that may be sent to. */
public record Target(int id, String name, String address, boolean active) {
  static Target of(JsonNode item) {
    return new Target(item.path("id").asInt(0), Fields.text(item, "nama_sarana"), Fields.text(item, "alamat"),
        item.path("status").asBoolean(false));
  }
}
