package id.jejak.satusehat.domain;

/** Whether something may be dispensed. */
public sealed interface Decision {
  /** It may. */
  record Accepted() implements Decision {}

  /**
   * It may not.
   *
   * @param remaining what there was before
   */
  record Refused(Reason reason, Prescribed prescribed, Remaining remaining) implements Decision {}

  /** Why not. */
  enum Reason {
    /** The prescription was cancelled, stopped, or entered in error. */
    NOT_LIVE,
    /** Before or after its validity. */
    NOT_VALID_NOW,
    /** The dispense does not say how much, or says less than nothing. */
    NO_QUANTITY,
    /** More than remains. */
    TOO_MUCH
  }
}
