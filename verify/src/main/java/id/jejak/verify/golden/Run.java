package id.jejak.verify.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file's exchanges got.
 *
 * @param asked one for each exchange that was reached, in order
 */
public record Run(GoldenFile file, List<Asked> asked) {
  /** Copies the list. */
  public Run {
    asked = List.copyOf(asked);
  }

  /**
   * One exchange and its answer.
   *
   * @param wanted the written answer with its placeholders filled in
   * @param trouble why the run could not go on after this exchange; empty when it could
   */
  public record Asked(Exchange exchange, Optional<Exchange.Expected> wanted, Got got, String trouble) {}

  /**
   * An answer as it came.
   *
   * @param opened whether it came encrypted, and the body shows it opened
   */
  public record Got(int status, boolean opened, List<Exchange.Header> headers, String body) {
    /** Copies the list. */
    public Got {
      headers = List.copyOf(headers);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
      return headers.stream().filter(header -> header.name().equalsIgnoreCase(name))
          .map(Exchange.Header::value).findFirst();
    }
  }

  /** Whether every written answer came, and none that is needed is unwritten. */
  public boolean matches() {
    return differences().isEmpty();
  }

  /** Every difference, each a few lines for people; empty when all is as written. */
  public List<String> differences() {
    var told = new ArrayList<String>();
    for (var one : asked) {
      var difference = Difference.tell(one);
      if (!difference.isEmpty()) {
        told.add(file.name() + ":" + (one.exchange().answerFrom() + 1) + " " + one.exchange().title() + "\n"
            + difference);
      }
    }
    return told;
  }
}
