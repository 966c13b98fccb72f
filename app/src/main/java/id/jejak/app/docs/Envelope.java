package id.jejak.app.docs;

import id.jejak.kernel.http.Operation.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a system wraps every answer: the names of the four members, and what it says at the edge.
 *
 * @param status member that is true on success
 * @param code member with the system's own code
 * @param message member with the text
 * @param data member with the content; null on every refusal
 * @param fault given for an unknown path, a wrong method and a body above the limit
 */
public record Envelope(String status, String code, String message, String data, Outcome fault) {

  /** One answer as it goes over the wire. */
  Map<String, Object> answer(Outcome outcome, @Nullable Object content) {
    return Tree.of(
        status, outcome.success(), code, outcome.code(), message, outcome.message(), data, content);
  }

  /** The members in the order of the wire. */
  List<String> members() {
    return List.of(status, code, message, data);
  }
}
