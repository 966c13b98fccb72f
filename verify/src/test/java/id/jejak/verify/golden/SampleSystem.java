package id.jejak.verify.golden;

import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;

/** A little system to run golden files against: a login, and shelves that are emptied by a reset. */
final class SampleSystem implements Handler {
  private static final long LIMIT = 100_000;
  private int stored;
  private int logins;

  @Override
  public Response handle(Request request) {
    return switch (request.method() + " " + request.path()) {
      case "POST /sandbox/reset" -> {
        stored = 0;
        logins = 0;
        yield Response.json(200, "{}");
      }
      case "GET /sandbox/world" -> Response.json(200, """
          {"ttac":{"accounts":[{"email":"a@demo.id","password":"rahasia","sarana_id":123}]}}""");
      case "POST /api/v3/auth/login" -> Response.json(200,
          "{\"data\":{\"user\":{\"id\":7,\"token\":\"TOKEN" + ++logins + "\"}}}");
      case "POST /shelf" -> {
        stored += Json.read(request.body().bytes(LIMIT)).path("packs").size();
        yield Response.json(200, "{\"stored\":" + stored + ",\"at\":\"2026-11-22T01:02:03Z\",\"id\":\"x"
            + stored + "\"}");
      }
      case "POST /echo" -> Response.of(200, "text/plain", request.query() + "|"
          + new String(request.body().bytes(LIMIT), StandardCharsets.UTF_8));
      case "POST /refuse" -> Response.json(200, "{\"status\":false,\"statusCode\":\"E013\"}");
      case "POST /image" -> Response.of(200, "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'});
      case "POST /nothing" -> Response.of(200, "image/png", new byte[0]);
      default -> Response.json(404, "{\"message\":\"no\"}");
    };
  }
}
