package id.jejak.facility.pharmacy.domain;

/** What somebody may do in a facility. */
public enum Role {
  /** Registers patients. */
  FRONT_DESK,
  /** Prescribes. */
  DOCTOR,
  /** Prepares and hands over, under a pharmacist. */
  ASSISTANT,
  /** Answers for what is dispensed. */
  PHARMACIST,
  /** Receives, counts, sends. */
  WAREHOUSE,
  /** Looks, and changes nothing. */
  AUDITOR,
  /** Runs the facility's software. */
  ADMINISTRATOR
}
