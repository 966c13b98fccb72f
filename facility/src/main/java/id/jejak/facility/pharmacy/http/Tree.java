package id.jejak.facility.pharmacy.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps that keep their order, for answers made by hand; what is null is written as null. */
final class Tree {
  private Tree() {}

  static Map<String, Object> of(@Nullable Object... namesAndValues) {
    var tree = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return tree;
  }
}
