package id.jejak.app.cli.ttac;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Which TTAC is meant and who asks: the same options for every verb that talks to a server. */
final class AccountOptions {
  static final String BASE = "/api/v3";
  private static final String USUAL = "http://127.0.0.1:8080";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Option(names = "--url", paramLabel = "URL", defaultValue = USUAL,
      description = "address of the server, without /api/v3; ${DEFAULT-VALUE} if not given")
  private String url = USUAL;

  @Option(names = "--email", paramLabel = "EMAIL", description = "account to log in with")
  private @Nullable String email;

  @Option(names = "--password", paramLabel = "PASSWORD", arity = "0..1", interactive = true,
      description = "its password; asked for when left empty")
  private @Nullable String password;

  @Option(names = "--token", paramLabel = "TOKEN", description = "a token, instead of e-mail and password")
  private @Nullable String token;

  String url() {
    return url.replaceAll("/+$", "");
  }

  /** The token given, or that of a login. */
  String token() {
    if (token != null) {
      return token;
    }
    if (email == null || password == null) {
      throw new StartFailure("say who asks: --email and --password, or --token (./jejak world prints the demo's)");
    }
    var body = new String(Json.write(Map.of("email", email, "password", password)), StandardCharsets.UTF_8);
    return agreed(ask(Request.json("POST", BASE + "/auth/login", body)))
        .path("data").path("user").path("token").asString("");
  }

  /**
   * Asks the server.
   *
   * @throws StartFailure when nothing answers, or something that is not TTAC
   */
  JsonNode ask(Request request) {
    try (var server = new HttpTransport(url(), PATIENCE)) {
      return Json.read(server.handle(request).bytes());
    } catch (NoAnswer e) {
      throw new StartFailure("nothing answers at " + url + ": start it with ./jejak serve, or give --url", e);
    } catch (Json.Unreadable | IllegalArgumentException e) {
      throw new StartFailure("what answers at " + url + " is not TTAC: give its address with --url", e);
    }
  }

  /** The answer, unless it is the envelope of a refusal. */
  static JsonNode agreed(JsonNode answer) {
    if (answer.path("status").isBoolean() && !answer.path("status").booleanValue()) {
      throw new StartFailure("the server says " + answer.path("statusCode").asString("") + ": "
          + answer.path("message").asString(""));
    }
    return answer;
  }
}
