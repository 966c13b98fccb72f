package id.jejak.gateway.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Response;

/** Why the token request is refused, in order of precedence; each is the whole answer. */
public enum TokenRefusal {
  /** The query has no grant type. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0018; shape and spaces of the recorded refusal of a client id"
      + " (SATUSEHAT collection 02, Error 401 - Invalid ClientID)", seen = "2026-11")
  GRANT_TYPE_MISSING(400, "grant_type missing", "Required param : grant_type",
      "{\"ErrorCode\" : \"invalid_request\", \"Error\" :\"Required param : grant_type\"}"),

  /** The query has another grant type than the one that the document demands. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0018; shape as above", seen = "2026-11")
  GRANT_TYPE_UNSUPPORTED(400, "grant_type unsupported", "Unsupported grant type",
      "{\"ErrorCode\" : \"unsupported_grant_type\", \"Error\" :\"Unsupported grant type\"}"),

  /** This client failed less than a minute ago, and the rule is switched on. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0018; the rule is certain (SATUSEHAT collection 04, note of the"
      + " token request), its answer is not published", seen = "2026-11")
  PENALTY(429, "waiting", "1 request per minute after a failed attempt",
      outcome("throttled", "1 request per minute after a failed attempt")),

  /** Client id or secret is missing, unknown or wrong. */
  @Source(grade = Grade.CERTAIN, ref = "KFA ReST API, section 3, 4xx Client Error; the status is inferred",
      seen = "2026-11")
  UNACCEPTABLE(401, "unacceptable", "The user or system was not able to be authenticated (either client_id or"
      + " client_secret combination is unacceptable)",
      outcome("value", "The user or system was not able to be authenticated (either client_id or client_secret"
          + " combination is unacceptable)"));

  private final int status;
  private final String word;
  private final String text;
  private final String body;

  TokenRefusal(int status, String word, String text, String body) {
    this.status = status;
    this.word = word;
    this.text = text;
    this.body = body;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** HTTP status and a word: the system has no codes of its own. */
  public String code() {
    return status + " " + word;
  }

  /** What it says, for people. */
  public String text() {
    return text;
  }

  /** The JSON body. */
  public String body() {
    return body;
  }

  /** The whole answer. */
  public Response response() {
    var response = Response.json(status, body);
    return this == PENALTY ? response.with("Retry-After", String.valueOf(Limits.PENALTY.toSeconds())) : response;
  }

  /** A refusal in the shape that the document prints for this call, severity {@code invalid} included. */
  static String outcome(String code, String text) {
    return "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"invalid\",\"code\":\"" + code
        + "\",\"details\":{\"text\":\"" + text + "\"}}]}";
  }
}
