package id.jejak.satusehat.client.care;

import id.jejak.satusehat.client.Redeemable;
import id.jejak.satusehat.client.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A prescription as a pharmacy gets it by its national number.
 *
 * @param items the MedicationRequests, the oldest first
 * @param redeemable what eresep says may still be dispensed
 */
public record Received(String nrn, Resource document, List<Resource> items, Redeemable redeemable) {
  /** Copies the list. */
  public Received {
    items = List.copyOf(items);
  }

  /** Whom it is for. */
  public Person patient() {
    return new Person(document.text("/subject/reference"), document.text("/subject/display"));
  }

  /** What may still be dispensed of an item; empty when eresep does not list it. */
  public Optional<Redeemable.Item> remaining(Resource item) {
    return redeemable.item(item.id());
  }

  @Override
  public String toString() {
    return "Received[" + nrn + ", " + items.size() + " items]";
  }
}
