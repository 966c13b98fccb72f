package id.jejak.facility.pharmacy.contract;

/** How much of everything at once. */
public final class Limits {
  /** Bytes of a request's body: 1,500 barcodes with room to spare. */
  public static final int BODY_BYTES = 1_000_000;
  /** Packs of one call, as TTAC takes them. */
  public static final int PACKS = 1500;
  /** Lines of a prescription, and items of one dispense. */
  public static final int LINES = 40;
  /** Ingredients of a compound. */
  public static final int INGREDIENTS = 20;
  /** Rows of a page. */
  public static final int PAGE = 500;
  /** Characters of any text. */
  public static final int TEXT = 500;
  /** Rows that are counted before it is said that there are more. */
  public static final int COUNTED = 100_000;
  /** Rows of pending units that are fetched from TTAC. */
  public static final int PENDING = 1000;
  /** Days in which a substance given before is a duplicate. */
  public static final int RECENT_DAYS = 30;
  /**
   * Hours for which a dispense may be taken back as an error or as declined: both say that the patient never had it, which
   * nobody can still know on another day. What came back later came back, and is returned.
   */
  public static final int TAKE_BACK_HOURS = 24;
  /** Days for which a compound is good. */
  public static final int COMPOUND_DAYS = 14;

  private Limits() {}
}
