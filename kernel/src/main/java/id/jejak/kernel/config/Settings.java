package id.jejak.kernel.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Settings as given, checked once at start: an unknown key, or a value that cannot be read, stops the start. */
public final class Settings {
  private final Map<String, Object> values;

  private Settings(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * Reads what was given; what was not given has its default.
   *
   * @param retired keys that once existed, each with advice
   * @throws StartFailure for the first key that is unknown, retired or unreadable
   */
  public static Settings read(Map<String, String> given, Collection<Key<?>> known, Map<String, String> retired) {
    var names = new TreeSet<String>();
    known.forEach(key -> names.add(key.name()));
    for (var name : given.keySet()) {
      if (retired.containsKey(name)) {
        throw new StartFailure("setting " + name + " is gone: " + retired.get(name));
      }
      if (!names.contains(name)) {
        throw new StartFailure("unknown setting " + name + Near.to(name, names).map(near -> ": did you mean " + near + "?")
            .orElseGet(() -> ", known: " + String.join(", ", names)));
      }
    }
    var values = new HashMap<String, Object>();
    for (var key : known) {
      values.put(key.name(), value(key, given.getOrDefault(key.name(), key.fallback())));
    }
    return new Settings(values);
  }

  private static Object value(Key<?> key, String text) {
    try {
      return key.read().apply(text);
    } catch (RuntimeException e) {
      throw new StartFailure("setting " + key.name() + " cannot be \"" + text + "\": " + e.getMessage(), e);
    }
  }

  /** The value of a setting. */
  @SuppressWarnings("unchecked") // put there by the key's own reader
  public <T> T get(Key<T> key) {
    var value = values.get(key.name());
    if (value == null) {
      throw new IllegalStateException("setting " + key.name() + " was not among the known keys");
    }
    return (T) value;
  }
}
