package id.jejak.ttac.contract.barcode;

import java.util.Set;

/**
 * What the caller knows already about a pack whose barcode may have lost its separators, for example from
 * the delivery note. Settles where one value ends and the next begins; it never makes a text unreadable.
 *
 * @param nies the NIEs it may have; empty when nothing is known
 * @param batches the batches it may be of; empty when nothing is known
 */
public record Known(Set<String> nies, Set<String> batches) {

  /** Nothing is known. */
  public static final Known NOTHING = new Known(Set.of(), Set.of());

  public Known {
    nies = Set.copyOf(nies);
    batches = Set.copyOf(batches);
  }

  /** The pack has this NIE. */
  public static Known nie(String nie) {
    return new Known(Set.of(nie), Set.of());
  }

  /** The pack is of this batch. */
  public static Known batch(String batch) {
    return new Known(Set.of(), Set.of(batch));
  }

  /** The pack has this NIE and is of this batch. */
  public static Known pack(String nie, String batch) {
    return new Known(Set.of(nie), Set.of(batch));
  }
}
