package id.jejak.satusehat.client.care;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One item of a prescription: {@code R/}. Immutable.
 *
 * @param quantity of one supply
 * @param repeats further supplies after the first: {@code iter}
 * @param days how long one supply lasts
 * @param until last instant at which it may be dispensed; 30 days from now when it is not said
 * @param dosages in order; more than one when the dose changes with time
 * @param note for the pharmacist
 */
public record Prescribed(Medicine medicine, Quantity quantity, int repeats, int days, Optional<Instant> until,
    List<Dosage> dosages, String note) {
  /** Copies the list, and refuses what nobody could dispense. */
  public Prescribed {
    dosages = List.copyOf(dosages);
    if (quantity.value().signum() <= 0 || repeats < 0 || days <= 0 || dosages.isEmpty()) {
      throw new IllegalArgumentException("an item needs a quantity, days and a dosage, and no repeats below 0");
    }
  }

  /** So much of a medicine, taken so, lasting so many days. */
  public static Prescribed of(Medicine medicine, Quantity quantity, int days, Dosage... dosages) {
    return new Prescribed(medicine, quantity, 0, days, Optional.empty(), List.of(dosages), "");
  }

  /** To be supplied so many times more. */
  public Prescribed repeated(int times) {
    return new Prescribed(medicine, quantity, times, days, until, dosages, note);
  }

  /** To be dispensed by then. */
  public Prescribed until(Instant last) {
    return new Prescribed(medicine, quantity, repeats, days, Optional.of(last), dosages, note);
  }

  /** With a note for the pharmacist. */
  public Prescribed noting(String words) {
    return new Prescribed(medicine, quantity, repeats, days, until, dosages, words);
  }
}
