package id.jejak.facility.queue.domain;

import java.util.Locale;
import java.util.Optional;

/** Where a patient is now, in the words of the desk. */
public enum Step {
  /** Has a number and was not seen yet. */
  EXPECTED,
  /** Here for the first time, and waits at admission. */
  ADMISSION,
  /** At admission. */
  ADMITTED,
  /** Waits for the doctor. */
  WAITING,
  /** With the doctor. */
  SERVED,
  /** Done at the clinic. */
  CLINIC_DONE,
  /** The pharmacy is at it. */
  PREPARING,
  /** Has the medicine. */
  HANDED_OVER,
  /** Never came. */
  ABSENT,
  /** Cancelled. */
  CANCELLED;

  /** As it is written on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The step after what was last recorded.
   *
   * @param last the furthest task; empty when nothing was recorded
   */
  public static Step of(Optional<Task> last, boolean cancelled) {
    return cancelled ? CANCELLED : last.map(task -> switch (task) {
      case ADMISSION_WAIT -> ADMISSION;
      case ADMISSION_SERVICE -> ADMITTED;
      case CLINIC_WAIT -> WAITING;
      case CLINIC_SERVICE -> SERVED;
      case PHARMACY_WAIT -> CLINIC_DONE;
      case PHARMACY_SERVICE -> PREPARING;
      case HANDED_OVER -> HANDED_OVER;
      case ABSENT -> ABSENT;
    }).orElse(EXPECTED);
  }
}
