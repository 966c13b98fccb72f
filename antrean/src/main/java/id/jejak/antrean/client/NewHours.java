package id.jejak.antrean.client;

import java.util.List;
import java.util.Map;

/** Other hours of a doctor, to ask for. */
public record NewHours(String clinic, String sub, int doctor, List<Session> sessions) {
  /**
   * One session.
   *
   * @param day 1 Monday to 7 Sunday, 8 a national holiday
   * @param open {@code HH:mm}
   * @param close {@code HH:mm}
   */
  public record Session(int day, String open, String close) {}

  /** Copies the list. */
  public NewHours {
    sessions = List.copyOf(sessions);
  }

  Map<String, Object> body() {
    return Map.of("kodepoli", clinic, "kodesubspesialis", sub, "kodedokter", doctor, "jadwal", sessions.stream()
        .map(one -> Map.of("hari", Integer.toString(one.day()), "buka", one.open(), "tutup", one.close())).toList());
  }
}
