package id.jejak.app.web.queue;

import tools.jackson.databind.JsonNode;

/** One doctor's hours of a day, as the desk's service answers them. */
public record Session(String id, String sub, String clinic, int doctor, String doctorName, String day, String hours,
    String letter, boolean closed, int quotaMembers, int takenMembers, int quotaOthers, int takenOthers, int lastNumber,
    int waiting, String called) {
  static Session of(JsonNode one) {
    return new Session(one.path("id").asString(""), one.path("sub").asString(""), one.path("clinic").asString(""),
        one.path("doctor").asInt(0), one.path("doctor_name").asString(""), one.path("day").asString(""),
        one.path("hours").asString(""), one.path("letter").asString(""), one.path("closed").asBoolean(false),
        one.path("quota_jkn").asInt(0), one.path("taken_jkn").asInt(0), one.path("quota_other").asInt(0),
        one.path("taken_other").asInt(0), one.path("last_number").asInt(0), one.path("waiting").asInt(0),
        one.path("called").asString(""));
  }

  /** Names the session in a form. */
  public String key() {
    return sub + "|" + doctor + "|" + hours;
  }

  /** Whether there is a place left for somebody. */
  public boolean open() {
    return !closed && (takenMembers < quotaMembers || takenOthers < quotaOthers);
  }
}
