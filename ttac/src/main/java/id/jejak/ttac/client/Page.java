package id.jejak.ttac.client;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A window of a list.
 *
 * @param total rows of the whole list, at the moment this window was taken
 * @param offset rows before the first of this window
 */
public record Page<T>(long total, long offset, List<T> items) {
  /** A list without rows may come as null, as the document shows for pending. */
  static <T> Page<T> of(JsonNode data, long offset, Function<JsonNode, T> item) {
    return new Page<>(data.path("total").asLong(0), offset, data.path("items").valueStream().map(item).toList());
  }
}
