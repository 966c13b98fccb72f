package id.jejak.app.cli.demo;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.time.Pause;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** The way to the server of the story, over HTTP only. For one thread. */
final class DemoWire implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(40);
  /** Jobs of the server take turns, and the dictionary is made anew after a reset: a cold start takes its time. */
  private static final int LOOKS = 600;

  private final HttpTransport transport;
  private final Pause pause = Pause.real();

  DemoWire(String url) {
    transport = new HttpTransport(url, PATIENCE);
  }

  /** For a typed client. */
  Handler transport() {
    return transport;
  }

  /** Asks for something that must be answered with status 200. */
  JsonNode get(String path, String token) {
    return Json.read(asked("GET", path, token, "").bytes());
  }

  /** Sends something that must be answered with status 200. */
  JsonNode post(String path, String token, Map<String, ?> body) {
    return Json.read(text(path, token, body).bytes());
  }

  /** The same, where the answer is no JSON. */
  Response text(String path, String token, Map<String, ?> body) {
    return asked("POST", path, token, new String(Json.write((Object) body), StandardCharsets.UTF_8));
  }

  /** Forgets something that must be answered with status 200. */
  void delete(String path) {
    asked("DELETE", path, "", "");
  }

  private Response asked(String method, String path, String token, String body) {
    var request = Request.of(method, path, Headers.of("Content-Type", "application/json"), Body.of(body));
    var response = transport.handle(token.isEmpty() ? request : request.plusHeader("Authorization", "Bearer " + token));
    if (response.status() != 200) {
      throw new NotDone(method + " " + path + " answers " + response.status() + " " + response.text());
    }
    return response;
  }

  /** The value of a typed client's answer. */
  static <T> T done(String what, Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(var value, _) -> value;
      case Answer.Refused<T>(var code, var message) -> throw new NotDone(what + " is refused: " + code + " " + message);
      case Answer.Later<T>(_, var why) -> throw new NotDone(what + " must wait: " + why);
      case Answer.Unknown<T>(var why) -> throw new NotDone(what + " has no answer: " + why);
    };
  }

  /** How many deliveries to a remote have not arrived. */
  int owed(String remote) {
    return get("/facility/v1/delivery/parcels?stage=ALL&remote=" + remote, "").path("parcels").size();
  }

  /** Looks until it is so. */
  void until(String what, BooleanSupplier so) {
    for (int i = 0; i < LOOKS; i++) {
      if (so.getAsBoolean()) {
        return;
      }
      if (!pause.pause(LOOK_AGAIN)) {
        break;
      }
    }
    throw new NotDone(what + " does not come within " + LOOK_AGAIN.multipliedBy(LOOKS).toSeconds() + " s");
  }

  @Override
  public void close() {
    transport.close();
  }
}
