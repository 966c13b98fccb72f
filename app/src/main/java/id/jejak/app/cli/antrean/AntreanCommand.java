package id.jejak.app.cli.antrean;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tools of the queue, by name. */
@Command(name = "antrean", mixinStandardHelpOptions = true, description = "Tools of BPJS's queue.",
    synopsisSubcommandLabel = "COMMAND")
public final class AntreanCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: ./jejak antrean uat, or --help");
  }
}
