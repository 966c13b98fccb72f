package id.jejak.antrean.client;

import id.jejak.antrean.contract.Code;
import id.jejak.antrean.contract.crypto.AnswerCipher;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * One call and what came of it. Only an envelope with a code that came with HTTP 200 is believed. Whatever else comes
 * back after a write leaves it unknown: a gateway writes its page over an answer that was a success. A read may simply
 * be asked again.
 */
final class Exchange {
  private static final String EXPIRED = "service expired";
  private static final int BROKEN = 500;

  private final Handler transport;

  Exchange(Handler transport) {
    this.transport = transport;
  }

  /**
   * Calls.
   *
   * @param write whether something changes at the other side
   * @param open opens an encrypted response
   */
  Answer<Told> call(Request request, boolean write, UnaryOperator<String> open) {
    try {
      return answer(transport.handle(request), write, open);
    } catch (NoAnswer e) {
      return e.sent() ? nothingBelievable(write, "no answer came")
          : new Answer.Later<>(ClientLimits.WAIT, "could not be reached");
    }
  }

  private static Answer<Told> answer(Response response, boolean write, UnaryOperator<String> open) {
    var wait = response.status() == 429 || response.status() == 503
        ? response.header("Retry-After").flatMap(Exchange::seconds) : Optional.<Duration>empty();
    if (wait.isPresent()) {
      return new Answer.Later<>(wait.get(), "asked to wait, HTTP " + response.status());
    }
    if (response.status() != 200) {
      return nothingBelievable(write, "HTTP " + response.status() + " instead of an answer");
    }
    JsonNode envelope;
    try {
      envelope = Json.read(response.bytes());
    } catch (Json.Unreadable e) {
      return nothingBelievable(write, "an answer that is no JSON");
    }
    var metadata = Reading.metadata(envelope);
    var code = Reading.code(metadata);
    return code.isEmpty() ? nothingBelievable(write, "JSON without a code in its metadata")
        : judged(code.getAsInt(), Reading.text(metadata, "message"), envelope.path("response"), write, open);
  }

  private static Optional<Duration> seconds(String text) {
    return text.strip().matches("[0-9]{1,6}")
        ? Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(text.strip()), ClientLimits.LONGEST_WAIT.toSeconds())))
        : Optional.empty();
  }

  private static Answer<Told> judged(int code, String message, JsonNode response, boolean write,
      UnaryOperator<String> open) {
    if (Code.success(code) || code == Code.EMPTY.number()) {
      return opened(code, message, response, write, open);
    }
    if (message.strip().equalsIgnoreCase(EXPIRED)) { // refused at the door, so nothing was done
      return new Answer.Later<>(ClientLimits.WAIT, "the clocks differ too much: " + message);
    }
    return code == Code.NOT_SERVED.number() || code >= BROKEN
        ? nothingBelievable(write, "trouble at the other side: " + code + " " + message)
        : new Answer.Refused<>(Integer.toString(code), message);
  }

  /** By its type, not by its path: a text is encrypted, anything else is plain. */
  private static Answer<Told> opened(int code, String message, JsonNode response, boolean write,
      UnaryOperator<String> open) {
    var note = code == Code.DUPLICATE.number() ? message : "";
    if (!response.isString()) {
      return new Answer.Done<>(new Told(code, message, response), note);
    }
    try {
      return new Answer.Done<>(new Told(code, message, Json.read(open.apply(response.stringValue()))), note);
    } catch (AnswerCipher.Closed | Json.Unreadable e) {
      return write ? new Answer.Done<>(new Told(code, message, response), "its response could not be opened")
          : new Answer.Unknown<>("the response could not be opened: look at the secret key");
    }
  }

  private static Answer<Told> nothingBelievable(boolean write, String why) {
    return write ? new Answer.Unknown<>(why) : new Answer.Later<>(ClientLimits.WAIT, why);
  }
}
