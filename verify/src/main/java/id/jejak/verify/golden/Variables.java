package id.jejak.verify.golden;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills placeholders in: {@code {name}} is what an earlier answer gave, {@code {kind:name}} is what the
 * system offers (kept for the rest of the file), {@code {series:P:3}} is {@code "P00001","P00002","P00003"}.
 * {@code {any:...}} stays: it belongs to the comparison.
 */
final class Variables {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{([a-z][A-Za-z0-9_]*)(?::([A-Za-z0-9_.:-]+))?}");

  private final Placeholders offered;
  private final Map<String, String> known = new HashMap<>();

  Variables(Placeholders offered) {
    this.offered = offered;
  }

  /** A placeholder that nobody can fill in. */
  static final class Unfilled extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unfilled(String placeholder) {
      super("nothing is known of " + placeholder
          + ": captured under another name, or not of the demo world?");
    }
  }

  void put(String name, String value) {
    known.put("{" + name + "}", value);
  }

  String fill(String text) {
    return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(),
        found.group(1), Optional.ofNullable(found.group(2)))));
  }

  static boolean in(String text) {
    return PLACEHOLDER.matcher(text).find();
  }

  private String value(String whole, String kind, Optional<String> name) {
    if (kind.equals("any") && name.isPresent()) {
      return whole;
    }
    var value = known.get(whole);
    if (value == null) {
      value = name.flatMap(said -> kind.equals("series") ? series(said) : offered.value(kind, said))
          .orElseThrow(() -> new Unfilled(whole));
      known.put(whole, value);
    }
    return value;
  }

  private static Optional<String> series(String said) {
    int colon = said.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    return Optional.of(IntStream.rangeClosed(1, Integer.parseInt(said.substring(colon + 1)))
        .mapToObj(i -> "\"" + numbered(said.substring(0, colon), i) + "\"")
        .collect(Collectors.joining(",")));
  }

  /** The name of one of a series: the prefix and five digits. */
  static String numbered(String prefix, int i) {
    var digits = Integer.toString(i);
    return prefix + "0".repeat(Math.max(0, 5 - digits.length())) + digits;
  }
}
