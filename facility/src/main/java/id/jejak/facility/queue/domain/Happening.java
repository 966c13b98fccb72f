package id.jejak.facility.queue.domain;

import java.time.Instant;

/**
 * Something that happened to a patient.
 *
 * @param at when it happened
 * @param recordedAt when it was recorded
 * @param by who recorded it; empty where a machine did
 * @param reason of a correction; empty otherwise
 */
public record Happening(Task task, Instant at, Instant recordedAt, Origin origin, String by, String reason) {
  /** Where a time comes from. There is no other way to make one. */
  public enum Origin {
    /** The patient's own check-in, in Mobile JKN. */
    MOBILE_CHECK_IN,
    /** Check-in at the desk. */
    CHECK_IN,
    /** Called at admission. */
    ADMISSION_CALL,
    /** Admission was done. */
    ADMISSION_DONE,
    /** The doctor began. */
    SERVICE_START,
    /** The clinic was done, without a prescription. */
    SERVICE_END,
    /** The prescription was signed. */
    PRESCRIPTION_SIGNED,
    /** The pharmacy's first scan. */
    FIRST_SCAN,
    /** The medicine was handed over. */
    HAND_OVER,
    /** The pharmacy's desk said that it began. */
    PHARMACY_START,
    /** The pharmacy's desk said that the medicine was handed over. */
    PHARMACY_DONE,
    /** The session closed without the patient, or the desk said so. */
    NO_SHOW,
    /** A named person said what had happened, and why it was not recorded then. */
    CORRECTION
  }
}
