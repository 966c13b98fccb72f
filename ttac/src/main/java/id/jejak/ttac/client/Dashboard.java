package id.jejak.ttac.client;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What our own server's dashboard shows.
 *
 * @param tokenEnds when the token ends; empty when not told
 * @param daysLeft whole days until then
 * @param warning true when the token must be renewed
 * @param notice what to tell a person; empty when there is nothing to tell
 * @param pending units on their way here
 */
public record Dashboard(Optional<Instant> tokenEnds, int daysLeft, boolean warning, String notice, long pending) {
  static Dashboard of(JsonNode data) {
    var token = data.path("token");
    return new Dashboard(Fields.instant(token, "expires_at"), token.path("days_left").asInt(0),
        token.path("warning").asBoolean(false), Fields.text(token, "notice"),
        data.path("pending").path("total").asLong(0));
  }
}
