package id.jejak.satusehat.domain;

import java.util.Map;

/**
 * What one unit of a medicine holds, as far as it is known in amounts.
 *
 * @param actives amount of each ingredient in one unit, by KFA code; without those whose amount is unknown or zero
 */
public record Product(Map<String, Amount> actives) {
  /** A medicine of which only the count is known. */
  public static final Product UNKNOWN = new Product(Map.of());

  /** Copies the amounts. */
  public Product {
    actives = Map.copyOf(actives);
  }
}
