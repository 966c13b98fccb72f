package id.jejak.app.cli.satusehat;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tools of SATUSEHAT, by name. */
@Command(name = "satusehat", mixinStandardHelpOptions = true, description = "Tools of SATUSEHAT: variations.")
public final class SatusehatCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say which tool: variations");
  }
}
