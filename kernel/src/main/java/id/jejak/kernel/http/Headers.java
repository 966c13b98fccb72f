package id.jejak.kernel.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * HTTP headers in the order given; names compare without case. Immutable.
 *
 * <p>A flat array, not a map: messages carry a dozen headers, and a linear scan is faster than hashing them.
 */
public final class Headers {
  /** No headers. */
  public static final Headers NONE = new Headers(new String[0]);

  private final String[] pairs;

  private Headers(String[] pairs) {
    this.pairs = pairs;
  }

  /** Headers from alternating names and values. */
  public static Headers of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("header without a value: " + namesAndValues[namesAndValues.length - 1]);
    }
    return new Headers(namesAndValues.clone());
  }

  /** The first value of a header, or empty. */
  public Optional<String> first(String name) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equalsIgnoreCase(name)) {
        return Optional.of(pairs[i + 1]);
      }
    }
    return Optional.empty();
  }

  /** All values of a header, in order. */
  public List<String> all(String name) {
    var values = new ArrayList<String>();
    forEach((key, value) -> {
      if (key.equalsIgnoreCase(name)) {
        values.add(value);
      }
    });
    return values;
  }

  /** These headers with one more. */
  public Headers plus(String name, String value) {
    var more = java.util.Arrays.copyOf(pairs, pairs.length + 2);
    more[pairs.length] = name;
    more[pairs.length + 1] = value;
    return new Headers(more);
  }

  /** Each name and value in order. */
  public void forEach(BiConsumer<String, String> each) {
    for (int i = 0; i < pairs.length; i += 2) {
      each.accept(pairs[i], pairs[i + 1]);
    }
  }
}
