package id.jejak.ttac.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.time.Duration;

/** The bounds of TTAC, each with its unit. */
@Source(grade = Grade.INFERRED, ref = "PIA 3.0.1 where it states one (token, list window, 5,000); else facts 1.3",
    seen = "2026-11")
public final class Limits {
  /** How long a token lives; written in the guide, section II. */
  public static final Duration TOKEN_LIFE = Duration.ofDays(30);
  /** How long before its end a token is warned of and renewed; written in the guide, section II. */
  public static final Duration TOKEN_NOTICE = Duration.ofDays(3);
  /** Letters and digits of a token, as in the guide's Postman picture. */
  public static final int TOKEN_LENGTH = 60;
  /** Rows of a list when the caller does not say; written in the guide. */
  public static final int LIST_DEFAULT = 10;
  /** Rows of a list at the most. */
  public static final int LIST_MOST = 10_000;
  /** Events of a trace when the caller does not say; ours. */
  public static final int HISTORY_DEFAULT = 1_000;
  /** Barcodes of one movement at the most. The field sends 1,500. */
  public static final int BARCODES_MOVED = 5_000;
  /** Barcodes of one deletion at the most. */
  public static final int BARCODES_DELETED = 10_000;
  /** Primer under one NIE that may be deleted at once; written in the guide, section VII. */
  public static final int PRIMER_DELETED_BY_NIE = 5_000;
  /** Characters of a barcode at the most; BPOM's own concept is 70. */
  public static final int BARCODE_LENGTH = 200;
  /** Characters of an address, a name or a reason. */
  public static final int TEXT_LENGTH = 1_000;
  /** Characters of a telephone number or a short code. */
  public static final int SHORT_LENGTH = 100;
  /** Bytes of a request body: 10,000 long barcodes with room to spare. */
  public static final int BODY_BYTES = 8 * 1024 * 1024;
  /** Bytes of an uploaded file. */
  public static final long FILE_BYTES = 512L * 1024 * 1024;
  /** Faults of a file that are named; all are counted. */
  public static final int IMPORT_PROBLEMS = 1_000;
  /** Lots in one file. */
  public static final int IMPORT_LOTS = 10_000;
  /** Characters of a faulty value that a report repeats. */
  public static final int IMPORT_VALUE = 100;
  /** Characters of an {@code Idempotency-Key}. */
  public static final int IDEMPOTENCY_KEY = 200;
  /** How long an answer can be replayed. */
  public static final Duration IDEMPOTENCY_LIFE = Duration.ofDays(30);

  private Limits() {}
}
