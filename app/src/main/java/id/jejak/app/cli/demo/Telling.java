package id.jejak.app.cli.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Tells the story: each step, what went over which wire since the one before, and what came of it. For one thread. */
final class Telling {
  private static final int MOST = 500;
  /** What the story itself looks at while it waits. */
  private static final Set<String> LOOKS = Set.of("delivery.parcel.list", "pharmacy.prescription.get",
      "queue.booking.show");

  private final DemoWire wire;
  private final Consumer<String> screen;
  private long seen;
  private int step;

  Telling(DemoWire wire, Consumer<String> screen) {
    this.wire = wire;
    this.screen = screen;
  }

  /** What went before is no part of the story. */
  void begin() {
    seen = wire.get("/sandbox/requests?limit=1", "").path("newest").asLong(0);
  }

  /** A step begins. */
  void step(String title) {
    step++;
    screen.accept("");
    screen.accept(String.format(Locale.ROOT, "%2d  %s", step, title));
  }

  /** What came of it. */
  void say(String words) {
    screen.accept("    " + words);
  }

  /** What is to be known besides the story. */
  void aside(String words) {
    screen.accept(words);
  }

  /** Waits until so many deliveries at the most are left for a remote. */
  void arrived(String remote, int left) {
    wire.until("what is owed to " + remote, () -> wire.owed(remote) <= left);
  }

  /** Whether a system has failed since the last step. */
  boolean failed(String system) {
    return wire.get("/sandbox/requests?limit=1&status=503&system=" + system, "").path("requests").path(0)
        .path("number").asLong(0) > seen;
  }

  /** Everything that went over a wire since the last time, the same only once with how often it went. */
  void wires() {
    arrived("antrean", 0);
    var rows = new ArrayList<JsonNode>();
    for (var one : wire.get("/sandbox/requests?limit=" + MOST, "").path("requests")) {
      if (one.path("number").asLong(0) > seen && !LOOKS.contains(one.path("operation").asString(""))) {
        rows.add(one);
      }
    }
    rows.sort(Comparator.comparingLong(one -> one.path("number").asLong(0)));
    var lines = new LinkedHashMap<String, Integer>();
    rows.forEach(one -> lines.merge(line(one), 1, Integer::sum));
    lines.forEach((line, times) -> screen.accept("    " + line + (times == 1 ? "" : "  x" + times)));
    rows.stream().map(one -> one.path("number").asLong(0)).reduce(Long::max).ifPresent(number -> seen = number);
  }

  private static String line(JsonNode one) {
    var path = one.path("target").asString("").replaceFirst("\\?.*", "");
    return String.format(Locale.ROOT, "  %-10s %-4s %s  %d%s", one.path("system").asString(""),
        one.path("method").asString(""), path, one.path("status").asInt(0),
        one.path("fault").isString() ? "  (" + one.path("fault").asString() + ")" : "");
  }

  /** Ends the story when it is not so. */
  static void expect(boolean so, String what, Object came) {
    if (!so) {
      throw new NotDone("expected " + what + ", but there is " + came);
    }
  }
}
