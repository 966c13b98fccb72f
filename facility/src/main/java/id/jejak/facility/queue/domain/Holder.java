package id.jejak.facility.queue.domain;

/**
 * Whose a number is. Prints nothing of the patient.
 *
 * @param card empty for who is no member
 * @param nik empty when not known
 * @param phone empty when not known
 */
public record Holder(String card, String nik, String phone) {
  @Override
  public String toString() {
    return "Holder[***]";
  }
}
