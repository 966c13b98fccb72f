package id.jejak.gateway.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Response;
import java.util.List;

/** What the gateway itself answers to a request that goes no further, byte for byte. */
public enum Fault {
  /** A token that is missing, malformed, unknown or expired, on the paths of KFA. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0018; the stock fault of the gateway's product",
      seen = "2026-11")
  KEYMANAGEMENT_INVALID_ACCESS_TOKEN(401, "Invalid access token", "keymanagement.service.invalid_access_token",
      List.of("WWW-Authenticate", "Bearer")),

  /** The same on the paths of FHIR. */
  @Source(grade = Grade.CERTAIN, ref = "SATUSEHAT collection 02, Error 401 - Invalid Token, 2022-08-11",
      seen = "2026-11")
  OAUTH_INVALID_ACCESS_TOKEN(401, "Invalid access token", "oauth.v2.InvalidAccessToken",
      List.of("www-authenticate", "Bearer realm=\"null\",error=\"invalid_token\",error_description="
          + "\"oauth.v2.InvalidAccessToken: Invalid access token\"")),

  /** A good token of a client that was not granted what stands behind the path. */
  @Source(grade = Grade.CERTAIN, ref = "SATUSEHAT collection 02, Error 401 - Error no API role, 2022-10-03",
      seen = "2026-11")
  NO_API_PRODUCT(401, "Invalid API call as no apiproduct match found",
      "keymanagement.service.InvalidAPICallAsNoApiProductMatchFound",
      List.of("www-authenticate", "Bearer realm=\"null\",error=\"invalid_token\",error_description="
          + "\"keymanagement.service.InvalidAPICallAsNoApiProductMatchFound: Invalid API call as no apiproduct match"
          + " found\"")),

  /** More requests of a client in one minute than it may make. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0018; the stock fault of the gateway's product",
      seen = "2026-11")
  QUOTA_VIOLATION(429, "Rate limit quota violation. Quota limit exceeded. Identifier : _default",
      "policies.ratelimit.QuotaViolation", List.of("Retry-After", "60")),

  /** A body above the limit. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0018; the stock fault of the gateway's product",
      seen = "2026-11")
  BODY_TOO_LARGE(413, "Body buffer overflow", "protocol.http.TooBigBody", List.of()),

  /** Not HTTP that could be read. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0018", seen = "2026-11")
  UNREADABLE(400, "Bad request", "protocol.http.BadRequest", List.of());

  private final int status;
  private final String body;
  private final List<String> header;

  Fault(int status, String faultstring, String errorcode, List<String> header) {
    this.status = status;
    this.body = "{\"fault\":{\"faultstring\":\"" + faultstring + "\",\"detail\":{\"errorcode\":\"" + errorcode + "\"}}}";
    this.header = header;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** The JSON body. */
  public String body() {
    return body;
  }

  /** The whole answer. */
  public Response response() {
    var response = Response.json(status, body);
    return header.isEmpty() ? response : response.with(header.getFirst(), header.getLast());
  }
}
