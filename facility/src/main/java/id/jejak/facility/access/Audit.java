package id.jejak.facility.access;

import org.jdbi.v3.core.Handle;

/**
 * The trail. What is noted is there when, and only when, the caller's transaction commits. Within a second it is tied into
 * the facility's chain, in which nothing can be changed or left out unseen. Thread-safe.
 */
public interface Audit {
  /** No patient. */
  long NO_PATIENT = 0;

  /** What was done. */
  enum Deed {
    READ,
    WRITE,
    /** Asked for, and not allowed. */
    DENIED
  }

  /**
   * Notes one deed, by the clock of the house.
   *
   * @param patient {@link #NO_PATIENT} when it touches none
   */
  void note(Handle tx, Why why, Deed deed, long patient);
}
