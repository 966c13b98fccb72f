package id.jejak.kernel.http;

import java.util.List;

/**
 * One operation of a document, as data: the router serves it, and the reference page, the OpenAPI
 * document, the Postman collection and the README's table are made of it, so none of them can lie.
 *
 * @param id {@code system.noun.verb}; used in routes, metrics, logs, golden files and docs
 * @param method HTTP method
 * @param path below the system's base path, starting with a slash; {@code {name}} matches one segment, and a
 *     slash alone is also the base itself
 * @param title as the document calls it
 * @param purpose one or two sentences
 * @param params in the document's order
 * @param outcomes every answer, refusals in order of precedence: the first that applies is given
 * @param origin the document's section, or that the operation is ours
 * @param ours true when no national document has this operation
 * @param gaps what is not implemented; empty when nothing is missing
 * @param inferred what the document leaves open and we decided
 * @param successExample example of {@code data} on success, JSON
 */
public record Operation(
    String id,
    String method,
    String path,
    String title,
    String purpose,
    List<Param> params,
    List<Outcome> outcomes,
    String origin,
    boolean ours,
    List<String> gaps,
    List<String> inferred,
    String successExample) {

  /**
   * One parameter.
   *
   * @param type as the document writes it (String, Integer, Array String, ...)
   * @param example JSON value
   */
  public record Param(String name, Need need, String type, String description, String example) {}

  /** Whether a parameter must be there. */
  public enum Need { REQUIRED, OPTIONAL, CONDITIONAL }

  /**
   * One possible answer.
   *
   * @param code the system's own code
   * @param message text with {@code {placeholders}}
   * @param when when it is given
   */
  public record Outcome(String code, boolean success, String message, String when) {}

  /** Refuses an operation that no reference page could be made of. */
  public Operation {
    if (!id.matches("[a-z]+(\\.[a-z0-9]+){2,}") || !path.startsWith("/")) {
      throw new IllegalArgumentException("operation " + id + " at " + path);
    }
    params = List.copyOf(params);
    outcomes = List.copyOf(outcomes);
    gaps = List.copyOf(gaps);
    inferred = List.copyOf(inferred);
  }

  /** The same with parameters. */
  public Operation params(Param... all) {
    return new Operation(id, method, path, title, purpose, List.of(all), outcomes, origin, ours, gaps, inferred,
        successExample);
  }

  /** The same with outcomes, refusals in order of precedence. */
  public Operation outcomes(Outcome... all) {
    return new Operation(id, method, path, title, purpose, params, List.of(all), origin, ours, gaps, inferred,
        successExample);
  }

  /** The same with what is not implemented. */
  public Operation gaps(String... all) {
    return new Operation(id, method, path, title, purpose, params, outcomes, origin, ours, List.of(all), inferred,
        successExample);
  }

  /** The same with what we decided where the document is silent. */
  public Operation inferred(String... all) {
    return new Operation(id, method, path, title, purpose, params, outcomes, origin, ours, gaps, List.of(all),
        successExample);
  }

  /** The same with an example of {@code data} on success. */
  public Operation example(String json) {
    return new Operation(id, method, path, title, purpose, params, outcomes, origin, ours, gaps, inferred, json);
  }
}
