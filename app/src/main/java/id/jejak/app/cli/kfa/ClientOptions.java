package id.jejak.app.cli.kfa;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Which KFA is meant and who asks: the same options for every verb that talks to a server. */
final class ClientOptions {
  private static final String USUAL = "http://127.0.0.1:8080";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TOKEN = "/oauth2/v1/accesstoken?grant_type=client_credentials";

  @Option(names = "--url", paramLabel = "URL", defaultValue = USUAL,
      description = "address of the server; ${DEFAULT-VALUE} if not given")
  private String url = USUAL;

  @Option(names = "--client-id", paramLabel = "ID", description = "client to ask as; the demo world's first if not given")
  private @Nullable String id;

  @Option(names = "--client-secret", paramLabel = "SECRET", arity = "0..1", interactive = true,
      description = "its secret; asked for when left empty")
  private @Nullable String secret;

  @Option(names = "--token", paramLabel = "TOKEN", description = "an access token, instead of a client and its secret")
  private @Nullable String token;

  String url() {
    return url.replaceAll("/+$", "");
  }

  /** The token given, or that of the client. */
  String token() {
    if (token != null) {
      return token;
    }
    var client = Json.read("{}");
    if (id == null || secret == null) {
      client = ask(Request.get("/sandbox/world")).path("satusehat").path("clients").path(0);
      if (client.isMissingNode()) {
        throw new StartFailure("say who asks: --client-id and --client-secret, or --token (this server has no demo"
            + " world)");
      }
    }
    var body = "client_id=" + encoded(id == null || secret == null ? client.path("client_id").asString("") : id)
        + "&client_secret=" + encoded(id == null || secret == null ? client.path("client_secret").asString("") : secret);
    var answer = ask(Request.of("POST", TOKEN,
        Headers.of("Content-Type", "application/x-www-form-urlencoded"), Body.of(body)));
    var got = answer.path("access_token").asString("");
    if (got.isEmpty()) {
      throw new StartFailure("the server gives no token: "
          + answer.path("issue").path(0).path("details").path("text").asString("without a reason"));
    }
    return got;
  }

  private JsonNode ask(Request request) {
    try (var server = new HttpTransport(url(), PATIENCE)) {
      return Json.read(server.handle(request).bytes());
    } catch (NoAnswer e) {
      throw new StartFailure("nothing answers at " + url + ": start it with ./jejak serve, or give --url", e);
    } catch (Json.Unreadable | IllegalArgumentException e) {
      throw new StartFailure("what answers at " + url + " is not Jejak: give its address with --url", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
