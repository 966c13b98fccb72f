package id.jejak.app.web.queue;

import java.util.List;

/**
 * Somebody who stands at the desk, and what was found of them.
 *
 * @param known whether there is a medical record
 * @param sessions that still have places today
 */
public record WalkIn(boolean known, String record, String nik, String card, List<Session> sessions) {
  @Override
  public String toString() {
    return "WalkIn[***]";
  }
}
