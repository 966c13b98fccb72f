package id.jejak.kfa.store;

import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows as they would be without the dirt of the real dictionary, for those who want to do without it. Stateless. */
public final class Clean {
  private static final List<String> PACKS = List.of("94", "84");

  private Clean() {}

  /** True for a row without a code, which nothing can refer to. */
  public static boolean hidden(JsonNode document) {
    return Lenient.code(document, "kfa_code").isEmpty();
  }

  /** True for a node of metadata that has no code. */
  public static boolean hiddenNode(JsonNode document) {
    return Lenient.text(document, "code").isEmpty();
  }

  /** The same row: identifiers once each, only packs with a pack's code, no tags without a code. */
  public static JsonNode of(JsonNode document) {
    if (!(document instanceof ObjectNode object)) {
      return document;
    }
    var clean = object.deepCopy();
    var seen = new HashSet<JsonNode>();
    keep(clean, "identifier_ids", seen::add);
    keep(clean, "packaging_ids", pack -> Lenient.code(pack, "kfa_code")
        .filter(code -> PACKS.stream().anyMatch(code::startsWith)).isPresent());
    keep(clean, "tags", tag -> !tag.isObject() || Lenient.text(tag, "code").isPresent());
    return clean;
  }

  private static void keep(ObjectNode clean, String member, java.util.function.Predicate<JsonNode> wanted) {
    if (clean.path(member) instanceof ArrayNode all) {
      var some = JsonNodeFactory.instance.arrayNode();
      all.forEach(one -> {
        if (wanted.test(one)) {
          some.add(one);
        }
      });
      clean.set(member, some);
    }
  }
}
