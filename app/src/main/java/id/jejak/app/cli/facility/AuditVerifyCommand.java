package id.jejak.app.cli.facility;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Has a server look at every line of a facility's audit. Exit status 0 when all is as it was written, else 1. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Looks whether any line of a facility's audit was changed, removed or put in.",
    footer = {"", "Needs an auditor's account of the server."})
public final class AuditVerifyCommand implements Callable<Integer> {
  private static final String BASE = "/facility/v1";
  private static final String USUAL = "http://127.0.0.1:8080";
  /** A chain of millions of lines takes a while. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--url", paramLabel = "URL", defaultValue = USUAL,
      description = "address of the server; ${DEFAULT-VALUE} if not given")
  private String url = USUAL;

  @Option(names = "--username", paramLabel = "NAME", description = "account of an auditor")
  private @Nullable String username;

  @Option(names = "--password", paramLabel = "PASSWORD", arity = "0..1", interactive = true,
      description = "its password; asked for when left empty")
  private @Nullable String password;

  @Option(names = "--facility", paramLabel = "ID", defaultValue = "",
      description = "which facility, for an auditor of several")
  private String facility = "";

  @Override
  public Integer call() {
    if (username == null || password == null) {
      throw new StartFailure("say who asks: --username and --password (./jejak world prints the demo's)");
    }
    var token = asked("/login", Map.of("username", username, "password", password, "facility", facility), "")
        .path("token").asString("");
    var verdict = asked("/audit/verify", Map.of(), token);
    boolean whole = verdict.path("whole").booleanValue();
    spec.commandLine().getOut().println(whole ? verdict.path("entries").asLong() + " lines, all as they were written"
        : "broken at line " + verdict.path("broken_at").asLong() + ": " + verdict.path("what").asString(""));
    spec.commandLine().getOut().flush();
    return whole ? 0 : 1;
  }

  private JsonNode asked(String path, Map<String, String> body, String token) {
    var headers = Headers.of("Content-Type", "application/json");
    var request = Request.of("POST", BASE + path, token.isEmpty() ? headers
        : headers.plus("Authorization", "Bearer " + token), Body.of(new String(Json.write(body), StandardCharsets.UTF_8)));
    try (var server = new HttpTransport(url.replaceAll("/+$", ""), PATIENCE)) {
      var answer = server.handle(request);
      var json = Json.read(answer.bytes());
      if (answer.status() != 200) {
        throw new StartFailure("the server says " + json.path("error").asString("") + ": "
            + json.path("message").asString(""));
      }
      return json;
    } catch (NoAnswer e) {
      throw new StartFailure("nothing answers at " + url + ": start it with ./jejak serve, or give --url", e);
    } catch (Json.Unreadable | IllegalArgumentException e) {
      throw new StartFailure("what answers at " + url + " is no facility: give its address with --url", e);
    }
  }
}
