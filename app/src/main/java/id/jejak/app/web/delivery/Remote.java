package id.jejak.app.web.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How it stands with one remote.
 *
 * @param open parcels by stage
 * @param keepsOff whether it is left alone for a while, because it does not answer
 */
public record Remote(String name, Map<String, Long> open, Optional<Instant> oldest, boolean keepsOff) {
  static Remote of(JsonNode one) {
    var open = new LinkedHashMap<String, Long>();
    one.path("open").propertyStream().forEach(entry -> open.put(entry.getKey(), entry.getValue().asLong(0)));
    return new Remote(one.path("remote").asString(""), open, Optional.of(one.path("oldest").asString(""))
        .filter(text -> !text.isEmpty()).map(Instant::parse), one.path("keepsOff").asBoolean(false));
  }

  /** Everything that has not arrived. */
  public long owed() {
    return open.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What waits for a person. */
  public long parked() {
    return open.getOrDefault("PARKED", 0L);
  }
}
