package id.jejak.app.cli.kfa;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tools of KFA, by name. */
@Command(name = "kfa", mixinStandardHelpOptions = true, description = "Tools of KFA: import, sync, generate, atc, map.")
public final class KfaCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say which tool: import, sync, generate, atc or map");
  }
}
