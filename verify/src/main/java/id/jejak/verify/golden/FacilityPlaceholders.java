package id.jejak.verify.golden;

import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What golden files of a facility may name: {@code {session:dokter.rs}}, the token of a demo member of staff, by login. */
final class FacilityPlaceholders implements Placeholders {
  private static final String LOGIN = "/facility/v1/login";

  private final Handler target;
  private final JsonNode world;
  private final Inside inside;

  FacilityPlaceholders(Handler target, JsonNode world, Inside inside) {
    this.target = target;
    this.world = world;
    this.inside = inside;
  }

  @Override
  public Optional<String> value(String kind, String name) {
    return kind.equals("session") ? world.path("facility").path("staff").valueStream()
        .filter(one -> one.path("username").asString("").equals(name)).findFirst()
        .map(one -> inside.session(name, () -> token(one))) : Optional.empty();
  }

  private String token(JsonNode staff) {
    var login = new String(Json.write(Map.of("username", staff.path("username").asString(), "password",
        staff.path("password").asString())), StandardCharsets.UTF_8);
    var answer = GoldenRunner.text(target.handle(Request.json("POST", LOGIN, login)));
    var token = Json.read(answer).path("token").asString("");
    if (token.isEmpty()) {
      throw new IllegalStateException("a demo member of staff cannot log in: " + answer);
    }
    return token;
  }
}
