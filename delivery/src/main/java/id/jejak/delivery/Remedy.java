package id.jejak.delivery;

/** What helps a parcel that its remote refused. */
public enum Remedy {
  /** Correct what was said. */
  FIX_DATA,
  /** Correct which of their codes stands for ours. */
  FIX_MAPPING,
  /** Mend account, key or permission. */
  CREDENTIALS,
  /** Somebody has to find out. */
  HUMAN
}
