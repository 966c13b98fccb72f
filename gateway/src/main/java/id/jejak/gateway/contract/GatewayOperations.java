package id.jejak.gateway.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import id.jejak.kernel.http.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The one operation of the gateway, and what it answers where none is reached. */
@Source(grade = Grade.CERTAIN, ref = "KFA ReST API, section 3; SATUSEHAT collection 02, Error Response",
    seen = "2026-11")
public final class GatewayOperations {
  /** Where the gateway is served. */
  public static final List<String> BASES = List.of("/oauth2");
  /** What the recorded answer of a gateway without a backend says. */
  public static final String UNAVAILABLE = "no healthy upstream";

  private static final String TOO_LARGE = "413 too large";
  private static final String BROKEN = "503 unavailable";
  private static final String METHOD = "The HTTP method is not appropriate for this path";

  /** Section 3, Mendapatkan Token. */
  public static final Operation TOKEN = new Operation("gateway.token.issue", "POST", "/v1/accesstoken",
      "3. Mendapatkan Token", "Gives the access token that every call to KFA and SATUSEHAT needs, as"
          + " Authorization: Bearer. It lives 3,599 seconds; there is no refresh token.",
      List.of(), List.of(), "KFA ReST API, section 3", false, List.of(), List.of(), "")
      .params(new Param("grant_type", Need.REQUIRED, "String (query)",
              "Tipe permintaan akses (grant) Oauth2; always client_credentials", "\"client_credentials\""),
          new Param("client_id", Need.REQUIRED, "String", "Nilai client ID", "\"DemoRumahSakit10000005\""),
          new Param("client_secret", Need.REQUIRED, "String", "Nilai client secret", "\"rahasia-rs-10000005\""))
      .outcomes(new Outcome(TOO_LARGE, false, "Body buffer overflow",
              "the body is above " + Limits.BODY_BYTES / 1024 + " KiB"),
          no(TokenRefusal.GRANT_TYPE_MISSING, "the query has no grant_type"),
          no(TokenRefusal.GRANT_TYPE_UNSUPPORTED, "grant_type is not client_credentials"),
          no(TokenRefusal.PENALTY,
              "gateway.penalty is on, and a request of this client_id failed less than a minute ago"),
          no(TokenRefusal.UNACCEPTABLE, "client_id or client_secret is missing, unknown or wrong"),
          new Outcome(BROKEN, false, UNAVAILABLE, "something broke; nothing was changed"),
          new Outcome("200 approved", true, "approved", "the right secret of a known client"))
      .inferred("The document prints the refusal without a status; 401 is ours (decision 0018). In 2022 an unknown"
              + " client_id was answered {\"ErrorCode\" : \"invalid_client\", \"Error\" :\"ClientId is Invalid\"}.",
          "grant_type is read from the query only, client_id and client_secret from an urlencoded body only, whatever"
              + " its Content-Type says.",
          "Every request makes a new token; earlier ones stay good until their own end.",
          "Many failed requests make the next ones slower, never impossible. The platform's own rule, one minute after"
              + " each failure, is switched on with gateway.penalty.")
      .example(new TokenAnswer("<email-dev>", Instant.ofEpochMilli(1_671_109_805_593L), "<client-id>",
          "<access-token>", "992291b8-a613-40aa-b27c-41e480c7585f").text());

  /** All operations of the document. */
  public static final List<Operation> ALL = List.of(TOKEN);

  /** In the sandbox only, and so in no list. */
  public static final Operation SANDBOX_RULES = new Operation("gateway.sandbox.rules", "POST", "/gateway/rules",
      "Rules of the gateway", "Switches the penalty for failed token requests, and sets the quota of every client, until"
          + " the next reset. Names left out stay as they are.",
      List.of(new Param("penalty", Need.OPTIONAL, "Boolean", "as the setting gateway.penalty", "true"),
          new Param("quota", Need.OPTIONAL, "Integer", "as the setting gateway.quota", "60")),
      List.of(new Outcome("200", true, "", "{\"penalty\": true, \"quota\": 60}; faults answer 400 {\"error\": ...}")),
      "ours: no national document has it", true, List.of(), List.of(), "{\"penalty\": true, \"quota\": 60}");

  private GatewayOperations() {}

  /** An outcome of these operations as it is answered; empty for a success. */
  public static Optional<Response> answer(Outcome outcome) {
    return switch (outcome.code()) {
      case TOO_LARGE -> Optional.of(Fault.BODY_TOO_LARGE.response());
      case BROKEN -> Optional.of(unavailable());
      default -> Arrays.stream(TokenRefusal.values()).filter(one -> one.code().equals(outcome.code())).findFirst()
          .map(TokenRefusal::response);
    };
  }

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

  private static Outcome no(TokenRefusal refusal, String when) {
    return new Outcome(refusal.code(), false, refusal.text(), when);
  }
}
