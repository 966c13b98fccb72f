package id.jejak.antrean;

import id.jejak.antrean.client.RsSettings;
import id.jejak.antrean.client.uat.HospitalCalls;
import id.jejak.antrean.client.uat.MobileWalk;
import id.jejak.antrean.client.uat.NewcomerFields;
import id.jejak.antrean.client.uat.Spoken;
import id.jejak.antrean.contract.Code;
import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/**
 * Mobile JKN in the sandbox: takes a patient through a hospital's services, this house's or any other's, and makes the
 * number known to BPJS as the real one does. Thread-safe.
 */
final class MobileJkn {
  private static final int BODY_BYTES = 64 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Handler bookings;
  private final Map<String, Object> usual;
  private final InstantSource clock;
  private final AtomicReference<Optional<URI>> here = new AtomicReference<>(Optional.empty());

  /**
   * A Mobile JKN.
   *
   * @param bookings makes a booking known to BPJS
   * @param usual the wish of the first patient with the first doctor, without a day
   */
  MobileJkn(Handler bookings, Map<String, Object> usual, InstantSource clock) {
    this.bookings = bookings;
    this.usual = Map.copyOf(usual);
    this.clock = clock;
  }

  void reachable(URI at) {
    here.set(Optional.of(at));
  }

  Response walk(Request request) {
    JsonNode asked;
    try {
      var bytes = request.body().bytes(BODY_BYTES);
      asked = Json.read(bytes.length == 0 ? "{}" : new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
    } catch (Json.Unreadable e) {
      return refused("a JSON object is needed, with what shall differ from the first patient's wish");
    }
    var url = asked.path("url").asString(here.get().map(URI::toString).orElse(""));
    if (!asked.isObject() || !url.matches("https?://[^\\s]+")) {
      return refused("url must be a hospital's address, such as http://localhost:8080");
    }
    var wish = wish(asked);
    try (var transport = new HttpTransport(url, PATIENCE)) {
      var said = new MobileWalk(new HospitalCalls(transport, settings(asked)), clock).walk(wish,
          NewcomerFields.body(String.valueOf(wish.get("nomorkartu")), String.valueOf(wish.get("nik"))));
      said.stream().filter(one -> one.response().has("kodebooking")).forEach(one -> known(one, wish));
      return answer(said);
    } catch (IllegalArgumentException e) {
      return refused("an address or a path that is none: " + url);
    }
  }

  private static Response refused(String why) {
    return Response.json(400, Json.write((Object) Map.of("error", why)));
  }

  private static RsSettings settings(JsonNode asked) {
    var paths = new LinkedHashMap<String, String>();
    RsOperations.ALL.forEach(one -> {
      var path = asked.path("paths").path(one.id());
      if (path.isString()) {
        paths.put(one.id(), path.stringValue());
      }
    });
    return new RsSettings(asked.path("base").asString("/rs"), paths, asked.path("username").asString("mobilejkn"),
        new Secret(asked.path("password").asString("jejak-rs-284")));
  }

  private Map<String, Object> wish(JsonNode asked) {
    var wish = new LinkedHashMap<String, Object>();
    for (var param : RsOperations.TAKE.params()) {
      var given = asked.path(param.name());
      wish.put(param.name(), given.isString() ? given.stringValue() : given.isIntegralNumber() ? given.longValue()
          : param.name().equals("tanggalperiksa") ? WibText.date(clock.instant()).toString()
          : usual.getOrDefault(param.name(), ""));
    }
    return wish;
  }

  /** BPJS knows what was booked in its own application. */
  private void known(Spoken one, Map<String, Object> wish) {
    var body = new LinkedHashMap<String, Object>(wish);
    body.put("kodebooking", one.response().path("kodebooking").asString());
    body.put("nomorantrean", one.response().path("nomorantrean").asString());
    body.put("angkaantrean", one.response().path("angkaantrean").asInt(1));
    body.put("norm", one.response().path("norm").asString());
    bookings.handle(Request.of("POST", "/sandbox/antrean/bookings", id.jejak.kernel.http.Headers.NONE,
        Body.of(Json.write((Object) body))));
  }

  private static Response answer(List<Spoken> said) {
    var steps = said.stream().map(one -> {
      var step = new LinkedHashMap<String, Object>();
      step.put("service", one.service());
      step.put("request", one.request().isEmpty() ? Map.of() : Json.read(one.request()));
      step.put("http", one.http());
      step.put("code", one.code());
      step.put("message", one.message());
      step.put("answer", one.answer().isMissingNode() ? Map.of() : one.answer());
      return step;
    }).toList();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("done", said.getLast().code() == Code.OK.number());
    answer.put("steps", steps);
    return Response.json(200, Json.write((Object) answer));
  }
}
