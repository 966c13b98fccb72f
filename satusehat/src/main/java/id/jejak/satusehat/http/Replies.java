package id.jejak.satusehat.http;

import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.satusehat.contract.Outcome;
import id.jejak.satusehat.contract.Version;

/**
 * Turns what happened into answers with the real server's headers.
 *
 * @param internal head of {@code location}: the real server shows its inner address, and clients cut the id out of it
 */
record Replies(String internal) {
  private static final String HOST = "[A-Za-z0-9.:\\[\\]-]{1,255}";
  private static final String RECORDED_HOST = "api-satusehat-stg.dto.kemkes.go.id";

  /** A resource after it was written. */
  Response written(int status, String type, String id, Version version, byte[] content) {
    return new Response(status, Headers.of(
        "location", internal + "/" + type + "/" + id + "/_history/" + version.id(),
        "etag", version.etag(),
        "last-modified", version.modified(),
        "Content-Type", "application/json"), new Response.Content.Bytes(content));
  }

  /** A resource as it was read. */
  static Response read(Version version, byte[] content) {
    return new Response(200, Headers.of(
        "etag", version.etag(),
        "last-modified", version.modified(),
        "Content-Type", "application/json"), new Response.Content.Bytes(content));
  }

  static Response of(Outcome outcome) {
    return Response.of(outcome.status(), outcome.contentType(), outcome.json());
  }

  /** The address under which the caller reached this server: what it is sent back leads here, and nowhere else. */
  static String outside(Request request) {
    var host = request.header("Host").filter(name -> name.matches(HOST));
    if (host.isEmpty()) {
      return "https://" + RECORDED_HOST + "/fhir-r4/v1";
    }
    var scheme = request.header("X-Forwarded-Proto").filter("https"::equals).orElse("http");
    return scheme + "://" + host.get() + "/fhir-r4/v1";
  }
}
