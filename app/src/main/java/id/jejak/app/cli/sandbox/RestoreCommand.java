package id.jejak.app.cli.sandbox;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sandbox restore}: puts a copy of the world back. */
@Command(name = "restore", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Puts a snapshot back; what was done since is gone.")
final class RestoreCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private Wire wire = new Wire();

  @Parameters(index = "0", paramLabel = "NAME",
      description = "the snapshot")
  private String name = "";

  @Override
  public Integer call() {
    return wire.ask(spec.commandLine().getOut(), "POST", "/restore", Map.of("name", name));
  }
}
