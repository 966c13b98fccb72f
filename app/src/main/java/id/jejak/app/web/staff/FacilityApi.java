package id.jejak.app.web.staff;

import id.jejak.app.sandbox.traffic.Recorder;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.node.MissingNode;

/**
 * The facility's own API as its pages use it: in the process, with the token of whoever looks. What somebody may do is
 * decided there and nowhere else. Thread-safe.
 */
public final class FacilityApi {
  /** Below here the API is served. */
  public static final String BASE = "/facility/v1";
  private static final int UNAUTHENTICATED = 401;

  private final Handler house;

  /** The API of a house. */
  public FacilityApi(Handler house) {
    this.house = house;
  }

  /** The session is over: {@link StaffGround} brings the visitor to the login and back. */
  public static final class SessionEnded extends RuntimeException {
    private static final long serialVersionUID = 1;

    SessionEnded() {
      super("the session at the facility has ended", null, false, false);
    }
  }

  /**
   * Asks for something.
   *
   * @param pathAndQuery from the root, with every segment and value encoded
   * @throws SessionEnded when the session is over
   */
  public Answer get(Staff staff, String pathAndQuery) {
    return known(staff, send("GET", pathAndQuery, headers(staff), Body.EMPTY, "", ""));
  }

  /** Asks whether something changed, as pages that show it live do every few seconds: no traffic worth recording. */
  public Answer watch(Staff staff, String pathAndQuery) {
    return known(staff, send("GET", pathAndQuery, headers(staff).plus(Recorder.WATCH, "1"), Body.EMPTY, "", ""));
  }

  /** The same of what is open to everybody who knows its address. */
  public Answer watch(String pathAndQuery) {
    return send("GET", pathAndQuery, Headers.of(Recorder.WATCH, "1"), Body.EMPTY, "", "");
  }

  /** Does something. See {@link #get}. */
  public Answer post(Staff staff, String path, Map<String, ?> body) {
    return with("POST", staff, path, body);
  }

  /** Writes something. See {@link #get}. */
  public Answer put(Staff staff, String path, Map<String, ?> body) {
    return with("PUT", staff, path, body);
  }

  /** Takes something away. See {@link #get}. */
  public Answer delete(Staff staff, String path, Map<String, ?> body) {
    return with("DELETE", staff, path, body);
  }

  /** Asks without a session, as the visitor of a request: guesses are slowed by where they come from. */
  public Answer open(Request visitor, String path, Map<String, ?> body) {
    return send("POST", path, Headers.of("Content-Type", "application/json"), Body.of(text(body)), visitor.peer(),
        visitor.id());
  }

  private Answer with(String method, Staff staff, String path, Map<String, ?> body) {
    return known(staff, send(method, path, headers(staff).plus("Content-Type", "application/json"),
        Body.of(text(body)), "", ""));
  }

  private static Headers headers(Staff staff) {
    return Headers.of("Authorization", "Bearer " + staff.token().reveal());
  }

  private static String text(Map<String, ?> body) {
    return new String(Json.write((Object) body), StandardCharsets.UTF_8);
  }

  /** A part with a key of its own may refuse a session that lives. */
  private Answer known(Staff staff, Answer answer) {
    if (answer.status() == UNAUTHENTICATED
        && send("GET", BASE + "/me", headers(staff), Body.EMPTY, "", "").status() == UNAUTHENTICATED) {
      throw new SessionEnded();
    }
    return answer;
  }

  /** One segment of a path, or one value of a query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Answer send(String method, String path, Headers headers, Body body, String peer, String id) {
    var plain = Request.of(method, path, headers, body);
    var request = new Request(plain.method(), plain.path(), plain.query(), plain.headers(), plain.body(), peer, id,
        Map.of());
    try {
      var response = house.handle(request);
      return answer(response, whole(response));
    } catch (NoAnswer | IOException e) { // a planned fault, perhaps; whoever looks is told that it is not known
      return new Answer(Answer.LOST, MissingNode.getInstance(), new byte[0], "");
    }
  }

  private static byte[] whole(Response response) throws IOException {
    return switch (response.content()) {
      case Response.Content.Bytes(var bytes) -> bytes;
      case Response.Content.Stream(var writer) -> {
        var out = new ByteArrayOutputStream();
        writer.writeTo(out);
        yield out.toByteArray();
      }
    };
  }

  private static Answer answer(Response response, byte[] bytes) {
    var type = response.header("Content-Type").orElse("");
    if (!type.contains("json")) {
      return new Answer(response.status(), MissingNode.getInstance(), bytes, type);
    }
    try {
      return new Answer(response.status(), Json.read(bytes), bytes, type);
    } catch (Json.Unreadable e) { // a planned fault answers with nothing: whatever the status says, nothing is known
      return new Answer(Answer.LOST, MissingNode.getInstance(), bytes, type);
    }
  }
}
