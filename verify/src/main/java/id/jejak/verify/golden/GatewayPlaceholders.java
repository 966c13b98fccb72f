package id.jejak.verify.golden;

import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What golden files of the gateway, and of what stands behind it, may name: {@code {client_id:10000005}} and
 * {@code {client_secret:10000005}} of the demo client of organization 10000005, and {@code {access_token:10000005}} got
 * with them.
 */
final class GatewayPlaceholders implements Placeholders {
  private static final String TOKEN = "/oauth2/v1/accesstoken?grant_type=client_credentials";

  private final Handler target;
  private final JsonNode world;

  GatewayPlaceholders(Handler target, JsonNode world) {
    this.target = target;
    this.world = world;
  }

  @Override
  public Optional<String> value(String kind, String name) {
    return switch (kind) {
      case "client_id", "client_secret" -> client(name).map(client -> client.path(kind).asString());
      case "access_token" -> client(name).map(this::token);
      default -> Optional.empty();
    };
  }

  private Optional<JsonNode> client(String organization) {
    return world.path("satusehat").path("clients").valueStream()
        .filter(client -> client.path("organization_id").asString().equals(organization)).findFirst();
  }

  private String token(JsonNode client) {
    var answer = GoldenRunner.text(target.handle(Request.of("POST", TOKEN,
        Headers.of("Content-Type", "application/x-www-form-urlencoded"), Body.of(
            "client_id=" + encoded(client.path("client_id").asString())
                + "&client_secret=" + encoded(client.path("client_secret").asString())))));
    var token = Json.read(answer).path("access_token").asString("");
    if (token.isEmpty()) {
      throw new IllegalStateException("a demo client gets no token: " + answer);
    }
    return token;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
