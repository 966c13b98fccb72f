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

/** {@code sandbox requests}: what was asked and answered, masked. */
@Command(name = "requests", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Shows the latest requests, one of them whole, or asks one again.")
final class RequestsCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private Wire wire = new Wire();

  @Parameters(index = "0", arity = "0..1", paramLabel = "NUMBER", description = "the request to show whole")
  private @Nullable Long number;

  @Option(names = "--replay", description = "ask the same once more")
  private boolean replay;

  @Option(names = "--refused", description = "what was refused only")
  private boolean refused;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "20",
      description = "how many; ${DEFAULT-VALUE} if not given")
  private int limit = 20;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (number == null) {
      return wire.ask(out, "GET", "/requests?limit=" + limit + (refused ? "&refused=true" : ""), Map.of());
    }
    return replay ? wire.ask(out, "POST", "/requests/" + number + "/replay", Map.of())
        : wire.ask(out, "GET", "/requests/" + number, Map.of());
  }
}
