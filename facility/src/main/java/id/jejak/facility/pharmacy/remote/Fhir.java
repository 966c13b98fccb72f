package id.jejak.facility.pharmacy.remote;

import id.jejak.gateway.client.TokenKeeper;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.RetryAfter;
import id.jejak.kernel.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

/**
 * SATUSEHAT's FHIR server for one facility: reads, posts whole transactions, and replaces what it read. Only an answer in JSON is believed; a write
 * without one is unknown, a read is asked again later. Thread-safe.
 */
public final class Fhir {
  private static final String BASE = "/fhir-r4/v1";
  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Handler transport;
  private final TokenKeeper keeper;
  private final InstantSource clock;

  Fhir(Handler transport, TokenKeeper keeper, InstantSource clock) {
    this.transport = transport;
    this.keeper = keeper;
    this.clock = clock;
  }

  /** Reads what is at a path below the server's base, perhaps with a query. */
  public Answer<JsonNode> read(String path) {
    return call(Request.of("GET", BASE + path, Headers.of("Accept", "application/json"), Body.EMPTY), false);
  }

  /** Searches by one parameter. */
  public Answer<JsonNode> search(String type, String parameter, String value, String more) {
    return read("/" + type + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + more);
  }

  /** Posts a transaction. */
  public Answer<JsonNode> transaction(JsonNode bundle) {
    return call(Request.of("POST", BASE, Headers.of("Content-Type", "application/json", "Accept", "application/json"),
        Body.of(Json.write((Object) bundle))), true);
  }

  /** Puts a resource in the place of the version that it was read as. */
  public Answer<JsonNode> replace(String path, JsonNode resource, String version) {
    return call(Request.of("PUT", BASE + path, Headers.of("Content-Type", "application/json", "Accept", "application/json",
        "If-Match", "W/\"" + version + "\""), Body.of(Json.write((Object) resource))), true);
  }

  private Answer<JsonNode> call(Request request, boolean write) {
    try {
      return switch (keeper.send(transport, request)) {
        case Answer.Done<Response>(var response, _) -> read(response, write);
        case Answer.Refused<Response>(var code, var message) -> new Answer.Refused<>(code, message);
        case Answer.Later<Response>(var notBefore, var why) -> new Answer.Later<>(notBefore, why);
        case Answer.Unknown<Response>(var why) -> new Answer.Unknown<>(why);
      };
    } catch (NoAnswer e) {
      return e.sent() && write ? new Answer.Unknown<>("no answer came") : new Answer.Later<>(WAIT, "could not be reached");
    }
  }

  private Answer<JsonNode> read(Response response, boolean write) {
    if (response.status() == 429 || response.status() == 503) {
      var wait = response.header("Retry-After").flatMap(text -> RetryAfter.read(text, clock, LONGEST));
      return new Answer.Later<>(wait.orElse(WAIT), "HTTP " + response.status());
    }
    JsonNode json;
    try {
      json = Json.read(response.bytes());
    } catch (Json.Unreadable e) {
      return unclear(write, "HTTP " + response.status() + " without readable JSON");
    }
    if (response.status() == 200 || response.status() == 201) {
      return new Answer.Done<>(json);
    }
    if (response.status() >= 400 && response.status() < 500) {
      return new Answer.Refused<>(Integer.toString(response.status()),
          json.at("/issue/0/details/text").asString("HTTP " + response.status()));
    }
    return unclear(write, "HTTP " + response.status());
  }

  private static Answer<JsonNode> unclear(boolean write, String why) {
    return write ? new Answer.Unknown<>(why) : new Answer.Later<>(WAIT, why);
  }
}
