package id.jejak.verify.golden;

import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * What TTAC's golden files may name: {@code {email:123}} and {@code {password:123}} of the demo account of
 * sarana 123, {@code {token:123}} got by logging in with them, and {@code {packs:P:3:primer}}, three packs
 * P00001 to P00003 as the sandbox takes them.
 */
final class TtacPlaceholders implements Placeholders {
  private static final String LOGIN = "/api/v3/auth/login";

  private final Handler target;
  private final JsonNode world;
  private final Inside inside;

  TtacPlaceholders(Handler target, JsonNode world, Inside inside) {
    this.target = target;
    this.world = world;
    this.inside = inside;
  }

  @Override
  public Optional<String> value(String kind, String name) {
    return switch (kind) {
      case "email", "password" -> account(name).map(account -> account.path(kind).asString());
      case "token" -> account(name).map(account ->
          inside.token(account.path("email").asString(), () -> token(account)));
      case "packs" -> packs(name.split(":"));
      default -> Optional.empty();
    };
  }

  private Optional<JsonNode> account(String sarana) {
    return world.path("ttac").path("accounts").valueStream()
        .filter(account -> account.path("sarana_id").asString().equals(sarana)).findFirst();
  }

  private String token(JsonNode account) {
    var login = new String(Json.write(Map.of("email", account.path("email").asString(),
        "password", account.path("password").asString())), java.nio.charset.StandardCharsets.UTF_8);
    var answer = GoldenRunner.text(target.handle(Request.json("POST", LOGIN, login)));
    var token = Json.read(answer).path("data").path("user").path("token").asString();
    if (token.isEmpty()) {
      throw new IllegalStateException("a demo account cannot log in: " + answer);
    }
    return token;
  }

  private static Optional<String> packs(String[] said) {
    if (said.length != 3) {
      return Optional.empty();
    }
    var rest = "\",\"level\":\"" + said[2] + "\"}";
    return Optional.of(IntStream.rangeClosed(1, Integer.parseInt(said[1]))
        .mapToObj(i -> "{\"barcode\":\"" + Variables.numbered(said[0], i) + rest)
        .collect(Collectors.joining(",")));
  }
}
