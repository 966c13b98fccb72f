package id.jejak.app.cli;

import id.jejak.app.wiring.House;
import id.jejak.app.wiring.Logs;
import id.jejak.app.wiring.Wiring;
import id.jejak.kernel.config.StartFailure;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything and serves until it is told to stop. */
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
    if (port < 0 || port > 65_535) {
      throw new StartFailure("--port must be from 0 to 65535: " + port);
    }
    var plan = opening.plan(data, side(), world);
    Logs.keepIn(plan.data());
    var stop = new Stop();
    Runtime.getRuntime().addShutdownHook(new Thread(stop::now, "stop"));
    var steps = opening.steps();
    House house;
    try (steps) {
      house = House.start(opening.wiring(), plan, host, port, opening.machine(), steps);
    } catch (RuntimeException e) {
      stop.nothingStarted();
      throw e;
    }
    stop.started(() -> {
      house.close();
      RunningAt.forget(plan.data());
    });
    RunningAt.write(plan.data(), house.url());
    long took = ManagementFactory.getRuntimeMXBean().getUptime();
    Opening.print(spec.commandLine().getOut(), Screen.of(house, plan.data(), took));
    LoggerFactory.getLogger(ServeCommand.class).info("ready at {} after {} ms, of which {}", house.url(), took,
        steps.millis());
    new CountDownLatch(1).await();
    return 0;
  }

  private Optional<Wiring.Side> side() {
    if (only == null) {
      return Optional.empty();
    }
    return Optional.of(switch (only) {
      case "national" -> Wiring.Side.NATIONAL;
      case "facility" -> Wiring.Side.FACILITY;
      default -> throw new StartFailure("--only " + only + ": choose national or facility");
    });
  }
}
