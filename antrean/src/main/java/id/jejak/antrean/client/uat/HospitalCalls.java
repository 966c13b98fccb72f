package id.jejak.antrean.client.uat;

import id.jejak.antrean.client.RsSettings;
import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Calls a hospital and keeps what was said, whatever it was. Thread-safe. */
public final class HospitalCalls {
  private final Handler transport;
  private final RsSettings settings;

  /** Calls over a transport, at the hospital's own paths. */
  public HospitalCalls(Handler transport, RsSettings settings) {
    this.transport = transport;
    this.settings = settings;
  }

  /** Asks for a token, with this password. */
  public Spoken token(String password) {
    return ask(RsOperations.TOKEN, "", Headers.of("Accept", "application/json", Header.USERNAME, settings.username(),
        Header.PASSWORD, password));
  }

  /** Asks for a token. */
  public Spoken token() {
    return token(settings.password().reveal());
  }

  /** Calls a service under a token. */
  public Spoken call(Operation operation, String token, Map<String, ?> body) {
    return ask(operation, new String(Json.write((Object) body), StandardCharsets.UTF_8),
        Headers.of("Content-Type", "application/json", "Accept", "application/json", Header.TOKEN, token,
            Header.USERNAME, settings.username()));
  }

  private Spoken ask(Operation operation, String body, Headers headers) {
    try {
      var answer = transport.handle(Request.of(operation.method(), settings.base()
          + settings.paths().getOrDefault(operation.id(), operation.path()), headers, Body.of(body)));
      return read(operation, body, answer.status(), Json.read(answer.bytes()));
    } catch (NoAnswer e) {
      return new Spoken(operation.title(), body, 0, 0, "no answer: " + e.getMessage(), MissingNode.getInstance());
    } catch (Json.Unreadable e) {
      return new Spoken(operation.title(), body, 0, 0, "an answer that is no JSON", MissingNode.getInstance());
    }
  }

  private static Spoken read(Operation operation, String body, int status, JsonNode answer) {
    var metadata = answer.path("metadata").isObject() ? answer.path("metadata") : answer.path("metaData");
    var code = metadata.path("code").asString("");
    return new Spoken(operation.title(), body, status, code.matches("[0-9]{1,6}") ? Integer.parseInt(code) : 0,
        metadata.path("message").asString("(no metadata.message)"), answer);
  }
}
