package id.jejak.ttac.client;

import tools.jackson.databind.JsonNode;

/** Who is logged in, and for which sarana. The token is not among it. */
public record Profile(String role, int account, String name, int sarana, String saranaName) {
  static Profile of(JsonNode data) {
    var user = data.path("user");
    var sarana = data.path("sarana");
    return new Profile(Fields.text(data, "role"), user.path("id").asInt(0), Fields.text(user, "name"),
        sarana.path("id").asInt(0), Fields.text(sarana, "nama_rekanan"));
  }
}
