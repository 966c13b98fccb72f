package id.jejak.satusehat.client;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.EresepOperations;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * eresep: what may still be redeemed of a prescription. Gets its token by itself, keeps it until shortly before its end,
 * and asks for another one once when it is refused. Only reads, so no answer is ever {@code Unknown}. Thread-safe.
 */
public final class EresepClient {
  private static final String BASE = EresepOperations.BASES.getFirst();
  private static final String REFUSED = "401";

  private final Wire wire;
  private final EresepCredentials credentials;
  private final InstantSource clock;
  private Optional<Held> held = Optional.empty();

  private record Held(Secret token, Instant until) {}

  /** A client. Nothing is sent until the first call. */
  public EresepClient(Handler transport, EresepCredentials credentials, InstantSource clock) {
    this.wire = new Wire(transport, (to, request) -> new Done<>(to.handle(request)), clock);
    this.credentials = credentials;
    this.clock = clock;
  }

  /** A prescription by its national number; {@code Refused} with 404 when none has it. */
  public Answer<Redeemable> prescription(String nrn) {
    var first = token();
    if (!(first instanceof Done<Secret>(var token, _))) {
      return first.map(Wire::never);
    }
    var answer = ask(nrn, token);
    if (answer instanceof Refused<JsonNode>(var code, _) && code.equals(REFUSED)) {
      forget(token);
      var second = token();
      if (!(second instanceof Done<Secret>(var other, _))) {
        return second.map(Wire::never);
      }
      answer = ask(nrn, other);
    }
    if (answer instanceof Done<JsonNode>(var json, _) && !json.path("data").isObject()) {
      return new Later<>(ClientLimits.WAIT, "an answer without data");
    }
    return answer.map(json -> EresepReading.prescription(json.path("data")));
  }

  private Answer<JsonNode> ask(String nrn, Secret token) {
    var path = BASE + EresepOperations.PRESCRIPTION.path()
        .replace("{nrn}", URLEncoder.encode(nrn, StandardCharsets.UTF_8));
    return readable(wire.call(Request.of("GET", path, Headers.of("Accept", "application/json", "Authorization",
        "Bearer " + token.reveal()), Body.EMPTY), false));
  }

  /** The token in use, or a new one; asked for by one thread at a time. */
  public synchronized Answer<Secret> token() {
    if (held.isPresent() && clock.instant().isBefore(held.get().until())) {
      return new Answer.Done<>(held.get().token());
    }
    var answer = readable(wire.call(Request.of("POST", BASE + EresepOperations.LOGIN.path(),
        Headers.of("Content-Type", "application/json", "Accept", "application/json"),
        Body.of(Json.write(Map.of("user", credentials.user(), "password", credentials.password().reveal())))), false));
    if (!(answer instanceof Done<JsonNode>(var json, _))) {
      return answer.map(Wire::never);
    }
    var token = json.path("data").path("token").asString("");
    if (token.isEmpty()) {
      return new Later<>(ClientLimits.WAIT, "an answer without a token");
    }
    var fresh = new Held(new Secret(token), Instant.ofEpochSecond(json.path("data").path("expired").asLong(0))
        .minus(ClientLimits.BEFORE_THE_END));
    held = Optional.of(fresh);
    return new Done<>(fresh.token());
  }

  private synchronized void forget(Secret refused) {
    held = held.filter(one -> !one.token().equals(refused));
  }

  /** Its envelope says the status once more, and a gateway may put another one on the outside. */
  private static Answer<JsonNode> readable(Answer<JsonNode> answer) {
    if (answer instanceof Done<JsonNode>(var json, _)) {
      int status = json.path("status").asInt(0);
      if (status >= 400 && status < 500 || json.path("error").asBoolean(false) && status < 500) {
        return new Refused<>(Integer.toString(status), json.path("message").asString(""));
      }
    }
    return answer instanceof Unknown<JsonNode>(var why) ? new Later<>(ClientLimits.WAIT, why) : answer;
  }
}
