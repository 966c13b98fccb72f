package id.jejak.app.cli.facility;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tools of a facility, by name. */
@Command(name = "facility", mixinStandardHelpOptions = true, description = "Tools of a facility: audit.")
public final class FacilityCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  /** The tools with what they hold. */
  public static CommandLine line() {
    return new CommandLine(new FacilityCommand())
        .addSubcommand("audit", new CommandLine(new Audit()).addSubcommand("verify", new AuditVerifyCommand()));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say which tool: audit");
  }

  /** The tools of the audit, by name. */
  @Command(name = "audit", mixinStandardHelpOptions = true, description = "Tools of the audit: verify.")
  static final class Audit implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "say which tool: verify");
    }
  }
}
