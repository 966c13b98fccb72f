package id.jejak.satusehat.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * One item of a prescription, as far as redemption goes.
 *
 * @param id of the MedicationRequest
 * @param quantity of one supply; empty when the prescription does not say, and then nothing limits it
 * @param repeats further supplies after the first
 * @param from first instant at which it may be dispensed, if it says so
 * @param until last instant
 * @param live false when it was cancelled, stopped, or never meant
 */
public record Prescribed(String id, Optional<Amount> quantity, int repeats, Optional<Instant> from,
    Optional<Instant> until, boolean live, Product product) {

  /** Units over all supplies: quantity x (1 + repeats). */
  public Optional<Ratio> total() {
    return quantity.map(one -> one.value().times(Ratio.of(1L + repeats)));
  }

  /**
   * True when it may be dispensed at this instant. A window whose beginning is its end says nothing: official examples
   * carry one, and were dispensed a year later.
   */
  public boolean valid(Instant at) {
    if (from.isPresent() && from.equals(until)) {
      return true;
    }
    return from.map(start -> !at.isBefore(start)).orElse(true) && until.map(end -> !at.isAfter(end)).orElse(true);
  }
}
