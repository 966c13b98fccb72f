package id.jejak.app.web.queue;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One booking with everything that happened. */
public record Visit(String code, String number, String session, String sub, String hours, String day, Instant estimate,
    String record, boolean member, boolean newPatient, boolean active, boolean cancelled, List<Event> events,
    List<Integer> told, List<Gap> gaps) {
  /** Something that happened. */
  public record Event(int task, Instant at, String source, String by, String reason) {}

  /** What BPJS is not told, and why. */
  public record Gap(int task, String why) {}

  static Visit of(JsonNode one) {
    return new Visit(one.path("code").asString(""), one.path("number").asString(""), one.path("session").asString(""),
        one.path("sub").asString(""), one.path("hours").asString(""), one.path("day").asString(""),
        Instant.parse(one.path("estimate").asString("")), one.path("record").asString(""),
        one.path("member").asBoolean(false), one.path("new_patient").asBoolean(false),
        one.path("active").asBoolean(false), one.path("cancelled").asBoolean(false),
        one.path("events").valueStream().map(event -> new Event(event.path("task").asInt(0),
            Instant.parse(event.path("at").asString("")), event.path("source").asString(""),
            event.path("by").asString(""), event.path("reason").asString(""))).toList(),
        one.path("told").valueStream().map(task -> task.asInt(0)).toList(),
        one.path("gaps").valueStream().map(gap -> new Gap(gap.path("task").asInt(0), gap.path("why").asString("")))
            .toList());
  }
}
