package id.jejak.app.cli;

import id.jejak.kernel.config.Near;
import id.jejak.kernel.config.StartFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Failures as one line that says what is wrong and what to do, with exit status 2. */
final class OneLine {
  /** Exit status of everything that could not be started. */
  static final int STATUS = 2;

  private OneLine() {}

  /** What was typed cannot be understood. */
  static int typed(ParameterException e, String[] args) {
    var line = e.getCommandLine();
    var words = e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()
        ? unknown(line, unmatched.getUnmatched().getFirst())
        : String.valueOf(e.getMessage());
    return say(line.getErr(), words);
  }

  /** It was understood, and could not be done. */
  static int failed(Exception e, CommandLine line, ParseResult parsed) {
    return failed(e, line.getErr(), line.getCommandName());
  }

  /** The same, of a verb that was read without picocli. */
  static int failed(Exception e, PrintWriter err, String verb) {
    if (e instanceof StartFailure) {
      LoggerFactory.getLogger(OneLine.class).info("{}", e.getMessage(), e);
      return say(err, String.valueOf(e.getMessage()));
    }
    LoggerFactory.getLogger(OneLine.class).info("{} failed", verb, e);
    return say(err, "unexpected " + e.getClass().getSimpleName()
        + ": see logs/jejak.jsonl in the data folder, and report it");
  }

  private static int say(PrintWriter err, String words) {
    err.println("jejak: " + words.lines().findFirst().orElse("failed"));
    err.flush();
    return STATUS;
  }

  private static String unknown(CommandLine line, String typed) {
    var option = typed.startsWith("-");
    var name = option && typed.indexOf('=') > 0 ? typed.substring(0, typed.indexOf('=')) : typed;
    var near = Near.to(name, option ? options(line) : commands(line));
    var help = line.getParent() == null ? "./jejak --help" : "./jejak " + line.getCommandName() + " --help";
    return "unknown " + (option ? "option " : line.getSubcommands().isEmpty() ? "argument " : "command ") + name
        + near.map(suggestion -> ": did you mean " + suggestion + "?").orElse(": see " + help);
  }

  private static List<String> options(CommandLine line) {
    return line.getCommandSpec().options().stream().filter(option -> !option.hidden())
        .flatMap(option -> Stream.of(option.names())).toList();
  }

  private static List<String> commands(CommandLine line) {
    return line.getSubcommands().entrySet().stream()
        .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
        .map(java.util.Map.Entry::getKey).toList();
  }
}
