package id.jejak.app.cli.ttac;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Prints where a pack has been, as a server tells it. */
@Command(name = "trace", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Prints where a pack is and where it has been, oldest first.",
    footer = {"", "Needs an account of the server: --email and --password, or --token."})
public final class TraceCommand implements Callable<Integer> {
  private static final String USUAL = "http://127.0.0.1:8080";
  private static final String BASE = "/api/v3";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  /** Events asked for: the most that a server gives at once. */
  private static final int MOST = 10_000;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "BARCODE", description = "the barcode, in any form")
  private String barcode = "";

  @Option(names = "--url", paramLabel = "URL", defaultValue = USUAL,
      description = "address of the server; ${DEFAULT-VALUE} if not given")
  private String url = USUAL;

  @Option(names = "--email", paramLabel = "EMAIL", description = "account to log in with")
  private @Nullable String email;

  @Option(names = "--password", paramLabel = "PASSWORD", description = "its password")
  private @Nullable String password;

  @Option(names = "--token", paramLabel = "TOKEN", description = "a token, instead of e-mail and password")
  private @Nullable String token;

  @ArgGroup
  private Form form = new Form();

  /** How it is printed. */
  static final class Form {
    @Option(names = "--json", description = "print the answer as JSON")
    boolean json;

    @Option(names = "--epcis", description = "print an EPCIS 2.0 document")
    boolean epcis;
  }

  @Override
  public Integer call() {
    try (var server = new HttpTransport(url, PATIENCE)) {
      var query = "?token=" + encoded(token(server)) + "&limit=" + MOST + "&barcode=" + encoded(barcode);
      var answer = ask(server, Request.get(BASE + (form.epcis ? "/barcode/epcis" : "/barcode/trace") + query));
      var text = form.epcis ? Json.pretty(refused(answer))
          : form.json ? Json.pretty(data(answer)) : Timeline.of(data(answer));
      spec.commandLine().getOut().println(text);
      spec.commandLine().getOut().flush();
      return 0;
    } catch (NoAnswer e) {
      throw new StartFailure("no answer from " + url + ": check --url, or start a server with ./jejak serve", e);
    } catch (Json.Unreadable | IllegalArgumentException e) {
      throw new StartFailure("what answers at " + url + " is not TTAC: give its address with --url", e);
    }
  }

  private String token(HttpTransport server) {
    if (token != null) {
      return token;
    }
    var user = Optional.ofNullable(email).orElseThrow(TraceCommand::nobody);
    var secret = Optional.ofNullable(password).orElseThrow(TraceCommand::nobody);
    var body = new String(Json.write(Map.of("email", user, "password", secret)), StandardCharsets.UTF_8);
    return data(ask(server, Request.json("POST", BASE + "/auth/login", body)))
        .path("user").path("token").asString("");
  }

  private static StartFailure nobody() {
    return new StartFailure("say who asks: --email and --password, or --token (./jejak world prints the demo's)");
  }

  private static JsonNode ask(HttpTransport server, Request request) {
    return Json.read(server.handle(request).bytes());
  }

  private static JsonNode data(JsonNode answer) {
    var data = refused(answer).path("data");
    if (!data.isObject()) {
      throw new IllegalArgumentException("an answer without data");
    }
    return data;
  }

  /** Any answer that is not the envelope of a refusal. */
  private static JsonNode refused(JsonNode answer) {
    if (answer.path("status").isBoolean() && !answer.path("status").booleanValue()) {
      throw new StartFailure("the server says " + answer.path("statusCode").asString("") + ": "
          + answer.path("message").asString(""));
    }
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
