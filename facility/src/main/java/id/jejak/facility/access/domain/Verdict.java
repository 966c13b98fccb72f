package id.jejak.facility.access.domain;

/** What a look through a facility's whole audit found. */
public sealed interface Verdict {
  /** Lines that were looked at. */
  long entries();

  /** Every line is as it was written, and none is missing. */
  record Whole(long entries) implements Verdict {}

  /**
   * Something was changed, removed or put in.
   *
   * @param seq the first place where it shows
   * @param what in words
   */
  record Broken(long entries, long seq, String what) implements Verdict {}
}
