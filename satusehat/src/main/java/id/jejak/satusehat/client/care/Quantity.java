package id.jejak.satusehat.client.care;

import java.math.BigDecimal;
import java.util.Map;

/** So much of a unit. */
public record Quantity(BigDecimal value, Unit unit) {
  /** So many. */
  public static Quantity of(long value, Unit unit) {
    return new Quantity(BigDecimal.valueOf(value), unit);
  }

  /** So much, such as {@code 0.75}. */
  public static Quantity of(String value, Unit unit) {
    return new Quantity(new BigDecimal(value), unit);
  }

  /** As FHIR's Quantity. */
  Map<String, Object> json() {
    return Fields.of("value", value, "unit", unit.unit(), "system", unit.system(), "code", unit.code());
  }
}
