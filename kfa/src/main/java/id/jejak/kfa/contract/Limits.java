package id.jejak.kfa.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** The bounds of KFA, each with its unit. */
@Source(grade = Grade.INFERRED, ref = "docs/decisions/kfa-ambiguities.md, K9; facts 3", seen = "2026-11")
public final class Limits {
  /** Rows of a page at the most. */
  public static final int PAGE_MOST = 1_000;
  /** Rows of a page of version 3 when the caller does not say; version 1 and 2 demand a number. */
  public static final int PAGE_DEFAULT = 10;
  /** Nodes of metadata when the caller does not say: the document shows all of them. */
  public static final int METADATA_DEFAULT = 10_000;
  /** Changes of one page of the feed; ours. */
  public static final int CHANGES_MOST = 10_000;
  /** Changes of one page of the feed when the caller does not say; ours. */
  public static final int CHANGES_DEFAULT = 1_000;
  /** Bytes of a request body of version 3. */
  public static final int BODY_BYTES = 64 * 1024;
  /** Values of one comma list that are looked at. */
  public static final int LIST_MOST = 100;
  /** Characters of a keyword that are looked at. */
  public static final int KEYWORD_MOST = 500;

  /** Characters of the name of a source; ours. */
  public static final int SOURCE_MOST = 500;

  private Limits() {}
}
