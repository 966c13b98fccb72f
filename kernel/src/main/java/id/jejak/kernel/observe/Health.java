package id.jejak.kernel.observe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whether the parts that requests need are there. Thread-safe after construction. */
public final class Health {
  private final Map<String, BooleanSupplier> parts;

  /** Health of named parts, each asked anew every time. */
  public Health(Map<String, BooleanSupplier> parts) {
    this.parts = new LinkedHashMap<>(parts);
  }

  /** {@code up} or {@code down} by part, in order. */
  public Map<String, String> look() {
    var seen = new LinkedHashMap<String, String>();
    parts.forEach((name, part) -> seen.put(name, part.getAsBoolean() ? "up" : "down"));
    return seen;
  }
}
