package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the docs are made of, for one system.
 *
 * @param name as in operation ids and addresses
 * @param title of the document, for people
 * @param version of the document
 * @param sections its operations by address, in the order of the document
 * @param answers how they are answered
 * @param requests how they are asked
 * @param examples golden exchanges, asked for only when a page is made; may be empty
 * @param script what a Postman run needs beside the examples of the parameters
 */
public record SystemDocs(
    String name,
    String title,
    String version,
    List<Section> sections,
    Answers answers,
    Requests requests,
    Supplier<List<Example>> examples,
    PostmanScript script) {

  /** Refuses a system that could not be linked to. */
  public SystemDocs {
    if (!name.matches("[a-z]+") || sections.isEmpty()) {
      throw new IllegalArgumentException("system " + name + " at " + sections);
    }
    sections = List.copyOf(sections);
  }

  /** All operations, in the order of the document. */
  public List<Operation> operations() {
    return sections.stream().flatMap(section -> section.operations().stream()).toList();
  }

  /** Every address of the system. */
  List<String> bases() {
    return sections.stream().flatMap(section -> section.bases().stream()).distinct().toList();
  }

  /** The addresses of an operation of this system; the first one is shown in examples. */
  public List<String> bases(Operation operation) {
    return sections.stream().filter(section -> section.operations().contains(operation)).findFirst().orElseThrow(
        () -> new IllegalArgumentException(operation.id() + " is not of " + name)).bases();
  }

  /** Method and path for a table: the whole path where there is only one. */
  String request(Operation operation) {
    var bases = bases(operation);
    return operation.method() + " " + (bases.size() == 1 ? bases.getFirst() : "") + operation.path();
  }

  /** An operation of this system by its id. */
  public Optional<Operation> operation(String id) {
    return operations().stream().filter(operation -> operation.id().equals(id)).findFirst();
  }

  List<Example> examplesOf(Operation operation) {
    return examples.get().stream().filter(example -> example.operation().equals(operation.id())).toList();
  }

  /** One answer as it goes over the wire; the plain success carries the operation's example. */
  Response answer(Operation operation, Outcome outcome) {
    return answers.answer(operation, outcome);
  }

  /** The plain success: the last one, since warnings stand before it in the order of precedence. */
  static Outcome success(Operation operation) {
    return operation.outcomes().reversed().stream().filter(Outcome::success).findFirst().orElseThrow(
        () -> new IllegalStateException("operation " + operation.id() + " never succeeds"));
  }
}
