package id.jejak.satusehat.client.care;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a medicine is taken: {@code signa}. Each call says one thing more and gives this same dosage back. For one thread.
 *
 * <pre>{@code
 * Dosage.of(1, Unit.TABLET).times(3).aDay().when(When.AFTER_MEALS).forDays(5).by(Route.ORAL)
 *     .saying("3 kali sehari 1 tablet sesudah makan");
 * }</pre>
 */
public final class Dosage {
  private static final String ORDERED = "http://terminology.hl7.org/CodeSystem/dose-rate-type";

  private final Quantity dose;
  private final Map<String, Object> repeat = new LinkedHashMap<>();
  private final List<Map<String, Object>> warnings = new ArrayList<>();
  private Optional<Map<String, Object>> needed = Optional.empty();
  private Optional<Route> route = Optional.empty();
  private String words = "";

  private Dosage(Quantity dose) {
    this.dose = dose;
  }

  /** When in the day, or how to meals. */
  public enum When {
    /** Before meals. */
    BEFORE_MEALS("AC"),
    /** After meals. */
    AFTER_MEALS("PC"),
    /** With meals. */
    WITH_MEALS("C"),
    /** In the morning. */
    MORNING("MORN"),
    /** In the afternoon. */
    AFTERNOON("AFT"),
    /** In the evening. */
    EVENING("EVE"),
    /** At night. */
    NIGHT("NIGHT"),
    /** Before going to sleep. */
    BEFORE_SLEEP("HS");

    private final String code;

    When(String code) {
      this.code = code;
    }
  }

  /** So many at a time. */
  public static Dosage of(long value, Unit unit) {
    return new Dosage(Quantity.of(value, unit));
  }

  /** So much at a time. */
  public static Dosage of(Quantity dose) {
    return new Dosage(dose);
  }

  /** So many times; followed by {@link #aDay}, {@link #every} or nothing. */
  public Dosage times(int times) {
    repeat.put("frequency", times);
    return this;
  }

  /** Up to so many times, as in one to three times a day. */
  public Dosage upTo(int times) {
    repeat.put("frequencyMax", times);
    return this;
  }

  /** In each day. */
  public Dosage aDay() {
    return every(1, "d");
  }

  /** In each so many hours. */
  public Dosage everyHours(int hours) {
    return every(hours, "h");
  }

  /** In each four to six hours. */
  public Dosage everyHours(int hours, int most) {
    every(hours, "h");
    repeat.put("periodMax", most);
    return this;
  }

  /**
   * In each period.
   *
   * @param unit h, d or wk
   */
  public Dosage every(int period, String unit) {
    repeat.putIfAbsent("frequency", 1);
    repeat.put("period", period);
    repeat.put("periodUnit", unit);
    return this;
  }

  /** At these moments. */
  public Dosage when(When... moments) {
    repeat.put("when", Arrays.stream(moments).map(one -> one.code).toList());
    return this;
  }

  /** So many minutes before or after the moment. */
  public Dosage minutes(int offset) {
    repeat.put("offset", offset);
    return this;
  }

  /** Once, and never again. */
  public Dosage once() {
    repeat.put("count", 1);
    return this;
  }

  /** For so many days. */
  public Dosage forDays(int days) {
    repeat.put("boundsDuration", Unit.days(days));
    return this;
  }

  /** Between two instants. */
  public Dosage between(Instant from, Instant until) {
    repeat.put("boundsPeriod", Fields.of("start", from, "end", until));
    return this;
  }

  /** Only when needed, such as for fever. */
  public Dosage asNeeded(Code why, String text) {
    var concept = why.concept();
    concept.put("text", text);
    needed = Optional.of(concept);
    return this;
  }

  /** This way into the body. */
  public Dosage by(Route way) {
    route = Optional.of(way);
    return this;
  }

  /** With an additional instruction, a code of SNOMED CT. */
  public Dosage warning(String snomed, String display) {
    warnings.add(Code.snomed(snomed, display).concept());
    return this;
  }

  /** In the patient's words. */
  public Dosage saying(String instruction) {
    words = instruction;
    return this;
  }

  /** As FHIR's Dosage. */
  Map<String, Object> json(int sequence) {
    return Fields.of("sequence", sequence, "additionalInstruction", warnings,
        "patientInstruction", words, "asNeededCodeableConcept", needed,
        "timing", repeat.isEmpty() ? Optional.empty() : Map.of("repeat", repeat),
        "route", route.map(Route::concept),
        "doseAndRate", List.of(Fields.of("type", new Code(ORDERED, "ordered", "Ordered").concept(),
            "doseQuantity", dose.json())));
  }

  static List<Map<String, Object>> json(List<Dosage> dosages) {
    var all = new ArrayList<Map<String, Object>>();
    dosages.forEach(one -> all.add(one.json(all.size() + 1)));
    return all;
  }
}
