package id.jejak.app.sandbox;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.time.SettableClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Shows the demo world's clock and moves it. Thread-safe. */
public final class ClockControl {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Set<String> NAMES = Set.of("now", "advance", "real");

  private final SettableClock clock;

  ClockControl(SettableClock clock) {
    this.clock = clock;
  }

  Response show() {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("now", clock.instant().toString());
    answer.put("offset", clock.offset().toString());
    answer.put("mode", clock.offset().isZero() ? "real" : "moved");
    return Response.json(200, Json.write(answer)).with("Cache-Control", "no-store");
  }

  Response move(Request request) {
    return Asked.answer(request, NAMES, body -> {
      move(body);
      return show();
    });
  }

  /** Moves it as a body says. */
  synchronized void move(JsonNode body) {
    if (body.size() != 1) {
      throw new Asked.Unfit("send exactly one of now, advance and real");
    }
    if (body.has("now")) {
      clock.set(within(instant(Asked.text(body, "now"))));
    } else if (body.has("advance")) {
      clock.advance(span(Asked.text(body, "advance")));
    } else if (body.path("real").isBoolean() && body.path("real").booleanValue()) {
      clock.real();
    } else {
      throw new Asked.Unfit("real can only be true; leave it out otherwise");
    }
  }

  /** Moves it, or says why not. */
  public Optional<String> moved(JsonNode body) {
    try {
      move(body);
      return Optional.empty();
    } catch (Asked.Unfit e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** What time it is. */
  public Instant now() {
    return clock.instant();
  }

  /** How far that is from the machine's time. */
  public Duration offset() {
    return clock.offset();
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new Asked.Unfit("now is not an instant: write ISO 8601 with an offset,"
          + " such as 2026-11-22T08:00:00Z or 2026-11-22T15:00:00+07:00");
    }
  }

  private Duration span(String text) {
    try {
      var span = Duration.parse(text);
      within(clock.instant().plus(span));
      return span;
    } catch (DateTimeParseException e) {
      throw new Asked.Unfit("advance is not a duration: write ISO 8601, such as PT90M or P30D; back is -PT90M");
    } catch (DateTimeException | ArithmeticException e) {
      throw tooFar();
    }
  }

  private static Instant within(Instant instant) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw tooFar();
    }
    return instant;
  }

  private static Asked.Unfit tooFar() {
    return new Asked.Unfit("the clock moves between " + EARLIEST + " and " + LATEST + ": stay within");
  }
}
