package id.jejak.app.cli.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sandbox faults}: makes requests fail on purpose. */
@Command(name = "faults", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Shows planned faults, plans one, or forgets all.")
final class FaultsCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private Wire wire = new Wire();

  @Parameters(index = "0", arity = "0..1", paramLabel = "TARGET", description = "an operation such as"
      + " ttac.barcode.receive, or a system; without it, planned faults are shown")
  private @Nullable String target;

  @Option(names = "--kind", paramLabel = "KIND", description = "what happens; a wrong one is answered with"
      + " all there are")
  private @Nullable String kind;

  @Option(names = "--code", paramLabel = "CODE", description = "with --kind refuse: the code of the refusal")
  private @Nullable String code;

  @Option(names = "--next", paramLabel = "N", description = "how many requests")
  private @Nullable Integer next;

  @Option(names = "--probability", paramLabel = "P", description = "that a request meets it, above 0 to 1")
  private @Nullable Double probability;

  @Option(names = "--ms", paramLabel = "MS", description = "with --kind delay: milliseconds")
  private @Nullable Integer millis;

  @Option(names = "--client", paramLabel = "CLIENT", description = "only for this consumer id, token, address or"
      + " User-Agent")
  private @Nullable String client;

  @Option(names = "--forget", description = "forget all planned faults")
  private boolean forget;

  @Override
  public Integer call() {
    if (forget || target == null) {
      return wire.ask(spec.commandLine().getOut(), forget ? "DELETE" : "GET", "/faults", Map.of());
    }
    var body = new LinkedHashMap<String, Object>();
    body.put(target.contains(".") ? "operation" : "system", target);
    put(body, "kind", kind);
    put(body, "code", code);
    put(body, "next", next);
    put(body, "probability", probability);
    put(body, "ms", millis);
    put(body, "client", client);
    return wire.ask(spec.commandLine().getOut(), "POST", "/faults", body);
  }

  private static void put(Map<String, Object> body, String name, @Nullable Object value) {
    if (value != null) {
      body.put(name, value);
    }
  }
}
