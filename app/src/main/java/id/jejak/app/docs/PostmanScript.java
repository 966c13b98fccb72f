package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a Postman run needs beside the examples of the parameters: whom it runs as, what must be there first,
 * and what one answer gives to the next request. Values may hold Postman's {@code {{variables}}}.
 *
 * @param environment where the variables are
 * @param setup requests before the first operation
 * @param values by operation id or {@code *}, then by parameter: JSON in place of the parameter's example;
 *     an empty text leaves the parameter out, here and in the requests on the pages
 * @param keep by operation id: variables set from the answer, each as JavaScript over {@code answer}
 * @param expected by operation id: the code that is expected, where it is not the plain success, or {@link #BARE}
 * @param formData ids of operations that are also sent as {@code multipart/form-data}
 */
public record PostmanScript(
    Environment environment,
    List<Step> setup,
    Map<String, Map<String, String>> values,
    Map<String, Map<String, String>> keep,
    Map<String, String> expected,
    Set<String> formData) {

  /** Expected of an operation whose success is no envelope: a document, an image, a file. */
  public static final String BARE = "";

  /** Nothing but the parameters' examples. */
  public static final PostmanScript NONE =
      new PostmanScript(Environment.of(Map::of), List.of(), Map.of(), Map.of(), Map.of(), Set.of());

  /**
   * Variables of a run. Systems may share them, so that what one collection keeps, such as a token, another uses.
   *
   * @param shared name and title of what the sharing systems have in common; empty for a system of its own
   * @param values first values by name, asked anew each time the environment is served
   */
  public record Environment(Optional<Shared> shared, Supplier<Map<String, String>> values) {
    /** Variables of one system only. */
    public static Environment of(Supplier<Map<String, String>> values) {
      return new Environment(Optional.empty(), values);
    }
  }

  /** What systems have in common whose collections run in one environment. */
  public record Shared(String name, String title) {}

  /**
   * One request of the setup, answered with HTTP 200 or 201.
   *
   * @param path from the root of the server
   * @param type media type of the body: JSON or an urlencoded form
   * @param keep variables set from the answer
   */
  public record Step(String name, String method, String path, String type, String body, Map<String, String> keep) {
    /** A request with a JSON body. */
    public Step(String name, String method, String path, String body, Map<String, String> keep) {
      this(name, method, path, Requests.BodyForm.JSON.type(), body, keep);
    }
  }

  /** JSON of a parameter, perhaps with variables; empty when it is left out. */
  String value(Operation operation, Operation.Param param) {
    var everywhere = values.getOrDefault("*", Map.of()).getOrDefault(param.name(), param.example());
    return values.getOrDefault(operation.id(), Map.of()).getOrDefault(param.name(), everywhere);
  }
}
