package id.jejak.kernel.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps that keep their order, for answers made by hand; what is null is written as null. */
public final class Tree {
  private Tree() {}

  /** A map of names and values in turn. */
  public static Map<String, Object> of(@Nullable Object... namesAndValues) {
    var tree = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return tree;
  }
}
