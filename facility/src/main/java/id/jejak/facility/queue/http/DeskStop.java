package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.Envelope;
import id.jejak.facility.queue.contract.DeskMessage;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a request of the desk with a refusal. Thrown inside a transaction it rolls everything back. */
final class DeskStop extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Response answer;

  private DeskStop(Response answer) {
    super(Integer.toString(answer.status()), null, false, false); // a refusal is expected: no stack trace
    this.answer = answer;
  }

  static DeskStop with(DeskMessage message, String... values) {
    return new DeskStop(answer(message, values));
  }

  /** An error as the desk's services write it. */
  static Response answer(DeskMessage message, String... values) {
    var error = new LinkedHashMap<String, Object>();
    error.put("code", message.code());
    error.put("message", Envelope.filled(message.text(), values));
    return Response.json(message.status(), Json.write((Object) Map.of("error", error)));
  }

  Response answer() {
    return answer;
  }
}
