package id.jejak.antrean.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that keep their order, for answers made by hand. */
final class Tree {
  private Tree() {}

  static Map<String, Object> of(Object... namesAndValues) {
    var tree = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return tree;
  }
}
