package id.jejak.kfa.http.synthetic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tags of products. Immutable. */
final class Tags {
  private static final int COLUMNS = 3;

  private final Map<String, Tag> tags = new LinkedHashMap<>();

  private record Tag(String code, String name, String above) {}

  Tags() {
    Table.rows("tags.txt", COLUMNS).forEach(row -> tags.put(row.get(0), new Tag(row.get(0), row.get(1), row.get(2))));
  }

  /** Adds a tag and those above it; nothing for no tag. */
  void put(ArrayNode list, String code) {
    var tag = tags.get(code);
    if (tag != null) {
      put(list, tag.above());
      list.addObject().put("code", tag.code()).put("name", tag.name());
    }
  }

  /** Rows of the tags themselves. */
  List<ObjectNode> rows(Dirt dirt) {
    return tags.values().stream().map(tag -> {
      var above = tags.get(tag.above());
      var row = Pieces.object().put("code", tag.code()).put("name", tag.name()).put("level", above == null ? "1" : "2");
      row.set("description", Pieces.nothing(dirt));
      if (above == null) {
        row.putNull("parent");
      } else {
        row.putObject("parent").put("code", above.code()).put("name", above.name()).put("level", "1");
      }
      return row;
    }).toList();
  }
}
