package id.jejak.app.cli.sandbox;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sandbox ...}: moves time, makes things fail, keeps and puts back the world of a running Jejak. */
@Command(name = "sandbox", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Works the sandbox of a running Jejak: clock, faults, scenarios, snapshots, requests seen,"
        + " conformance.")
public final class SandboxCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  private SandboxCommand() {}

  /** The verb with all that it can do. */
  public static CommandLine commandLine() {
    return new CommandLine(new SandboxCommand())
        .addSubcommand("clock", new ClockCommand())
        .addSubcommand("faults", new FaultsCommand())
        .addSubcommand("scenario", new ScenarioCommand())
        .addSubcommand("snapshot", new SnapshotCommand())
        .addSubcommand("restore", new RestoreCommand())
        .addSubcommand("reset", new ResetCommand())
        .addSubcommand("requests", new RequestsCommand())
        .addSubcommand("conformance", new ConformanceCommand());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: ./jejak sandbox --help");
  }
}
