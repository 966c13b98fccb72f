package id.jejak.kfa.client;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What to use instead of something that is no longer to be used.
 *
 * @param reason such as {@code Duplikat}; empty when none is told
 */
public record Replacement(Optional<Named> product, Optional<Named> template, String reason) {
  static Optional<Replacement> of(JsonNode row) {
    var product = row.path("product");
    var template = row.has("kfa_code") ? row : row.path("template");
    var instead = Fields.named(product, "kfa_code").filter(named -> !named.code().isEmpty());
    var insteadOfTemplate = Fields.named(template, "kfa_code").filter(named -> !named.code().isEmpty());
    return instead.isEmpty() && insteadOfTemplate.isEmpty() ? Optional.empty()
        : Optional.of(new Replacement(instead, insteadOfTemplate,
            Fields.text(product, "reason").or(() -> Fields.text(template, "reason")).orElse("")));
  }
}
