package id.jejak.antrean.domain;

import java.util.Arrays;
import java.util.Optional;

/** What can happen to a patient, in its order. */
public enum Task {
  /** The wait at admission begins. */
  ADMISSION_WAIT(1),
  /** Called at admission. */
  ADMISSION_SERVICE(2),
  /** The wait at the clinic begins. */
  CLINIC_WAIT(3),
  /** Called by the doctor. */
  CLINIC_SERVICE(4),
  /** The clinic is done. */
  PHARMACY_WAIT(5),
  /** The pharmacy begins. */
  PHARMACY_SERVICE(6),
  /** The medicine is ready. */
  MEDICINE_READY(7),
  /** Never came, or cancelled. */
  ABSENT(99);

  private final int id;

  Task(int id) {
    this.id = id;
  }

  /** Its number. */
  public int id() {
    return id;
  }

  /** The task of a number; empty when there is none. */
  public static Optional<Task> of(int id) {
    return Arrays.stream(values()).filter(task -> task.id == id).findFirst();
  }

  /**
   * The task that must be there before this one.
   *
   * @param newPatient whether the patient has no medical record yet, and so passes admission
   */
  Optional<Task> required(boolean newPatient) {
    return switch (this) {
      case ADMISSION_WAIT, ABSENT -> Optional.empty();
      case ADMISSION_SERVICE -> Optional.of(ADMISSION_WAIT);
      case CLINIC_WAIT -> newPatient ? Optional.of(ADMISSION_SERVICE) : Optional.empty();
      case CLINIC_SERVICE -> Optional.of(CLINIC_WAIT);
      case PHARMACY_WAIT -> Optional.of(CLINIC_SERVICE);
      case PHARMACY_SERVICE -> Optional.of(PHARMACY_WAIT);
      case MEDICINE_READY -> Optional.of(PHARMACY_SERVICE);
    };
  }
}
