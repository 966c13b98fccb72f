package id.jejak.app.web.audit;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One line of the audit.
 *
 * @param glass whether done in a role that was taken for a while
 * @param patient number of the patient; empty for none
 */
public record Entry(long seq, Instant at, String staff, String name, boolean glass, String operation, String deed,
    String patient, String purpose) {
  static Entry of(JsonNode one) {
    return new Entry(one.path("seq").asLong(0), Instant.parse(one.path("at").asString("")),
        one.path("staff").path("id").asString(""), one.path("staff").path("name").asString(""),
        one.path("glass").asBoolean(false), one.path("operation").asString(""), one.path("deed").asString(""),
        one.path("patient").asString(""), one.path("purpose").asString(""));
  }
}
