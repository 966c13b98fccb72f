package id.jejak.facility.pharmacy.domain;

import java.time.LocalDate;

/**
 * A batch of a product.
 *
 * @param nie registration number
 * @param expiry the last day of use
 * @param recalled whether a recall of it is open
 */
public record Lot(long id, String nie, String batch, LocalDate expiry, boolean recalled) {
  /** True after the last day of use. */
  public boolean expired(LocalDate today) {
    return today.isAfter(expiry);
  }
}
