package id.jejak.facility.pharmacy.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What a registration number stands for.
 *
 * @param kfa code of the product (93...), once it is known
 * @param template code of what it is a brand of (92...)
 * @param substances codes (91...) of what acts in it
 * @param strengthMg milligrams of its one substance in a unit, when it has one and they are known
 * @param packUnits units in a pack
 * @param het highest retail price of a unit, in rupiah
 * @param jkn what the insurance pays for a unit, in rupiah
 * @param usable whether KFA lets it be used
 */
public record Product(String nie, Optional<String> kfa, Optional<String> template, String name, String form, String unit,
    Set<String> substances, Optional<BigDecimal> strengthMg, BigDecimal packUnits, Optional<BigDecimal> het,
    Optional<BigDecimal> jkn, boolean usable) {
  /** Copies the substances. */
  public Product {
    substances = Set.copyOf(substances);
  }

  /** True when a line that names this code means this product: the product itself, or what it is a brand of. */
  public boolean is(String code) {
    return kfa.filter(code::equals).isPresent() || template.filter(code::equals).isPresent();
  }
}
