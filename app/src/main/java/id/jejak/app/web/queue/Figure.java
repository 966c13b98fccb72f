package id.jejak.app.web.queue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How long patients waited: of everything, of a clinic, or of a doctor of a clinic.
 *
 * @param clinic empty for everything
 * @param doctor empty for a whole clinic
 */
public record Figure(String clinic, String doctor, int bookings, int cancelled, int absent, int came, int done,
    int complete, int seen, int seenInTime, int given, int givenInTime, List<Span> spans) {
  /** One span between two tasks, in seconds. */
  public record Span(int step, int visits, long median, long p90, long whole) {}

  static Figure of(JsonNode one) {
    return new Figure(one.path("clinic").asString(""), one.path("doctor").isNull() ? ""
        : one.path("doctor_name").asString(""), one.path("bookings").asInt(0), one.path("cancelled").asInt(0),
        one.path("absent").asInt(0), one.path("came").asInt(0), one.path("done").asInt(0),
        one.path("complete").asInt(0), one.path("seen").asInt(0), one.path("seen_in_time").asInt(0),
        one.path("given").asInt(0), one.path("given_in_time").asInt(0),
        one.path("steps").valueStream().map(span -> new Span(span.path("step").asInt(0), span.path("visits").asInt(0),
            span.path("median").asLong(0), span.path("p90").asLong(0), span.path("whole").asLong(0))).toList());
  }

  /** One span; empty when nobody has both its ends. */
  public Optional<Span> span(int step) {
    return spans.stream().filter(one -> one.step() == step).findFirst();
  }

  /** Where most time goes, of what is waiting: at admission, for the doctor, at the pharmacy and until handed over. */
  public Optional<Span> lost() {
    return spans.stream().filter(one -> one.step() != 2 && one.step() != 4).max(Comparator.comparing(Span::whole));
  }

  /** Seconds of all visits together, in all spans. */
  public long whole() {
    return spans.stream().mapToLong(Span::whole).sum();
  }

  /** So many of so many, in percent; -1 of none. */
  public static int percent(int part, int of) {
    return of == 0 ? -1 : (int) Math.floor(100.0 * part / of);
  }
}
