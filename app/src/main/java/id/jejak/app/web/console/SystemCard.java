package id.jejak.app.web.console;

import id.jejak.app.docs.State;
import id.jejak.app.docs.SystemDocs;
import id.jejak.kernel.http.Operation;
import java.util.List;

/**
 * One documented system at a glance.
 *
 * @param bases where it is served
 * @param lines its operations, in the document's order
 */
public record SystemCard(String name, String title, String version, List<String> bases, List<Line> lines) {
  /** One operation. */
  public record Line(String id, String title, String method, String path, State state, List<String> gaps) {}

  /** What the operation list says. */
  public static SystemCard of(SystemDocs docs) {
    return new SystemCard(docs.name(), docs.title(), docs.version(),
        docs.operations().stream().flatMap(one -> docs.bases(one).stream()).distinct().toList(),
        docs.operations().stream().map(operation -> line(docs, operation)).toList());
  }

  private static Line line(SystemDocs docs, Operation operation) {
    return new Line(operation.id(), operation.title(), operation.method(),
        docs.bases(operation).getFirst() + operation.path(), State.of(operation), operation.gaps());
  }

  /** How many operations are in a state. */
  public long count(State state) {
    return lines.stream().filter(line -> line.state() == state).count();
  }
}
