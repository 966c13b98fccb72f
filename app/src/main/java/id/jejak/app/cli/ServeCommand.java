package id.jejak.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main verb as picocli knows it: its help, and whatever {@link ServeWords} leaves to it. */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = Jejak.Versions.class, sortOptions = false,
    description = "Starts everything and serves until Ctrl-C.")
final class ServeCommand implements Callable<Integer> {
  private final Opening opening;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--port", defaultValue = "8080", description = "port to listen on; 0 picks a free one")
  private int port;

  @Option(names = "--host", defaultValue = "127.0.0.1",
      description = {"address to listen on; 0.0.0.0 opens it to the network: the passwords of the demo world",
          "are known to everybody, so think first"})
  private String host = "127.0.0.1";

  @Option(names = "--only", paramLabel = "SIDE", description = "start one side only: national or facility")
  private @Nullable String only;

  @Option(names = "--world", paramLabel = "WORLD",
      description = {"demo (with the sandbox), empty, or a file that fills an empty Jejak once (docs/guides/world.md);",
          "demo if not given, but empty with --database-url"})
  private @Nullable String world;

  @Mixin
  private DataOptions data = new DataOptions();

  ServeCommand(Opening opening) {
    this.opening = opening;
  }

  @Override
  public Integer call() throws InterruptedException {
    new Serving(opening).serve(new Serving.Wish(port, host, only, world, data), spec.commandLine().getOut());
    return 0;
  }
}
