package id.jejak.app.cli.ttac;

import id.jejak.kernel.config.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Mixin
  private AccountOptions account = new AccountOptions();

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
    try (var wire = new ImportWire(account.url())) {
      var pass = account.token();
      JsonNode answer;
      try (var progress = new UploadProgress(spec.commandLine().getErr(), terminal, wire.size(file, pass),
          "TTAC")) {
        answer = wire.load(file, pass, progress::sent);
      }
      return print(answer);
    }
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
}
