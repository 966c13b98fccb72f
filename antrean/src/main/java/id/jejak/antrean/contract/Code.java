package id.jejak.antrean.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** The numbers in {@code metadata.code}; HTTP says 200 whatever they are. */
public enum Code {
  /** Done. */
  @Source(grade = Grade.CERTAIN, ref = "slides of May 2021, every service", seen = "2026-11")
  OK(200),
  /** Done, as four reference services say it. */
  @Source(grade = Grade.CERTAIN, ref = "Katalog WS Antrean BPJS, ref/poli, ref/dokter, ref/*/fp", seen = "2026-11")
  REFERENCE(1),
  /** Not done; the message says why. */
  @Source(grade = Grade.CERTAIN, ref = "slides of May 2021, every service", seen = "2026-11")
  FAILED(201),
  /** A hospital does not know the patient yet. */
  @Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Ambil Antrean", seen = "2026-11")
  NEW_PATIENT(202),
  /** There is nothing to list. */
  @Source(grade = Grade.THIRD_PARTY, ref = "open clients of the live system; facts 2.5", seen = "2026-11")
  EMPTY(204),
  /** It is there already: success for whoever sends again. */
  @Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Update Waktu", seen = "2026-11")
  DUPLICATE(208),
  /** Not HTTP that could be read. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0031", seen = "2026-11")
  NOT_READABLE(400),
  /** Nothing is served at this path. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0031", seen = "2026-11")
  NOT_SERVED(404),
  /** Not with this method. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0031", seen = "2026-11")
  OTHER_METHOD(405),
  /** The body is above the limit. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0031", seen = "2026-11")
  TOO_LARGE(413),
  /** Something broke here; nothing was changed. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0031", seen = "2026-11")
  BROKEN(500);

  private final int number;

  Code(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }

  /** Whether a number says that what was asked for is so; 208 says that it was so before. */
  public static boolean success(int number) {
    return number == OK.number || number == REFERENCE.number || number == DUPLICATE.number;
  }
}
