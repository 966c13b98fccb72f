package id.jejak.facility.access.http;

import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects whose members keep their order. */
final class Tree {
  private Tree() {}

  static Map<String, Object> of(Object... namesAndValues) {
    var tree = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return tree;
  }

  static Response answer(int status, Object... namesAndValues) {
    return Response.json(status, Json.write(of(namesAndValues)));
  }
}
