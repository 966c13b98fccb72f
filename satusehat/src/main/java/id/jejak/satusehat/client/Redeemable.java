package id.jejak.satusehat.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A prescription as eresep tells it, with what may still be redeemed. Prints nothing of the patient.
 *
 * @param sep number of the insurance letter; empty without one
 * @param facility id of who prescribed
 * @param weight kilograms; empty when it was not sent
 * @param height centimetres; empty when it was not sent
 */
public record Redeemable(String sep, String facility, String facilityName, List<Contact> contacts, String patient,
    String patientName, String gender, String birthDate, Optional<BigDecimal> weight, Optional<BigDecimal> height,
    List<Item> items) {
  /**
   * Whom to ask.
   *
   * @param type practitioner or healthcare
   */
  public record Contact(String id, String type, String display, String contact) {}

  /**
   * One item.
   *
   * @param id of the MedicationRequest
   * @param code KFA; empty for a compound
   * @param iteration further supplies after the first
   * @param type NC, SD or EP
   * @param amount of one supply, in {@code unit}
   * @param remain what may still be dispensed
   * @param total over all supplies
   * @param from first instant at which it may be dispensed, if it says so
   * @param until last instant
   */
  public record Item(String id, String code, String name, int iteration, String type, String route, String unit,
      BigDecimal amount, BigDecimal remain, BigDecimal total, String info, boolean redeemed, Optional<Instant> from,
      Optional<Instant> until, List<Ingredient> ingredients) {
    /** Copies the list. */
    public Item {
      ingredients = List.copyOf(ingredients);
    }
  }

  /** What an item holds: so much in so much. */
  public record Ingredient(String code, String name, BigDecimal amount, String unit, BigDecimal per, String perUnit) {}

  /** Copies the lists. */
  public Redeemable {
    contacts = List.copyOf(contacts);
    items = List.copyOf(items);
  }

  /** The item of a MedicationRequest. */
  public Optional<Item> item(String id) {
    return items.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** True when nothing may be dispensed any more. */
  public boolean used() {
    return items.stream().allMatch(one -> one.remain().signum() == 0);
  }

  @Override
  public String toString() {
    return "Redeemable[" + items.size() + " items]";
  }
}
