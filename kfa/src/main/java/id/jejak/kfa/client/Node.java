package id.jejak.kfa.client;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A node of a tree: of the anatomical therapeutic chemical classification, or of the tags.
 *
 * @param level from the root, 1; empty when not told
 * @param parent code of the node above; empty for a root
 * @param raw the row as it came, whatever else it says
 */
public record Node(String code, String name, String level, Optional<String> parent, JsonNode raw) {
  /** Reads a row; empty for one that names nothing, of which the service has some. */
  static Optional<Node> of(JsonNode row) {
    var parent = row.path("parent");
    return Fields.text(row, "code").map(code -> new Node(code, Fields.textOrEmpty(row, "name"),
        Fields.textOrEmpty(row, "level"), (parent.isObject() ? Fields.text(parent, "code") : Fields.text(parent))
            .or(() -> Fields.text(row, "parent_code")), row));
  }
}
