package id.jejak.facility.queue.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can happen to a patient, in its order, with the number that BPJS knows it by. */
public enum Task {
  /** A new patient is here; the wait at admission begins. */
  ADMISSION_WAIT(1),
  /** Called at admission. */
  ADMISSION_SERVICE(2),
  /** Admission is done, or a known patient is here; the wait at the clinic begins. */
  CLINIC_WAIT(3),
  /** With the doctor. */
  CLINIC_SERVICE(4),
  /** The clinic is done. */
  PHARMACY_WAIT(5),
  /** The pharmacy begins. */
  PHARMACY_SERVICE(6),
  /** The medicine is handed over. */
  HANDED_OVER(7),
  /** Never came. */
  ABSENT(99);

  private static final List<Task> NEW = List.of(ADMISSION_WAIT, ADMISSION_SERVICE, CLINIC_WAIT, CLINIC_SERVICE,
      PHARMACY_WAIT, PHARMACY_SERVICE, HANDED_OVER);

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

  /** The way of a patient, in order, without {@link #ABSENT}. */
  static List<Task> way(boolean newPatient) {
    return newPatient ? NEW : NEW.subList(2, NEW.size());
  }
}
