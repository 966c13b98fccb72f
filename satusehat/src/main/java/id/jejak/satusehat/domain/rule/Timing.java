package id.jejak.satusehat.domain.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * When a medicine is taken: the parts of {@code timing.repeat} by name, each as text. Several values of one part stand
 * in order with a comma between them; numbers without trailing zeros.
 */
public record Timing(Map<String, String> parts) {
  private static final Set<String> MEALS = Set.of("C", "CM", "CD", "CV");
  private static final Map<String, Integer> HOURS = Map.of("h", 1, "d", 24, "wk", 168);

  /** Sorts and copies. */
  public Timing {
    parts = Map.copyOf(new TreeMap<>(parts));
  }

  /** Of pairs of name and text. */
  public static Timing of(String... pairs) {
    var parts = new TreeMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      parts.put(pairs[i], pairs[i + 1]);
    }
    return new Timing(parts);
  }

  /** A part as text; empty when it is not said. */
  public String part(String name) {
    return parts.getOrDefault(name, "");
  }

  /** What contradicts itself, as the names of the parts: FHIR's invariants of Timing, and bounds upside down. */
  public List<Broken> broken() {
    var broken = new ArrayList<Broken>();
    with("duration", "durationUnit", broken);
    with("period", "periodUnit", broken);
    with("periodMax", "period", broken);
    with("durationMax", "duration", broken);
    with("countMax", "count", broken);
    with("frequencyMax", "frequency", broken);
    order("frequency", "frequencyMax", broken);
    order("period", "periodMax", broken);
    order("duration", "durationMax", broken);
    if (has("offset") && (!has("when") || MEALS.contains(part("when")))) {
      broken.add(new Broken("offset", "when: AC, PC, ...", has("when") ? part("when") : "-"));
    }
    if (has("when") && has("timeOfDay")) {
      broken.add(new Broken("timeOfDay", "when | timeOfDay", "when + timeOfDay"));
    }
    for (var name : List.of("duration", "period")) {
      number(name).filter(value -> value.signum() < 0)
          .ifPresent(value -> broken.add(new Broken(name, ">= 0", value.toPlainString())));
    }
    return broken;
  }

  /**
   * A part that contradicts another.
   *
   * @param expected what would not
   */
  public record Broken(String part, String expected, String received) {}

  private void with(String part, String needed, List<Broken> broken) {
    if (has(part) && !has(needed)) {
      broken.add(new Broken(needed, needed, "-"));
    }
  }

  private void order(String least, String most, List<Broken> broken) {
    var low = number(least);
    var high = number(most);
    if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
      broken.add(new Broken(most, ">= " + part(least), part(most)));
    }
  }

  private boolean has(String name) {
    return parts.containsKey(name);
  }

  private Optional<BigDecimal> number(String name) {
    try {
      return has(name) ? Optional.of(new BigDecimal(part(name))) : Optional.empty();
    } catch (NumberFormatException e) { // the shape of the element is somebody else's to refuse
      return Optional.empty();
    }
  }

  /** True when the two say the same about how often: so many times in so many hours, and when in the day. */
  public boolean sameRhythm(Timing other) {
    return text(number("frequency").orElse(BigDecimal.ONE)).equals(text(other.number("frequency")
        .orElse(BigDecimal.ONE))) && span().equals(other.span()) && part("when").equals(other.part("when"));
  }

  private String span() {
    var hours = HOURS.get(part("periodUnit"));
    return number("period").map(period -> hours == null ? text(period) + part("periodUnit")
        : text(period.multiply(BigDecimal.valueOf(hours))) + "h").orElse("");
  }

  private static String text(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** The parts as one text, for messages. */
  public String shown() {
    var words = new ArrayList<String>();
    new TreeMap<>(parts).forEach((name, value) -> words.add(name + "=" + value));
    return words.isEmpty() ? "-" : String.join(" ", words);
  }
}
