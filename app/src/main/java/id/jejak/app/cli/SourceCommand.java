package id.jejak.app.cli;

import id.jejak.kernel.config.StartFailure;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Verbs that need the source folder: the launcher does them before Java is started, this only describes them. */
abstract class SourceCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", hidden = true)
  private List<String> rest = List.of();

  @Override
  public Integer call() {
    throw new StartFailure("this verb needs the source folder: run it as ./jejak there");
  }

  /** Builds and runs every test. */
  @Command(name = "test", mixinStandardHelpOptions = true, description = "Builds and runs all tests: mvn verify.")
  static final class TestVerb extends SourceCommand {}

  /** Measures. */
  @Command(name = "bench", mixinStandardHelpOptions = true,
      description = "Measures operations against their stated limits: bench [NAME].")
  static final class BenchVerb extends SourceCommand {}
}
