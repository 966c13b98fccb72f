package id.jejak.kfa.client;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much of an ingredient is in how much of the product, read from texts such as {@code 300 mg},
 * {@code 100 mg/1 mL}, {@code 4 ug/0.5 mL}, {@code 2,5 %}.
 *
 * @param denominator empty for one piece of the product
 */
public record Strength(Quantity numerator, Optional<Quantity> denominator) {
  private static final Pattern TEXT = Pattern.compile(
      "(?<number>\\d[\\d.,]*)\\s*(?<unit>[\\p{L}%µμ\\[\\]]+)\\s*"
          + "(?:/\\s*(?<per>\\d[\\d.,]*)?\\s*(?<perUnit>[\\p{L}\\[\\]]+)\\s*)?");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+");
  private static final String UNITS_OF_ACTIVITY = "[IU]";
  private static final Map<String, String> UCUM = Map.ofEntries(Map.entry("mcg", "ug"), Map.entry("ug", "ug"),
      Map.entry("µg", "ug"), Map.entry("μg", "ug"), Map.entry("mg", "mg"), Map.entry("g", "g"), Map.entry("gr", "g"),
      Map.entry("gram", "g"), Map.entry("kg", "kg"), Map.entry("ng", "ng"), Map.entry("ml", "mL"), Map.entry("cc", "mL"),
      Map.entry("l", "L"), Map.entry("iu", UNITS_OF_ACTIVITY), Map.entry("ui", UNITS_OF_ACTIVITY),
      Map.entry("[iu]", UNITS_OF_ACTIVITY), Map.entry("%", "%"), Map.entry("mmol", "mmol"), Map.entry("meq", "meq"));

  /** The strength that a text tells; empty when it tells none, or more than one. */
  public static Optional<Strength> read(String text) {
    var found = TEXT.matcher(text.strip());
    if (text.length() > ClientLimits.STRENGTH || !found.matches()) {
      return Optional.empty();
    }
    var numerator = quantity(found.group("number"), found.group("unit"));
    if (found.group("perUnit") == null) {
      return numerator.map(amount -> new Strength(amount, Optional.empty()));
    }
    var per = found.group("per");
    var denominator = quantity(per == null ? "1" : per, found.group("perUnit"));
    return numerator.isEmpty() || denominator.isEmpty() ? Optional.empty()
        : Optional.of(new Strength(numerator.get(), denominator));
  }

  private static Optional<Quantity> quantity(String number, String unit) {
    var code = UCUM.getOrDefault(unit.toLowerCase(Locale.ROOT), unit);
    return number(number, code.equals(UNITS_OF_ACTIVITY)).filter(value -> value.signum() > 0)
        .map(value -> new Quantity(value, code));
  }

  /** {@code 2,5} is two and a half, {@code 100.000} units of activity are one hundred thousand. */
  private static Optional<BigDecimal> number(String text, boolean large) {
    var plain = large && GROUPED.matcher(text).matches() ? text.replace(".", "").replace(",", "")
        : text.replace(',', '.');
    return plain.matches("\\d+(?:\\.\\d+)?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }

  @Override
  public String toString() {
    return numerator + denominator.map(per -> "/" + per).orElse("");
  }
}
