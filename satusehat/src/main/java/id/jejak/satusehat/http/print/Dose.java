package id.jejak.satusehat.http.print;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One instruction of a prescription item.
 *
 * @param value at a time
 * @param unit its code
 * @param rhythm how often
 * @param when codes of FHIR's EventTiming, such as PC
 * @param minutes before or after those; 0 for at once
 * @param once true when it is taken a single time
 * @param neededFor what for when it is taken only if needed; empty when it always is
 * @param words in the patient's language
 */
public record Dose(Optional<BigDecimal> value, String unit, Optional<Rhythm> rhythm, List<String> when, int minutes,
    boolean once, Optional<String> neededFor, String words) {
  /**
   * How often.
   *
   * @param most up to so many times; the same as {@code times} when it is one number
   * @param period each so many
   * @param longest up to each so many
   * @param unit h, d, wk, mo or another of FHIR's
   */
  public record Rhythm(int times, int most, BigDecimal period, BigDecimal longest, String unit) {}

  /** Copies the list. */
  public Dose {
    when = List.copyOf(when);
  }
}
