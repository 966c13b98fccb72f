package id.jejak.app.web.delivery;

import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Something owed to a remote, as delivery answers it.
 *
 * @param stage OWED, HELD, UNKNOWN, PARKED, DONE or GIVEN_UP
 * @param remedy what helps when it is parked; empty otherwise
 * @param body pretty JSON; empty in lists
 */
public record Parcel(String id, String remote, String facility, String key, String kind, String stage, boolean aside,
    int attempts, Instant postedAt, String remedy, String code, String reason, String body, List<Event> history) {
  /** Something that happened to it. */
  public record Event(Instant at, String what, String outcome, String code, String reason, String who) {}

  static Parcel of(JsonNode one) {
    return new Parcel(one.path("id").asString(""), one.path("remote").asString(""), one.path("facility").asString(""),
        one.path("key").asString(""), one.path("kind").asString(""), one.path("stage").asString(""),
        one.path("aside").asBoolean(false), one.path("attempts").asInt(0),
        Instant.parse(one.path("postedAt").asString("")), one.path("remedy").asString(""),
        one.path("code").asString(""), one.path("reason").asString(""),
        one.has("body") ? Json.pretty(one.path("body")) : "",
        one.path("history").valueStream().map(event -> new Event(Instant.parse(event.path("at").asString("")),
            event.path("what").asString(""), event.path("outcome").asString(""), event.path("code").asString(""),
            event.path("reason").asString(""), event.path("who").asString(""))).toList());
  }

  /** Whether it waits for a person. */
  public boolean parked() {
    return stage.equals("PARKED");
  }
}
