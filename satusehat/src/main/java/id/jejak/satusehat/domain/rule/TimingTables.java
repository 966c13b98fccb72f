package id.jejak.satusehat.domain.rule;

import java.util.List;
import java.util.Optional;

/** Both tables of the document about when a medicine is taken: Gambar 6 for {@code repeat}, Gambar 7 for {@code code}. */
public final class TimingTables {
  /** A row of Gambar 6: how a rule of use is written with {@code timing.repeat}. */
  public record Example(String description, Timing repeat) {}

  /**
   * A row of Gambar 7: a code, and the {@code timing.repeat} that must be sent with it.
   *
   * @param repeats any of these is equivalent
   */
  public record Coded(String code, List<Timing> repeats) {
    /** Copies. */
    public Coded {
      repeats = List.copyOf(repeats);
    }
  }

  /**
   * Gambar 6. The text of the document lost its empty cells; what is left was put under the columns that FHIR R4's own
   * table of the same examples has. Where the document writes the unit {@code hr}, FHIR has {@code h}.
   */
  public static final List<Example> EXAMPLES = List.of(
      row("Every 8 hours", "frequency", "1", "period", "8", "periodUnit", "h"),
      row("Every 7 days", "frequency", "1", "period", "7", "periodUnit", "d"),
      row("3 times a day", "frequency", "3", "period", "1", "periodUnit", "d"),
      row("3-4 times a day", "frequency", "3", "frequencyMax", "4", "period", "1", "periodUnit", "d"),
      row("Every 4-6 hours", "frequency", "1", "period", "4", "periodUnit", "h", "periodMax", "6"),
      row("Every 21 days for 1 hours", "duration", "1", "durationUnit", "h", "frequency", "1", "period", "21",
          "periodUnit", "d"),
      row("Three times a week for 1/2 hour", "duration", "0.5", "durationUnit", "h", "frequency", "3", "period", "1",
          "periodUnit", "wk"),
      row("With breakfast", "when", "CM"),
      row("For 5 minutes, 10 minutes before meals", "duration", "5", "durationUnit", "min", "when", "AC", "offset",
          "10"),
      row("1 tablet 3 times daily, 30 minutes before meals", "frequency", "3", "period", "1", "periodUnit", "d",
          "when", "AC", "offset", "30"),
      row("BID, 30 mins before meal, for next 10 days", "frequency", "2", "period", "1", "periodUnit", "d", "when",
          "AC", "offset", "30", "boundsDuration", "10 d"),
      row("TID, for 14 days", "frequency", "3", "period", "1", "periodUnit", "d", "boundsDuration", "14 d"),
      row("BID, start on 7/1/2015 at 1:00 PM", "frequency", "2", "period", "1", "periodUnit", "d", "boundsPeriod",
          "2015-07-01T13:00:00/"),
      row("Mon, Wed, Fri, Morning", "frequency", "1", "period", "1", "periodUnit", "d", "dayOfWeek", "fri,mon,wed",
          "when", "MORN"),
      row("Every day at 10am", "frequency", "1", "period", "1", "periodUnit", "d", "timeOfDay", "10:00:00"),
      row("Take once, at any time", "count", "1"),
      row("Take every second day, in the morning, until 20 have been taken", "frequency", "1", "period", "2",
          "periodUnit", "d", "when", "MORN", "count", "20"));

  /** Gambar 7. */
  public static final List<Coded> CODES = List.of(
      coded("QOD", "1", "2", "d"),
      coded("QD", "1", "1", "d"),
      coded("BID", "2", "1", "d"),
      coded("TID", "3", "1", "d"),
      coded("QID", "4", "1", "d"),
      coded("Q4H", "1", "4", "h"),
      coded("Q6H", "1", "6", "h"),
      coded("AM", "1", "1", "d", "MORN"),
      coded("PM", "1", "1", "d", "AFT", "EVE"));

  private TimingTables() {}

  /** The row of a code; empty for a code that the document says nothing about. */
  public static Optional<Coded> coded(String code) {
    return CODES.stream().filter(row -> row.code.equals(code)).findFirst();
  }

  /** What the document calls a timing; empty when it is in no row. */
  public static Optional<String> description(Timing repeat) {
    return EXAMPLES.stream().filter(row -> row.repeat.equals(repeat)).map(Example::description).findFirst();
  }

  private static Example row(String description, String... parts) {
    return new Example(description, Timing.of(parts));
  }

  private static Coded coded(String code, String frequency, String period, String unit, String... when) {
    if (when.length == 0) {
      return new Coded(code, List.of(Timing.of("frequency", frequency, "period", period, "periodUnit", unit)));
    }
    return new Coded(code, java.util.Arrays.stream(when).map(one ->
        Timing.of("frequency", frequency, "period", period, "periodUnit", unit, "when", one)).toList());
  }
}
