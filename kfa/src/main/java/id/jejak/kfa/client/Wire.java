package id.jejak.kfa.client;

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
import id.jejak.kernel.time.Pause;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Calls with a token, again where that helps. Every call only reads, so each may be made again: after HTTP 5xx, after no
 * answer, after one that breaks off or is no JSON, a few times with pauses that grow; after HTTP 429 once it is allowed.
 * What stays broken is {@link Later}; never does a call stay unknown.
 *
 * <p>Thread-safe, if its pause and its chance are.
 */
final class Wire {
  static final String NOT_FOUND = "404";

  private final Handler transport;
  private final Access access;
  private final ClientSettings settings;
  private final InstantSource clock;
  private final Pause pause;
  private final RandomGenerator chance;

  Wire(Handler transport, Access access, ClientSettings settings, InstantSource clock, Pause pause,
      RandomGenerator chance) {
    this.transport = transport;
    this.access = access;
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
    this.chance = chance;
  }

  /** What came of one try. */
  private sealed interface Tried {
    /** An answer to hand out. */
    record Given(Answer<JsonNode> answer) implements Tried {}

    /** Broken: worth another try after the usual pause. */
    record Broken(String why) implements Tried {}

    /** Asked to wait. */
    record Waiting(Duration time, String why) implements Tried {}
  }

  /** Calls until there is an answer, or no further try is left. */
  Answer<JsonNode> call(Request request) {
    for (int tried = 0;; tried++) {
      switch (once(request)) {
        case Tried.Given(var answer) -> {
          return answer;
        }
        case Tried.Broken(var why) -> {
          if (tried >= settings.retries() || !pause.pause(backOff(tried))) {
            return new Later<>(ClientLimits.WAIT, why);
          }
        }
        case Tried.Waiting(var wait, var why) -> {
          if (tried >= settings.retries() || wait.compareTo(ClientLimits.LONGEST_PAUSE) > 0 || !pause.pause(wait)) {
            return new Later<>(wait, why);
          }
        }
      }
    }
  }

  /** Twice as long each time, and up to a half more, so that callers who broke together do not come back together. */
  private Duration backOff(int tried) {
    var base = ClientLimits.FIRST_PAUSE.multipliedBy(1L << tried);
    var wait = base.plusMillis(chance.nextLong(base.toMillis() / 2 + 1));
    return wait.compareTo(ClientLimits.LONGEST_PAUSE) > 0 ? ClientLimits.LONGEST_PAUSE : wait;
  }

  private Tried once(Request request) {
    try {
      return switch (access.send(transport, request)) {
        case Done<Response>(var response, _) -> judged(response);
        case Later<Response>(var wait, var why) -> new Tried.Waiting(wait, why);
        case Refused<Response>(var code, var message) -> new Tried.Given(new Refused<>(code, message));
        case Unknown<Response>(var why) -> new Tried.Broken(why);
      };
    } catch (NoAnswer e) {
      return new Tried.Broken(e.sent() ? "no answer came" : "could not be reached");
    }
  }

  private Tried judged(Response response) {
    int status = response.status();
    var wait = response.header("Retry-After").flatMap(text -> RetryAfter.read(text, clock, ClientLimits.LONGEST_WAIT));
    if (status == 429 || status >= 500 && wait.isPresent()) {
      return new Tried.Waiting(wait.orElse(ClientLimits.QUOTA_WAIT), "asked to wait, HTTP " + status);
    }
    if (status >= 500) {
      return new Tried.Broken("HTTP " + status + words(response));
    }
    if (status >= 300 && status < 400) { // a login page of some proxy: a later try may get through
      return new Tried.Given(new Later<>(ClientLimits.WAIT, "HTTP " + status + " instead of an answer"));
    }
    if (status >= 400) {
      return new Tried.Given(new Refused<>(Integer.toString(status), Refusals.words(response)));
    }
    try {
      return new Tried.Given(new Done<>(Json.read(response.bytes())));
    } catch (Json.Unreadable e) {
      return new Tried.Broken("an answer that is no JSON");
    }
  }

  /** The few words of a gateway, such as {@code Gateway Timeout}; never a page. */
  private static String words(Response response) {
    var plain = response.header("Content-Type").filter(type -> type.startsWith("text/plain")).isPresent();
    var text = plain ? new String(response.bytes(), StandardCharsets.UTF_8).strip() : "";
    return text.isEmpty() || text.length() > ClientLimits.WORDS ? "" : " " + text;
  }
}
