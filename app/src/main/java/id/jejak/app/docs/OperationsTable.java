package id.jejak.app.docs;

import id.jejak.kernel.config.Key;
import java.util.List;

/** Tables for the README and the guides. */
final class OperationsTable {
  private OperationsTable() {}

  /**
   * Every operation of every document with its state.
   *
   * @param reference folder of the reference pages, as the table's reader reaches it
   */
  static String operations(List<SystemDocs> systems, String reference) {
    var out = new StringBuilder("| document | operation | request | state |\n|---|---|---|---|\n");
    for (var system : systems) {
      for (var operation : system.operations()) {
        var gaps = operation.gaps().isEmpty() ? "" : ": " + String.join("; ", operation.gaps());
        out.append("| ").append(ReferenceMarkdown.text(system.title()))
            .append(" | [").append(ReferenceMarkdown.text(operation.title())).append("](").append(reference)
            .append('/').append(system.name()).append('/').append(operation.id()).append(".md)")
            .append(" | ").append(ReferenceMarkdown.code(system.request(operation)))
            .append(" | ").append(State.of(operation).label()).append(ReferenceMarkdown.text(gaps))
            .append(" |\n");
      }
    }
    return out.toString();
  }

  /** Every setting with its default. */
  static String settings(List<Key<?>> keys) {
    var out = new StringBuilder("| setting | default | what it is for |\n|---|---|---|\n");
    for (var key : keys) {
      out.append("| ").append(ReferenceMarkdown.code(key.name()))
          .append(" | ").append(key.fallback().isEmpty() ? "none" : ReferenceMarkdown.code(key.fallback()))
          .append(" | ").append(ReferenceMarkdown.text(key.purpose())).append(" |\n");
    }
    return out.toString();
  }
}
