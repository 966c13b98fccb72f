package id.jejak.app.cli.kfa;

import id.jejak.app.cli.ttac.UploadProgress;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.json.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code kfa import FILE}: gives rows to a running KFA and prints what became of them. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Puts answers of the official service, saved as JSON, into the dictionary of a running server: pages of"
        + " any version, details, prices, ATC and tags. All rows or none.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:imported", "1:the file was refused, nothing was imported", "2:could not be tried"})
public final class KfaImportCommand implements Callable<Integer> {
  private static final int REFUSED = 1;
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration IMPORT = Duration.ofHours(1);

  private final boolean terminal;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "the file; rows may also stand one after another, or in one array")
  private Path file = Path.of("");

  @Mixin
  private ClientOptions client = new ClientOptions();

  /**
   * A command.
   *
   * @param environment of the process; {@code JEJAK_TERMINAL=true} says that a person watches
   */
  public KfaImportCommand(Map<String, String> environment) {
    terminal = "true".equals(environment.get("JEJAK_TERMINAL"));
  }

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new StartFailure("there is no file to read at " + file + ": check the name");
    }
    var out = spec.commandLine().getOut();
    var response = send(client.token());
    JsonNode answer;
    try {
      answer = Json.read(response.body());
    } catch (Json.Unreadable e) {
      throw new StartFailure("what answers at " + client.url() + " is not KFA: give its address with --url", e);
    }
    if (response.statusCode() == 400 && answer.has("detail")) {
      out.println(answer.path("detail").asString(""));
      out.flush();
      return REFUSED;
    }
    if (response.statusCode() != 200 || !answer.has("rows")) {
      throw new StartFailure("KFA answered with status " + response.statusCode() + ": "
          + answer.path("fault").path("faultstring").asString(answer.path("detail").asString("no reason given")));
    }
    out.print(report(answer));
    out.flush();
    return 0;
  }

  private HttpResponse<byte[]> send(String token) {
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
        var progress = new UploadProgress(spec.commandLine().getErr(), terminal, Files.size(file), "KFA")) {
      var body = new CountedBody(BodyPublishers.ofFile(file), progress::sent);
      return http.send(HttpRequest.newBuilder(URI.create(client.url() + "/kfa/import")).timeout(IMPORT)
          .header("Content-Type", "application/json").header("Authorization", "Bearer " + token)
          .POST(body).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (FileNotFoundException e) {
      throw new StartFailure("there is no file to read at " + file + ": check the name", e);
    } catch (ConnectException e) {
      throw new StartFailure("nothing answers at " + client.url() + ": start it with ./jejak serve, or give --url", e);
    } catch (IOException e) {
      throw new StartFailure("the connection to " + client.url() + " broke, and the outcome is unknown: run it again;"
          + " what was imported already counts as unchanged then", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted, and the outcome is unknown: run it again", e);
    }
  }

  /** What became of the rows, for people. */
  static String report(JsonNode answer) {
    var text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d rows imported%n", answer.path("rows").asLong(0)));
    for (var name : new String[] {"added", "changed", "renamed", "deactivated", "replaced", "repriced", "skipped"}) {
      text.append(String.format(Locale.ROOT, "  %-12s %,12d%n", name, answer.path(name).asLong(0)));
    }
    return text.append(String.format(Locale.ROOT, "The last change is %d; GET /kfa/changes tells each.%n",
        answer.path("seq").asLong(0))).toString();
  }
}
