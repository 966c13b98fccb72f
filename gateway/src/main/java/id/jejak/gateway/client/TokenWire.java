package id.jejak.gateway.client;

import id.jejak.gateway.contract.GatewayOperations;
import id.jejak.gateway.contract.Limits;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.RetryAfter;
import id.jejak.kernel.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One request for a token: writes it, and reads what came of it. Nothing is changed by asking, so an answer that was
 * lost is no harm, and never {@code Unknown}. Thread-safe.
 */
final class TokenWire {
  private static final String PATH =
      GatewayOperations.BASES.getFirst() + GatewayOperations.TOKEN.path() + "?grant_type=client_credentials";

  private final Handler transport;
  private final ClientCredentials credentials;
  private final InstantSource clock;

  /** A token as given: how long it lives from the moment it was asked for. */
  record Granted(Secret token, Duration life) {}

  TokenWire(Handler transport, ClientCredentials credentials, InstantSource clock) {
    this.transport = transport;
    this.credentials = credentials;
    this.clock = clock;
  }

  Answer<Granted> ask() {
    var body = "client_id=" + encoded(credentials.id()) + "&client_secret=" + encoded(credentials.secret().reveal());
    try {
      return answer(transport.handle(Request.of("POST", PATH, Headers.of("Content-Type",
          "application/x-www-form-urlencoded", "Accept", "application/json"), Body.of(body))));
    } catch (NoAnswer e) {
      return new Answer.Later<>(TokenLimits.WAIT, e.sent() ? "no answer came" : "could not be reached");
    }
  }

  private Answer<Granted> answer(Response response) {
    int status = response.status();
    if (status == 429 || status == 503) {
      return new Answer.Later<>(response.header("Retry-After")
          .flatMap(text -> RetryAfter.read(text, clock, TokenLimits.LONGEST_WAIT))
          .orElse(status == 429 ? TokenLimits.AFTER_A_REFUSAL : TokenLimits.WAIT), "asked to wait, HTTP " + status);
    }
    var json = json(response);
    if (status == 200) {
      var token = json.path("access_token").asString("");
      return token.isBlank() ? new Answer.Later<>(TokenLimits.WAIT, "an answer without an access_token")
          : new Answer.Done<>(new Granted(new Secret(token), life(json.path("expires_in").asString(""))));
    }
    return status >= 400 && status < 500 ? new Answer.Refused<>(String.valueOf(status), words(json, status))
        : new Answer.Later<>(TokenLimits.WAIT, "HTTP " + status + " instead of an answer");
  }

  /** A text of digits as documented; a number would do as well. What cannot be read has the documented life. */
  private static Duration life(String seconds) {
    if (!seconds.matches("\\d{1,9}")) {
      return Limits.TOKEN_LIFE;
    }
    var life = Duration.ofSeconds(Long.parseLong(seconds));
    return life.compareTo(TokenLimits.LONGEST_LIFE) > 0 ? TokenLimits.LONGEST_LIFE : life;
  }

  /** The refusal's own words, from whichever of the three shapes it has; a firewall's page has none of them. */
  private static String words(JsonNode json, int status) {
    for (var at : new String[] {"/issue/0/details/text", "/Error", "/fault/faultstring"}) {
      var text = json.at(at).asString("");
      if (!text.isBlank()) {
        return text;
      }
    }
    return status == 403 ? "a firewall refused: the platform answers known addresses in Indonesia only"
        : "HTTP " + status;
  }

  private static JsonNode json(Response response) {
    try {
      return Json.read(response.bytes());
    } catch (Json.Unreadable e) { // judged as an answer that says nothing
      return MissingNode.getInstance();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
