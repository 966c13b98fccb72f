package id.jejak.facility.queue.contract;

/** The bounds of the hospital's queue, each with its unit. */
public final class Limits {
  /** Bytes of a request's body. */
  public static final int BODY_BYTES = 256 * 1024;
  /** Characters of a code or a number. */
  public static final int CODE_LENGTH = 40;
  /** Characters of a booking's code. */
  public static final int BOOKING_LENGTH = 100;
  /** Characters of a name or of another field of a patient. */
  public static final int FIELD_LENGTH = 500;
  /** Characters of a reason. */
  public static final int REASON_LENGTH = 1_000;
  /** Days of one list of operations. */
  public static final int SURGERY_DAYS = 366;
  /** Days of one look at waiting times. */
  public static final int FIGURE_DAYS = 366;

  private Limits() {}
}
