package id.jejak.app.web.delivery;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * A day of one remote, compared.
 *
 * @param there what the remote shows; empty when it could not say
 */
public record Report(String remote, Instant at, int here, OptionalInt there, int differences, List<Line> lines) {
  /** One difference, and how delivery stands about it. */
  public record Line(String what, String facility, String key, String kind, String here, String there,
      String delivery) {}

  static Report of(JsonNode one) {
    return new Report(one.path("remote").asString(""), Instant.parse(one.path("at").asString("")),
        one.path("here").asInt(0), one.path("there").isInt() ? OptionalInt.of(one.path("there").intValue())
        : OptionalInt.empty(), one.path("differences").asInt(0), one.path("lines").valueStream()
            .map(line -> new Line(line.path("what").asString(""), line.path("facility").asString(""),
                line.path("key").asString(""), line.path("kind").asString(""), line.path("here").asString(""),
                line.path("there").asString(""), line.path("delivery").asString(""))).toList());
  }
}
