package id.jejak.app.cli.ttac;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ttac import FILE}: uploads a file of packs and prints what became of it. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Makes the packs of a .csv, .xlsx or .xls file known to TTAC: all of them or none.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:imported", "1:rows were rejected, nothing was imported", "2:could not be tried"})
public final class ImportCommand implements Callable<Integer> {
  private static final int REJECTED = 1;

  private final boolean terminal;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "the file; its columns are those of"
      + " /api/v3/barcode/import/template.csv")
  private Path file = Path.of("");

  @Option(names = "--url", paramLabel = "URL", defaultValue = "http://localhost:8080",
      description = "where TTAC is served, without /api/v3 (default ${DEFAULT-VALUE})")
  private String url = "";

  @Option(names = "--email", paramLabel = "EMAIL", description = "account to log in with")
  private @Nullable String email;

  @Option(names = "--password", paramLabel = "PASSWORD", arity = "0..1", interactive = true,
      description = "its password; asked for when left out")
  private @Nullable String password;

  @Option(names = "--token", paramLabel = "TOKEN", description = "a token, instead of an account")
  private @Nullable String token;

  /**
   * A command.
   *
   * @param environment of the process; {@code JEJAK_TERMINAL=true} says that a person watches
   */
  public ImportCommand(Map<String, String> environment) {
    terminal = "true".equals(environment.get("JEJAK_TERMINAL"));
  }

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new StartFailure("there is no file to read at " + file + ": check the name");
    }
    try (var wire = new ImportWire(url)) {
      var pass = token != null ? token : login(wire);
      JsonNode answer;
      try (var progress = new UploadProgress(spec.commandLine().getErr(), terminal, wire.size(file, pass))) {
        answer = wire.load(file, pass, progress::sent);
      }
      return print(answer);
    }
  }

  private String login(ImportWire wire) {
    if (email == null || password == null) {
      throw new StartFailure("TTAC wants to know who you are: give --email and --password, or --token");
    }
    var answer = wire.login(email, password);
    if (!answer.path("status").asBoolean(false)) {
      throw new StartFailure("TTAC refused the login (" + answer.path("statusCode").asString("") + " "
          + answer.path("message").asString("") + "): check --email and --password");
    }
    return answer.path("data").path("user").path("token").asString("");
  }

  private int print(JsonNode answer) {
    var report = answer.path("data");
    if (!report.isObject()) {
      throw new StartFailure("TTAC refused the file (" + answer.path("statusCode").asString("") + " "
          + answer.path("message").asString("") + ")");
    }
    var out = spec.commandLine().getOut();
    out.print(ImportReport.text(report));
    out.flush();
    return answer.path("status").asBoolean(false) ? 0 : REJECTED;
  }

  /** The login's body, apart so that a password never meets a message. */
  static byte[] credentials(String email, String password) {
    return Json.write(Map.of("email", email, "password", password));
  }
}
