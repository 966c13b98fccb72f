package id.jejak.app.sandbox.traffic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.web.OwnFaults;
import id.jejak.app.web.OwnOperations;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecorderTest {
  /** A TTAC call takes some 300 us on two cores; three hundredths of that are 9. */
  private static final long MOST_NANOS = 9_000;
  private static final Response DONE = Response.json(200, "{\"status\":true}");

  private final Recorder recorder = new Recorder(() -> Instant.EPOCH);

  private Handler watched(Handler handler) {
    return recorder.around(new Mount("sample", List.of("/s"), List.of(Route.route(
        OwnOperations.own("sample.thing.do", "POST", "/do", "Do", "Does."), handler)), OwnFaults.FAULTS))
        .routes().getFirst().handler();
  }

  private static Request request(String body) {
    return Request.json("POST", "/s/do", body);
  }

  @Test
  void keepsTheLatestAndForgetsTheRest() {
    var handler = watched(request -> {
      request.body().bytes(100);
      return DONE;
    });
    for (int i = 1; i <= Recorder.KEPT + 7; i++) {
      handler.handle(request("{\"n\":" + i + "}"));
    }
    var all = recorder.all();
    assertEquals(Recorder.KEPT, all.size());
    assertEquals(Recorder.KEPT + 7, all.getFirst().number());
    assertEquals("{\"n\":8}", new String(all.getLast().asked().body(), java.nio.charset.StandardCharsets.UTF_8));
    assertTrue(recorder.find(1).isEmpty());
    recorder.forget();
    assertEquals(List.of(), recorder.all());
  }

  @Test
  void aLongBodyIsCutAndItsSizeKept() throws java.io.IOException {
    var handler = watched(request -> {
      try (var in = request.body().stream()) {
        in.readAllBytes();
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return Response.json(200, "x".repeat(100_000));
    });
    handler.handle(request("y".repeat(50_000)));
    var seen = recorder.all().getFirst();
    assertEquals(List.of(50_000L, 100_000L), List.of(seen.asked().size(), seen.answered().size()));
    assertEquals(Recorder.BODY_BYTES, seen.asked().body().length);
    assertEquals(Recorder.BODY_BYTES, seen.answered().body().length);
  }

  @Test
  void whatALivePageOfOursAsksEveryFewSecondsIsNotKept() {
    var handler = watched(_ -> DONE);
    handler.handle(request("{}").plusHeader("X-Jejak-Watch", "1"));
    assertEquals(List.of(), recorder.all());
    handler.handle(request("{}"));
    assertEquals(1, recorder.all().size());
  }

  @Test
  void whatBreaksIsKeptAndGoesOn() {
    var handler = watched(_ -> {
      throw new IllegalStateException("broken");
    });
    assertThrows(IllegalStateException.class, () -> handler.handle(request("{}")));
    assertEquals(500, recorder.all().getFirst().answered().status());
  }

  @Test
  void costsNextToNothingWhileNobodyLooks() {
    Handler plain = request -> {
      request.body().bytes(1_000);
      return DONE;
    };
    var handler = watched(plain);
    var request = request("{\"token\":\"x\",\"barcode\":[\"A\",\"B\",\"C\"]}");
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 8; round++) {
      best = Math.min(best, nanos(handler, request) - nanos(plain, request));
    }
    assertTrue(best < MOST_NANOS, "a watched request costs " + best + " ns more");
    assertArrayEquals(DONE.bytes(), recorder.all().getFirst().answered().body());
  }

  private static long nanos(Handler handler, Request request) {
    int times = 50_000;
    long started = System.nanoTime();
    for (int i = 0; i < times; i++) {
      handler.handle(request);
    }
    return (System.nanoTime() - started) / times;
  }
}
