package id.jejak.antrean.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.time.LocalDate;
import java.util.List;

/** Days of a schedule: 1 is Monday, 7 is Sunday, 8 is a national holiday. */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Jadwal Dokter; facts 6.2", seen = "2026-11")
public final class Weekday {
  /** A national holiday. */
  public static final int HOLIDAY = 8;
  private static final List<String> NAMES =
      List.of("SENIN", "SELASA", "RABU", "KAMIS", "JUMAT", "SABTU", "MINGGU", "LIBUR_NAS");

  private Weekday() {}

  /** The number of a date's weekday, holiday or not. */
  public static int of(LocalDate date) {
    return date.getDayOfWeek().getValue();
  }

  /** The name that answers carry. */
  public static String name(int day) {
    return NAMES.get(day - 1);
  }
}
