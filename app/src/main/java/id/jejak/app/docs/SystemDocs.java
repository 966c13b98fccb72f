package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the docs are made of, for one system.
 *
 * @param name as in operation ids and addresses
 * @param title of the document, for people
 * @param version of the document
 * @param bases path prefixes without a trailing slash; the first one is shown in examples
 * @param operations in the order of the document
 * @param envelope of every answer
 * @param examples golden exchanges, asked for only when a page is made; may be empty
 * @param script what a Postman run needs beside the examples of the parameters
 */
public record SystemDocs(
    String name,
    String title,
    String version,
    List<String> bases,
    List<Operation> operations,
    Envelope envelope,
    Supplier<List<Example>> examples,
    PostmanScript script) {

  /** Refuses a system that could not be linked to. */
  public SystemDocs {
    if (!name.matches("[a-z]+") || bases.isEmpty()) {
      throw new IllegalArgumentException("system " + name + " at " + bases);
    }
    bases = List.copyOf(bases);
    operations = List.copyOf(operations);
  }

  Optional<Operation> operation(String id) {
    return operations.stream().filter(operation -> operation.id().equals(id)).findFirst();
  }

  List<Example> examplesOf(Operation operation) {
    return examples.get().stream().filter(example -> example.operation().equals(operation.id())).toList();
  }

  /** One answer as it goes over the wire; the plain success carries the operation's example. */
  Map<String, Object> answer(Operation operation, Outcome outcome) {
    boolean withData = outcome.equals(success(operation)) && !operation.successExample().isEmpty();
    return envelope.answer(outcome, withData ? Json.read(operation.successExample()) : null);
  }

  /** The plain success: the last one, since warnings stand before it in the order of precedence. */
  static Outcome success(Operation operation) {
    return operation.outcomes().reversed().stream().filter(Outcome::success).findFirst().orElseThrow(
        () -> new IllegalStateException("operation " + operation.id() + " never succeeds"));
  }
}
