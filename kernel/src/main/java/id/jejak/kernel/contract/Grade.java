package id.jejak.kernel.contract;

/** How sure we are of a fact about a system that is not ours. */
public enum Grade {
  /** Written in the official document, or in the source named. */
  CERTAIN,
  /** Seen by running the thing itself. */
  MEASURED,
  /** Described by somebody else who uses it. */
  THIRD_PARTY,
  /** Our decision where the sources are silent; changed only deliberately. */
  INFERRED
}
