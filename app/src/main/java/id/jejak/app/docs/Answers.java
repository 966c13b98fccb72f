package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a system's answers go over the wire. One of these for each system: they have nothing in common. */
public interface Answers {
  /** One outcome as it goes over the wire. */
  Response answer(Operation operation, Outcome outcome);

  /** What is answered where no operation is reached. */
  List<Edge> edges();

  /**
   * The outcome that an answer is, read from the answer itself.
   *
   * @return its code; empty when the answer is none of the operation's
   */
  Optional<String> code(Operation operation, int status, String body);

  /** Whether every answer is the same envelope, so that a refusal's code and message say all of it. */
  boolean oneEnvelope();

  /** The JSON schema of every answer; empty when there is none. */
  Optional<Map<String, Object>> schema(List<Operation> operations);

  /** What the outcomes of one HTTP status have in common, in a sentence. */
  String describe(List<Outcome> outcomes);

  /**
   * Postman tests of an answer, as lines of JavaScript.
   *
   * @param code of the outcome that is expected
   */
  List<String> tests(Operation operation, String code);

  /** Postman tests of a request that prepares and is answered by this system itself. */
  List<String> prepared();

  /**
   * An answer where no operation is reached.
   *
   * @param name in camel case, for references
   */
  record Edge(String name, String when, Response response) {}
}
