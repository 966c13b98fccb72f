package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a Postman run needs beside the examples of the parameters: whom it runs as, what must be there first,
 * and what one answer gives to the next request. Values may hold Postman's {@code {{variables}}}.
 *
 * @param environment variables and their first values, asked anew each time the environment is served
 * @param setup requests before the first operation
 * @param values by operation id or {@code *}, then by parameter: JSON in place of the parameter's example;
 *     an empty text leaves the parameter out, here and in the requests on the pages
 * @param keep by operation id: variables set from the answer, each as JavaScript over {@code answer}
 * @param expected by operation id: the code that is expected, where it is not the plain success, or {@link #BARE}
 * @param formData ids of operations that are also sent as {@code multipart/form-data}
 */
public record PostmanScript(
    Supplier<Map<String, String>> environment,
    List<Step> setup,
    Map<String, Map<String, String>> values,
    Map<String, Map<String, String>> keep,
    Map<String, String> expected,
    Set<String> formData) {

  /** Expected of an operation whose success is no envelope: a document, an image, a file. */
  public static final String BARE = "";

  /** Nothing but the parameters' examples. */
  public static final PostmanScript NONE =
      new PostmanScript(Map::of, List.of(), Map.of(), Map.of(), Map.of(), Set.of());

  /**
   * One request of the setup, answered with HTTP 200 or 201.
   *
   * @param path from the root of the server
   * @param body JSON
   * @param keep variables set from the answer
   */
  public record Step(String name, String method, String path, String body, Map<String, String> keep) {}

  /** JSON of a parameter, perhaps with variables; empty when it is left out. */
  String value(Operation operation, Operation.Param param) {
    var everywhere = values.getOrDefault("*", Map.of()).getOrDefault(param.name(), param.example());
    return values.getOrDefault(operation.id(), Map.of()).getOrDefault(param.name(), everywhere);
  }
}
