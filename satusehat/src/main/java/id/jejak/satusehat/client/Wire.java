package id.jejak.satusehat.client;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.RetryAfter;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

/**
 * One call under a token, and what came of it. Only JSON is believed: a gateway writes its page over an answer that was a
 * success, so after a write whatever cannot be read leaves it unknown; a read may simply be asked again. Never repeats a
 * call by itself. Thread-safe.
 */
final class Wire {
  /** The platform's front says so when nothing stands behind it: the request went nowhere. */
  private static final String NOBODY_THERE = "no healthy upstream";

  private final Handler transport;
  private final Access access;
  private final InstantSource clock;

  Wire(Handler transport, Access access, InstantSource clock) {
    this.transport = transport;
    this.access = access;
    this.clock = clock;
  }

  /** Calls; {@code Done} with the JSON of a success. */
  Answer<JsonNode> call(Request request, boolean write) {
    var answer = send(request, write);
    if (!(answer instanceof Done<Response>(var response, _))) {
      return answer.map(Wire::never);
    }
    try {
      return new Done<>(Json.read(response.bytes()));
    } catch (Json.Unreadable e) {
      return doubtful(write, "an answer that is no JSON");
    }
  }

  /** Calls; {@code Done} with any answer of success, readable or not. */
  Answer<Response> send(Request request, boolean write) {
    try {
      return switch (access.send(transport, request)) {
        case Done<Response>(var response, _) -> judged(response, write);
        case Refused<Response> refused -> refused;
        case Later<Response> later -> later;
        case Unknown<Response>(var why) -> doubtful(write, why);
      };
    } catch (NoAnswer e) {
      return e.sent() ? doubtful(write, "no answer came") : new Later<>(ClientLimits.WAIT, "could not be reached");
    }
  }

  private Answer<Response> judged(Response response, boolean write) {
    int status = response.status();
    if (status >= 200 && status < 300) {
      return new Done<>(response);
    }
    if (status == 429 || status == 503) {
      var wait = response.header("Retry-After")
          .flatMap(text -> RetryAfter.read(text, clock, ClientLimits.LONGEST_WAIT));
      if (status == 429 || wait.isPresent() || nobodyThere(response)) {
        return new Later<>(wait.orElse(status == 429 ? ClientLimits.QUOTA_WAIT : ClientLimits.WAIT),
            "asked to wait, HTTP " + status);
      }
    }
    return status >= 400 && status < 500 ? refused(response, write)
        : doubtful(write, "HTTP " + status + " instead of an answer");
  }

  private static boolean nobodyThere(Response response) {
    return new String(response.bytes(), StandardCharsets.UTF_8).strip().equals(NOBODY_THERE);
  }

  private static Answer<Response> refused(Response response, boolean write) {
    int status = response.status();
    var problem = Problem.of(response);
    if (problem.isPresent()) {
      return new Refused<>(problem.get().code(), problem.get().words());
    }
    if (status == 403) {
      return new Refused<>("403", "a firewall refused: the platform answers known addresses in Indonesia only");
    }
    if (status == 404 && response.bytes().length == 0) {
      return new Refused<>("404", "nothing is served at this path: check the address");
    }
    return doubtful(write, "HTTP " + status + " with a page instead of an answer");
  }

  private static <T> Answer<T> doubtful(boolean write, String why) {
    return write ? new Unknown<>(why) : new Later<>(ClientLimits.WAIT, why);
  }

  /** For answers that have no value. */
  static <T, U> U never(T value) {
    throw new IllegalStateException("only an answer that is done has a value");
  }
}
