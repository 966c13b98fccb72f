package id.jejak.facility.queue.domain;

/**
 * A patient as a booking needs one. Prints nothing of the patient.
 *
 * @param record number of the medical record
 * @param complete false until admission has seen the patient: such a patient is a new one
 */
public record Patient(String record, boolean complete) {
  @Override
  public String toString() {
    return "Patient[***]";
  }
}
