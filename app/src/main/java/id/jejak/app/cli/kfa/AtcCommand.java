package id.jejak.app.cli.kfa;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kfa.http.synthetic.AtcFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kfa atc FILE}: puts a user's own copy of the ATC classification into a running Jejak. */
@Command(name = "atc", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Loads your own copy of the ATC classification, which Jejak may not bring with it.",
    footer = {"", "FILE is a CSV with the columns code and name, in UTF-8; a code may come several times.",
        "The demo world needs no client; elsewhere say --client-id and --client-secret, or --token."})
public final class AtcCommand implements Callable<Integer> {
  private final boolean terminal;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "the classification")
  private Path file = Path.of("");

  @Mixin
  private ClientOptions client = new ClientOptions();

  /**
   * A command.
   *
   * @param environment of the process; {@code JEJAK_TERMINAL=true} says that a person watches
   */
  public AtcCommand(Map<String, String> environment) {
    terminal = "true".equals(environment.get("JEJAK_TERMINAL"));
  }

  @Override
  public Integer call() {
    try (var reader = Files.newBufferedReader(file)) {
      var rows = AtcFile.read(reader);
      try (var progress = new RowProgress(spec.commandLine().getErr(), terminal, rows.size());
          var upload = new RowUpload(client.url()); var stream = new RowStream(rows.iterator(), progress)) {
        spec.commandLine().getOut().print(KfaImportCommand.report(upload.send(stream, client.token())));
        spec.commandLine().getOut().flush();
      }
      return 0;
    } catch (AtcFile.Unusable e) {
      throw new StartFailure(file + ": " + e.getMessage(), e);
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new StartFailure(file + " cannot be read: check its name, and that it is UTF-8", e);
    }
  }
}
