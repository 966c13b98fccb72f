package id.jejak.app.cli.ttac;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tools of TTAC, by name. */
@Command(name = "ttac", mixinStandardHelpOptions = true, description = "Tools of TTAC: import, trace, symbol.")
public final class TtacCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say which tool: import, trace or symbol");
  }
}
