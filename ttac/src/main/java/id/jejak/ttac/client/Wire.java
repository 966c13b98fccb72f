package id.jejak.ttac.client;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.RetryAfter;
import id.jejak.kernel.json.Json;
import id.jejak.ttac.contract.Code;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One call: writes the request, and reads what came of it. Only an envelope that came with HTTP 200 is believed, and of
 * it only {@code statusCode}: texts differ between the document's own tables and examples.
 *
 * <p>Whatever else comes back after a write leaves it unknown, however much it looks like a failure: a proxy writes its
 * error page over an answer that was a success. A read may simply be asked again. Thread-safe.
 */
final class Wire {
  private final Handler transport;
  private final ClientSettings settings;
  private final InstantSource clock;

  Wire(Handler transport, ClientSettings settings, InstantSource clock) {
    this.transport = transport;
    this.settings = settings;
    this.clock = clock;
  }

  /** A call that changes nothing, or nothing that matters when done twice. */
  Answer<Told> read(Operation operation, Map<String, ?> params) {
    return call(operation, params, false, Optional.empty());
  }

  /** A call that changes something. */
  Answer<Told> write(Operation operation, Map<String, ?> params, Optional<String> key) {
    return call(operation, params, true, key);
  }

  private Answer<Told> call(Operation operation, Map<String, ?> params, boolean write, Optional<String> key) {
    var request = request(operation, params);
    try {
      return answer(transport.handle(key.map(one -> request.plusHeader("Idempotency-Key", one)).orElse(request)), write);
    } catch (NoAnswer e) {
      return e.sent() ? noEnvelope(write, "no answer came") : later(ClientLimits.WAIT, "could not be reached");
    }
  }

  private Request request(Operation operation, Map<String, ?> params) {
    var path = settings.base() + operation.path();
    if (operation.method().equals("GET") && settings.lists() == ClientSettings.Lists.QUERY) {
      return Request.get(path + "?" + params.entrySet().stream()
          .map(one -> encoded(one.getKey()) + "=" + encoded(String.valueOf(one.getValue())))
          .collect(Collectors.joining("&")));
    }
    return Request.of(operation.method(), path,
        Headers.of("Content-Type", "application/json", "Accept", "application/json"), Body.of(Json.write(params)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Answer<Told> answer(Response response, boolean write) {
    var wait = response.status() == 429 || response.status() == 503
        ? response.header("Retry-After").flatMap(text -> RetryAfter.read(text, clock, ClientLimits.LONGEST_WAIT)) : Optional.<Duration>empty();
    if (wait.isPresent()) {
      return later(wait.get(), "asked to wait, HTTP " + response.status());
    }
    if (response.status() != 200) {
      return noEnvelope(write, "HTTP " + response.status() + " instead of an answer");
    }
    JsonNode envelope;
    try {
      envelope = Json.read(response.bytes());
    } catch (Json.Unreadable e) {
      return noEnvelope(write, "an answer that is no JSON");
    }
    var code = Fields.text(envelope, "statusCode");
    return code.isEmpty() ? noEnvelope(write, "JSON without a statusCode")
        : judged(code, new Told(Fields.text(envelope, "message"), envelope.path("data")), write);
  }

  /** E999 means that something broke: nobody promises at which moment. */
  private static Answer<Told> judged(String code, Told told, boolean write) {
    if (code.equals(Code.E000.name())) {
      return new Answer.Done<>(told);
    }
    if (code.equals(Code.E901.name())) {
      return new Answer.Done<>(told, told.message());
    }
    return code.equals(Code.E999.name()) ? noEnvelope(write, "E999 " + told.message())
        : new Answer.Refused<>(code, told.message());
  }

  private static Answer<Told> noEnvelope(boolean write, String why) {
    return write ? new Answer.Unknown<>(why) : later(ClientLimits.WAIT, why);
  }

  static <T> Answer<T> later(Duration notBefore, String why) {
    return new Answer.Later<>(notBefore, why);
  }
}
