package id.jejak.satusehat.http;

import id.jejak.satusehat.store.Search;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** FHIR's dates as spans of milliseconds since 1970: a day without a time is the whole day, in UTC. */
final class Moments {
  private static final int LONGEST = 40;

  private Moments() {}

  /** The span of a date, of a time, or of a period; empty for anything else. */
  static Optional<Search.Range> of(JsonNode node) {
    if (node.isString()) {
      return of(node.stringValue());
    }
    if (!node.isObject()) {
      return Optional.empty();
    }
    var start = of(Documents.text(node.path("start")));
    var end = of(Documents.text(node.path("end")));
    return start.isEmpty() && end.isEmpty() ? Optional.empty()
        : Optional.of(new Search.Range(start.map(Search.Range::from).orElse(Long.MIN_VALUE),
            end.map(Search.Range::to).orElse(Long.MAX_VALUE)));
  }

  /** The span of a date or time as FHIR writes it. */
  static Optional<Search.Range> of(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(switch (text.length()) {
        case 4 -> days(Year.parse(text).atDay(1), Year.parse(text).plusYears(1).atDay(1));
        case 7 -> days(YearMonth.parse(text).atDay(1), YearMonth.parse(text).plusMonths(1).atDay(1));
        case 10 -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
        default -> instant(text);
      });
    } catch (DateTimeException | ArithmeticException e) { // no date: nothing is found by it
      return Optional.empty();
    }
  }

  /** The instant that a text names; for a date, its last millisecond where {@code end} is asked. */
  static Optional<Instant> instant(JsonNode node, boolean end) {
    return of(Documents.text(node)).map(range -> Instant.ofEpochMilli(end ? range.to() : range.from()));
  }

  private static Search.Range days(LocalDate from, LocalDate until) {
    return new Search.Range(from.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
        until.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - 1);
  }

  private static Search.Range instant(String text) {
    long millis = OffsetDateTime.parse(text).toInstant().toEpochMilli();
    return new Search.Range(millis, text.contains(".") ? millis : millis + 999);
  }
}
