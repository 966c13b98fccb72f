package id.jejak.app.cli.satusehat;

import id.jejak.kernel.config.StartFailure;
import id.jejak.satusehat.client.variations.Variation;
import id.jejak.satusehat.client.variations.VariationRun;
import id.jejak.satusehat.client.variations.Variations;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code satusehat variations}: plays the document's twelve kinds of prescription, and prints each step. */
@Command(name = "variations", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Plays the twelve kinds of prescription of the document, from the doctor to the last tablet.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:each ended with nothing left", "1:a step was not done", "2:could not be tried"})
public final class VariationsCommand implements Callable<Integer> {
  private static final String USUAL = "http://127.0.0.1:8080";
  private static final int NOT_DONE = 1;

  private final InstantSource clock;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--url", paramLabel = "URL", defaultValue = USUAL,
      description = "address of a server with the demo world; ${DEFAULT-VALUE} if not given")
  private String url = USUAL;

  @Option(names = "--only", split = ",", paramLabel = "NAME", description = "these only, such as insulin,tapering")
  private @Nullable List<String> only;

  /**
   * A command.
   *
   * @param clock numbers the visits and dates them
   */
  public VariationsCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    var now = clock.instant();
    var all = Variations.all(now);
    var names = only;
    if (names != null && !all.stream().map(Variation::name).toList().containsAll(names)) {
      throw new StartFailure("--only takes some of: " + all.stream().map(Variation::name)
          .collect(Collectors.joining(", ")));
    }
    var screen = spec.commandLine().getOut();
    try (var stage = new Stage(url.replaceAll("/+$", ""), clock)) {
      var run = new VariationRun(stage.hospital(), stage.pharmacy(), stage.people(), line -> {
        screen.println(line);
        screen.flush();
      });
      for (var variation : all) {
        if (names == null || names.contains(variation.name())) {
          run.play(variation, String.format(Locale.ROOT, "VAR-%d-%s", now.toEpochMilli(), variation.name()));
        }
      }
      return 0;
    } catch (VariationRun.NotDone e) {
      screen.println(e.getMessage());
      screen.flush();
      return NOT_DONE;
    }
  }
}
