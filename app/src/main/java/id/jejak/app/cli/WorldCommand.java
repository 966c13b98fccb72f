package id.jejak.app.cli;

import id.jejak.app.sandbox.SandboxRoutes;
import id.jejak.app.wiring.Installation;
import id.jejak.app.wiring.Logs;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the demo world: asked of the Jejak that is running, else read from the data folder. */
@Command(name = "world", mixinStandardHelpOptions = true, versionProvider = Jejak.Versions.class, sortOptions = false,
    description = "Prints the demo world's accounts and codes, as JSON.")
final class WorldCommand implements Callable<Integer> {
  private static final String USUAL = "http://127.0.0.1:8080";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Opening opening;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--url", paramLabel = "URL", description = "address of the Jejak to ask; if not given, the one"
      + " that runs on the data folder")
  private @Nullable String url;

  @Mixin
  private DataOptions data = new DataOptions();

  WorldCommand(Opening opening) {
    this.opening = opening;
  }

  @Override
  public Integer call() {
    var given = Optional.ofNullable(url);
    var answered = ask(given.or(() -> RunningAt.read(data.data)).orElse(USUAL));
    if (answered.isEmpty() && given.isPresent()) {
      throw new StartFailure("no Jejak answers at " + given.get() + ": check --url, or start one with ./jejak serve");
    }
    Opening.print(spec.commandLine().getOut(), answered.orElseGet(this::kept) + System.lineSeparator());
    return 0;
  }

  private Optional<String> ask(String at) {
    try (var transport = new HttpTransport(at, PATIENCE)) {
      var answer = transport.handle(Request.get("/sandbox/world"));
      if (answer.status() != 200) {
        throw new StartFailure("there is no demo world at " + at
            + ": start it with --world demo, or ask another with --url");
      }
      return Optional.of(Json.pretty(Json.read(answer.bytes())));
    } catch (NoAnswer e) {
      return Optional.empty();
    } catch (Json.Unreadable | IllegalArgumentException e) {
      throw new StartFailure("what answers at " + at + " is not Jejak: give its address with --url", e);
    }
  }

  private String kept() {
    if (!Installation.isIn(data.data)) {
      throw new StartFailure("no Jejak is running, and there are no data in " + data.data
          + ": start one with ./jejak serve, or name its folder with --data");
    }
    var plan = opening.plan(data, Optional.empty(), "demo");
    Logs.keepIn(plan.data());
    var steps = opening.steps();
    try (steps; var installation = Installation.open(opening.wiring(), plan, opening.machine(), steps)) {
      return Json.pretty(SandboxRoutes.world(installation.parts()));
    }
  }
}
