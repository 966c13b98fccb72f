package id.jejak.app.cli.sandbox;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sandbox reset}: the first world again. */
@Command(name = "reset", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Brings the demo world back to its first state.")
final class ResetCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private Wire wire = new Wire();

  @Override
  public Integer call() {
    return wire.ask(spec.commandLine().getOut(), "POST", "/reset", Map.of());
  }
}
