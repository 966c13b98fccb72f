package id.jejak.facility.pharmacy.domain;

import java.math.BigDecimal;

/**
 * One serialised pack, and who holds it.
 *
 * @param key what all spellings of its barcode have in common
 * @param barcode as it was received
 * @param facility that holds it, or held it last
 * @param place where it lies there
 * @param units tablets, bottles ... that are left in it
 * @param whole that were in it when it was received
 * @param recalled whether this serial alone is recalled; its lot may be besides
 */
public record Pack(String key, String barcode, Lot lot, String facility, String place, PackState state, BigDecimal units,
    BigDecimal whole, boolean recalled) {
  /** True when it, or its lot, is recalled. */
  public boolean blocked() {
    return recalled || lot.recalled();
  }

  /** True when something was taken out of it. */
  public boolean begun() {
    return units.compareTo(whole) < 0;
  }
}
