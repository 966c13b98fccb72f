package id.jejak.satusehat.client.care;

import id.jejak.satusehat.client.Resource;
import java.util.List;

/**
 * A prescription that was sent.
 *
 * @param document the DocumentReference; its national number comes later
 * @param items references of the MedicationRequests, in order
 */
public record Prescription(Resource document, List<String> items) {
  /** Copies the list. */
  public Prescription {
    items = List.copyOf(items);
  }
}
