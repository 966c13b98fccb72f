package id.jejak.app.cli.demo;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.json.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: one medicine from the distributor to the patient, and back to the patient when it is recalled. */
@Command(name = "demo", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Plays the whole chain against a running server with the demo world, and prints each step with what"
        + " went over which wire. Resets the demo world first.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:each step had the expected outcome", "1:a step had not", "2:could not be tried"})
public final class DemoCommand implements Callable<Integer> {
  private static final String USUAL = "http://127.0.0.1:8080";
  private static final int NOT_DONE = 1;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--url", paramLabel = "URL", defaultValue = USUAL,
      description = "address of a server with the demo world; ${DEFAULT-VALUE} if not given")
  private String url = USUAL;

  @Option(names = "--keep", description = "do not reset the demo world first: the story is played on its next morning")
  private boolean keep;

  @Override
  public Integer call() {
    var screen = spec.commandLine().getOut();
    try (var wire = new DemoWire(url)) {
      new Story(wire, new Telling(wire, line -> {
        screen.println(line);
        screen.flush();
      }), keep).play();
      return 0;
    } catch (NotDone e) {
      screen.println("NOT DONE: " + e.getMessage());
      screen.flush();
      return NOT_DONE;
    } catch (NoAnswer e) {
      throw new StartFailure("nothing answers at " + url + ": start it with ./jejak serve, or give --url", e);
    } catch (Json.Unreadable | IllegalArgumentException e) {
      throw new StartFailure("what answers at " + url + " is not Jejak: give its address with --url", e);
    }
  }
}
