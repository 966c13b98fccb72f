package id.jejak.app.conformance;

/** What became of a requirement. */
public enum Verdict {
  /** The traffic shows that it is met. */
  PASSED,
  /** The traffic shows that it is not met. */
  FAILED,
  /** The traffic shows neither. */
  NOT_EXERCISED
}
