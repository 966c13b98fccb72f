package id.jejak.satusehat.client.variations;

import id.jejak.satusehat.client.care.Medicine;
import id.jejak.satusehat.client.care.Prescribed;
import id.jejak.satusehat.client.care.Quantity;
import java.util.List;

/**
 * One kind of prescription.
 *
 * @param name for the command line
 * @param title as the document lists it
 * @param handovers until nothing remains, each at a visit of its own
 */
public record Variation(String name, String title, Prescribed prescribed, List<Handover> handovers) {
  /**
   * What is handed over at one visit.
   *
   * @param price rupiah
   */
  public record Handover(Medicine medicine, Quantity quantity, long price) {}

  /** Copies the list. */
  public Variation {
    handovers = List.copyOf(handovers);
  }

  static Variation of(String name, String title, Prescribed prescribed, Handover... handovers) {
    return new Variation(name, title, prescribed, List.of(handovers));
  }
}
