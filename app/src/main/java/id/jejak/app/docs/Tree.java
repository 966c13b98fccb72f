package id.jejak.app.docs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

/** JSON objects written down in order, so that two runs give the same bytes. */
final class Tree {
  private Tree() {}

  /** An object from alternating names and values, which the caller may add to; null becomes JSON's own. */
  static Map<String, Object> of(@Nullable Object... namesAndValues) {
    var tree = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      var value = namesAndValues[i + 1];
      tree.put(String.valueOf(namesAndValues[i]), value == null ? NullNode.getInstance() : value);
    }
    return tree;
  }
}
