package id.jejak.antrean.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** The bounds of BPJS's side, each with its unit. */
@Source(grade = Grade.INFERRED, ref = "facts 16; the documents state none but those noted", seen = "2026-11")
public final class Limits {
  /** Bytes of a request's body. */
  public static final int BODY_BYTES = 256 * 1024;
  /** Characters of a booking's code. */
  public static final int BOOKING_LENGTH = 100;
  /** Characters of a clinic's code, a doctor's number, a queue's number. */
  public static final int CODE_LENGTH = 40;
  /** Characters of a name. */
  public static final int NAME_LENGTH = 200;
  /** Characters of a remark or a reason. */
  public static final int REMARK_LENGTH = 1_000;
  /** Letters and digits of a reference, at the most; real ones have nineteen. */
  public static final int REFERENCE_LENGTH = 19;
  /** Digits of a national identity number; written in the catalogue's samples. */
  public static final int NIK_LENGTH = 16;
  /** Digits of a card at the most; the slides' own sample has eleven. */
  public static final int CARD_LENGTH = 13;
  /** Sessions in one change of a schedule. */
  public static final int SESSIONS = 56;
  /** Rows of one list. */
  public static final int LIST_MOST = 10_000;
  /** Days after a visit in which its times may be told; the UAT's wording, see facts 16 point 9. */
  public static final int DAYS_AFTER = 7;
  /** Days of one list of VClaim. */
  public static final int VCLAIM_DAYS = 92;
  /** Diagnoses and procedures of one special referral. */
  public static final int DIAGNOSES = 50;

  private Limits() {}
}
