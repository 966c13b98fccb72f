package id.jejak.app.web.queue;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A patient's place in a line, as the desk's service answers it.
 *
 * @param step where the patient is, in the service's word
 * @param ticket the number at the pharmacy
 */
public record Line(String code, String number, String record, boolean member, boolean newPatient, String source,
    String step, Optional<Instant> since, Optional<Boolean> compounded, Optional<Integer> ticket, int calls,
    Optional<Instant> calledAt) {
  static Line of(JsonNode one) {
    return new Line(one.path("code").asString(""), one.path("number").asString(""), one.path("record").asString(""),
        one.path("member").asBoolean(false), one.path("new_patient").asBoolean(false), one.path("source").asString(""),
        one.path("step").asString(""), at(one, "since"),
        one.path("compounded").isBoolean() ? Optional.of(one.path("compounded").booleanValue()) : Optional.empty(),
        one.path("ticket").isInt() ? Optional.of(one.path("ticket").intValue()) : Optional.empty(),
        one.path("calls").asInt(0), at(one, "called_at"));
  }

  private static Optional<Instant> at(JsonNode one, String name) {
    return Optional.of(one.path(name).asString("")).filter(text -> !text.isEmpty()).map(Instant::parse);
  }

  /** Whether one of these is where the patient is. */
  public boolean at(String... steps) {
    return java.util.Arrays.asList(steps).contains(step);
  }
}
