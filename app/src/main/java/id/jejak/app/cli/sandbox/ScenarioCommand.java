package id.jejak.app.cli.sandbox;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sandbox scenario}: starts a named situation. */
@Command(name = "scenario", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Lists named situations, or starts one.")
final class ScenarioCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private Wire wire = new Wire();

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME",
      description = "the situation; without it, all are listed")
  private @Nullable String name;

  @Override
  public Integer call() {
    return name == null ? wire.ask(spec.commandLine().getOut(), "GET", "/scenarios", Map.of())
        : wire.ask(spec.commandLine().getOut(), "POST", "/scenarios/" + name, Map.of());
  }
}
