package id.jejak.ttac.contract.barcode;

/** Every limit on a barcode text, in one place. Lengths are in characters. */
public final class Limits {

  /**
   * Longest text that is read as an element string; a longer one is opaque. Wider than {@link #BPOM_TEXT}
   * because packs in the field carry additional elements and scanners spell the separator with up to six
   * characters.
   */
  public static final int TEXT = 200;

  /** BPOM's longest content of one symbol (2018 concept). A longer one is read, with a hint. */
  public static final int BPOM_TEXT = 70;

  /** Longest value of AI 90 that GS1 allows (X..30). */
  public static final int NIE = 30;

  /** Longest value of AI 90 that BPOM allows (Materi 3, 2022). A longer one is read, with a hint. */
  public static final int BPOM_NIE = 16;

  /** Most readings listed for a text that has lost its separators. */
  public static final int CANDIDATES = 16;

  /** Most readings compared before a text without separators is given up as ambiguous. */
  static final int READINGS = 128;

  /** Most steps of the search for those readings: keeps a hostile text below a millisecond. */
  static final int STEPS = 2_000;

  private Limits() {}
}
