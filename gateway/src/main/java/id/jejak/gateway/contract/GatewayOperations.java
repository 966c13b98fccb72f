package id.jejak.gateway.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import id.jejak.kernel.http.Response;
import java.util.List;

/** The one operation of the gateway, and what it answers where none is reached. */
@Source(grade = Grade.CERTAIN, ref = "KFA ReST API, section 3; SATUSEHAT collection 02, Error Response", seen = "2026-11")
public final class GatewayOperations {
  /** Where the gateway is served. */
  public static final List<String> BASES = List.of("/oauth2");
  /** What the recorded answer of a gateway without a backend says. */
  public static final String UNAVAILABLE = "no healthy upstream";

  private static final String METHOD = "The HTTP method is not appropriate for this path";

  /** Section 3, Mendapatkan Token. */
  public static final Operation TOKEN = new Operation("gateway.token.issue", "POST", "/v1/accesstoken",
      "3. Mendapatkan Token", "Gives the access token that every call to KFA and SATUSEHAT needs, as"
          + " Authorization: Bearer. It lives 3,599 seconds; there is no refresh token.",
      List.of(), List.of(), "KFA ReST API, section 3", false, List.of(), List.of(), "")
      .params(new Param("grant_type", Need.REQUIRED, "String (query)",
              "Tipe permintaan akses (grant) Oauth2; always client_credentials", "\"client_credentials\""),
          new Param("client_id", Need.REQUIRED, "String", "Nilai client ID", "\"<client-id>\""),
          new Param("client_secret", Need.REQUIRED, "String", "Nilai client secret", "\"<client-secret>\""))
      .outcomes(no("400 grant_type missing", TokenRefusal.GRANT_TYPE_MISSING.text(), "the query has no grant_type"),
          no("400 grant_type unsupported", TokenRefusal.GRANT_TYPE_UNSUPPORTED.text(),
              "grant_type is not client_credentials"),
          no("429 waiting", TokenRefusal.PENALTY.text(),
              "gateway.penalty is on, and a request of this client_id failed less than a minute ago"),
          no("401 unacceptable", TokenRefusal.UNACCEPTABLE.text(),
              "client_id or client_secret is missing, unknown or wrong"),
          no("503 unavailable", UNAVAILABLE, "something broke; nothing was changed"),
          new Outcome("200 approved", true, "approved", "the right secret of a known client"));

  private GatewayOperations() {}

  /** The answer to a wrong method, in the shape of the call's refusals; its text is ours. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0018", seen = "2026-11")
  public static Response methodNotAllowed() {
    return Response.json(405, TokenRefusal.outcome("not-supported", METHOD));
  }

  /** The answer when something breaks: what was recorded of a gateway without a backend. */
  @Source(grade = Grade.CERTAIN, ref = "SATUSEHAT collection 02, Error 503 - API error, 2022-08-11", seen = "2026-11")
  public static Response unavailable() {
    return Response.of(503, "text/plain", UNAVAILABLE);
  }

  private static Outcome no(String code, String message, String when) {
    return new Outcome(code, false, message, when);
  }
}
