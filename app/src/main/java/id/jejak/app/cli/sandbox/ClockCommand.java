package id.jejak.app.cli.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sandbox clock}: what time it is in the demo world, and moving it. */
@Command(name = "clock", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Shows the demo world's clock, or moves it.")
final class ClockCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private Wire wire = new Wire();

  @Option(names = "--now", paramLabel = "INSTANT", description = "from now on it is this instant, ISO 8601")
  private @Nullable String now;

  @Option(names = "--advance", paramLabel = "DURATION", description = "on by so much, such as PT1H or P28D; back: -P1D")
  private @Nullable String advance;

  @Option(names = "--real", description = "back to the time of the machine")
  private boolean real;

  @Override
  public Integer call() {
    var body = new LinkedHashMap<String, Object>();
    if (now != null) {
      body.put("now", now);
    }
    if (advance != null) {
      body.put("advance", advance);
    }
    if (real) {
      body.put("real", true);
    }
    return wire.ask(spec.commandLine().getOut(), body.isEmpty() ? "GET" : "POST", "/clock", body);
  }
}
