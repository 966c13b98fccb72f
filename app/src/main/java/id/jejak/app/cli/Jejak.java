package id.jejak.app.cli;

import id.jejak.app.Version;
import id.jejak.app.cli.facility.FacilityCommand;
import id.jejak.app.cli.antrean.AntreanCommand;
import id.jejak.app.cli.antrean.UatCommand;
import id.jejak.app.cli.demo.DemoCommand;
import id.jejak.app.cli.kfa.AtcCommand;
import id.jejak.app.cli.kfa.GenerateCommand;
import id.jejak.app.cli.kfa.KfaCommand;
import id.jejak.app.cli.kfa.KfaImportCommand;
import id.jejak.app.cli.kfa.KfaSyncCommand;
import id.jejak.app.cli.kfa.MapCommand;
import id.jejak.app.cli.satusehat.SatusehatCommand;
import id.jejak.app.cli.satusehat.VariationsCommand;
import id.jejak.app.cli.sandbox.SandboxCommand;
import id.jejak.app.cli.ttac.ImportCommand;
import id.jejak.app.cli.ttac.SymbolCommand;
import id.jejak.app.cli.ttac.TraceCommand;
import id.jejak.app.cli.ttac.TtacCommand;
import id.jejak.app.wiring.Wiring;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: finds the verb that was typed and runs it. */
@Command(name = "jejak", mixinStandardHelpOptions = true, versionProvider = Jejak.Versions.class,
    header = "Follows a medicine from the distributor's barcode to the patient's hand.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Start with:  ./jejak serve", "Options of a command:  ./jejak COMMAND --help"})
public final class Jejak implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  private Jejak() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    boolean serve = args.length > 0 && args[0].equals("serve");
    var plain = serve ? ServeWords.read(List.of(args).subList(1, args.length)) : Optional.<Serving.Wish>empty();
    System.exit(plain.isPresent() ? serve(plain.get())
        : commandLine(Wiring.house(), System.getenv(), InstantSource.system()).execute(args));
  }

  private static int serve(Serving.Wish wish) throws InterruptedException {
    try {
      new Serving(new Opening(Wiring.house(), System.getenv(), InstantSource.system()))
          .serve(wish, new PrintWriter(System.out, true));
      return 0;
    } catch (RuntimeException e) {
      return OneLine.failed(e, new PrintWriter(System.err, true), "serve");
    }
  }

  /**
   * The verbs over a house. A system's own tools join here, one line each.
   *
   * @param environment variables of the process
   */
  static CommandLine commandLine(Wiring wiring, Map<String, String> environment, InstantSource machine) {
    var opening = new Opening(wiring, environment, machine);
    return behaving(new CommandLine(new Jejak())
        .addSubcommand("serve", new ServeCommand(opening))
        .addSubcommand("world", new WorldCommand(opening))
        .addSubcommand("ttac", new CommandLine(new TtacCommand())
            .addSubcommand("import", new ImportCommand(environment))
            .addSubcommand("trace", new TraceCommand())
            .addSubcommand("symbol", new SymbolCommand(machine)))
        .addSubcommand("kfa", new CommandLine(new KfaCommand())
            .addSubcommand("import", new KfaImportCommand(environment))
            .addSubcommand("sync", new KfaSyncCommand(environment, machine))
            .addSubcommand("generate", new GenerateCommand(environment))
            .addSubcommand("atc", new AtcCommand(environment))
            .addSubcommand("map", new MapCommand()))
        .addSubcommand("facility", FacilityCommand.line())
        .addSubcommand("satusehat", new CommandLine(new SatusehatCommand())
            .addSubcommand("variations", new VariationsCommand(machine)))
        .addSubcommand("antrean", new CommandLine(new AntreanCommand())
            .addSubcommand("uat", new UatCommand(machine)))
        .addSubcommand("demo", new DemoCommand())
        .addSubcommand("sandbox", SandboxCommand.commandLine())
        .addSubcommand("test", new SourceCommand.TestVerb())
        .addSubcommand("bench", new SourceCommand.BenchVerb())
        .addSubcommand("train", new TrainCommand(opening)));
  }

  private static CommandLine behaving(CommandLine line) {
    line.setParameterExceptionHandler(OneLine::typed);
    line.setExecutionExceptionHandler(OneLine::failed);
    line.setAbbreviatedSubcommandsAllowed(false);
    line.setUsageHelpAutoWidth(true);
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: ./jejak serve, or ./jejak --help");
  }

  /** Names this version. */
  static final class Versions implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"jejak " + Version.text() + ", Java " + Runtime.version()};
    }
  }
}
