package id.jejak.facility.pharmacy.domain;

/** Whether a pack may be dispensed. */
public sealed interface Verdict {
  /** It may. */
  record Good(Pack pack) implements Verdict {}

  /** It may not. */
  record Stopped(Reason reason) implements Verdict {}

  /** Why not, in order of precedence. */
  enum Reason {
    /** Nobody received it here. */
    UNKNOWN,
    /** It or its lot is recalled: told first, wherever it is. */
    RECALLED,
    /** Nothing is left in it: it was dispensed before. */
    USED,
    /** Another facility holds it. */
    NOT_OURS,
    /** It left for another facility. */
    SENT,
    /** It was not there when the stock was counted. */
    MISSING,
    /** It is kept apart. */
    QUARANTINED,
    /** Its last day of use has passed. */
    EXPIRED,
    /** What is printed on it is not what was received. */
    OTHER_BATCH,
    /** It is not what was prescribed, and nobody substituted it. */
    OTHER_PRODUCT,
    /** Less is left in it than is wanted. */
    TOO_FEW
  }
}
