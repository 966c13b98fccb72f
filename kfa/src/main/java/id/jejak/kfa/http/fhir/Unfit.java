package id.jejak.kfa.http.fhir;

import id.jejak.kernel.http.Response;
import id.jejak.kfa.contract.TerminologyOperations;

/** A request that is answered with a refusal. Carries no stack: it is no failure. */
final class Unfit extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 200;

  private final int status;
  private final String code;

  private Unfit(int status, String code, String text) {
    super(text, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** What was asked for cannot be read. */
  static Unfit invalid(String text) {
    return new Unfit(400, "invalid", text);
  }

  /** It can be read, and is not there. */
  static Unfit notFound(String text) {
    return new Unfit(404, "not-found", text);
  }

  /** A value of a caller's, short and without signs that move a cursor. */
  static String shown(String value) {
    var plain = value.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain;
  }

  Response response() {
    return TerminologyOperations.refusal(status, code, String.valueOf(getMessage()));
  }
}
