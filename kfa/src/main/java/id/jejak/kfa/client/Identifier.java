package id.jejak.kfa.client;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A code that somebody else gave, such as {@code NIE BPOM} or {@code LKPP}. */
public record Identifier(String source, String code, String name) {
  static Optional<Identifier> of(JsonNode row) {
    return Fields.text(row, "code").map(code -> new Identifier(Fields.textOrEmpty(row, "source_name"), code,
        Fields.textOrEmpty(row, "name")));
  }
}
