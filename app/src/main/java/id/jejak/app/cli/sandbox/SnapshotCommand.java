package id.jejak.app.cli.sandbox;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sandbox snapshot}: copies of the whole world. */
@Command(name = "snapshot", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Lists snapshots of the world, takes one, or deletes one.")
final class SnapshotCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private Wire wire = new Wire();

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME",
      description = "the snapshot to take; without it, all are"
      + " listed")
  private @Nullable String name;

  @Option(names = "--delete", description = "delete it")
  private boolean delete;

  @Override
  public Integer call() {
    if (name == null) {
      return wire.ask(spec.commandLine().getOut(), "GET", "/snapshots", Map.of());
    }
    return delete ? wire.ask(spec.commandLine().getOut(), "DELETE", "/snapshots/" + name, Map.of())
        : wire.ask(spec.commandLine().getOut(), "POST", "/snapshots", Map.of("name", name));
  }
}
