package id.jejak.app.web.kfa;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Prices of a product by region and over time, as steps in a drawing of 720 by 260.
 *
 * @param lines one for each region
 * @param rows the same as a table, for those who do not see the drawing
 * @param low lowest price drawn, IDR
 * @param high highest price drawn, IDR
 */
public record PricePlot(List<Line> lines, List<Row> rows, BigDecimal low, BigDecimal high, LocalDate from,
    LocalDate to) {
  private static final int LEFT = 70;
  private static final int WIDTH = 630;
  private static final int TOP = 20;
  private static final int HEIGHT = 200;
  private static final List<String> COLOURS =
      List.of("#0a5c50", "#b45309", "#1d4ed8", "#a3191f", "#6d28d9", "#0f766e", "#4d7c0f", "#be185d");

  /** One region's steps. */
  public record Line(String region, String colour, String points) {}

  /** One price, IDR. */
  public record Row(String region, String from, String to, BigDecimal price, String unit, boolean active) {}

  private record Step(LocalDate from, LocalDate to, BigDecimal price) {}

  /** Draws what KFA answered; empty when there is no price with a date. */
  static Optional<PricePlot> of(JsonNode prices, LocalDate today) {
    var rows = new ArrayList<Row>();
    Map<String, List<Step>> regions = new LinkedHashMap<>();
    for (var one : prices) {
      var region = one.path("region_name").asString("");
      var price = one.path("price_unit").isNumber() ? one.path("price_unit").decimalValue() : BigDecimal.ZERO;
      rows.add(new Row(region, one.path("start_date").asString(""), one.path("end_date").asString(""), price,
          one.path("uom_name").asString(""), one.path("active").asBoolean(false)));
      date(one, "start_date").ifPresent(start -> regions.computeIfAbsent(region, _ -> new ArrayList<>())
          .add(new Step(start, date(one, "end_date").orElse(today), price)));
    }
    var steps = regions.values().stream().flatMap(List::stream).toList();
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    var from = steps.stream().map(Step::from).min(Comparator.naturalOrder()).orElseThrow();
    var to = steps.stream().map(Step::to).max(Comparator.naturalOrder()).orElseThrow();
    var low = steps.stream().map(Step::price).min(Comparator.naturalOrder()).orElseThrow();
    var high = steps.stream().map(Step::price).max(Comparator.naturalOrder()).orElseThrow();
    var lines = new ArrayList<Line>();
    regions.forEach((region, own) -> {
      var points = new StringBuilder();
      own.stream().sorted(Comparator.comparing(Step::from)).forEach(step ->
          points.append(points.isEmpty() ? "M" : "L").append(x(step.from(), from, to)).append(' ')
              .append(y(step.price(), low, high)).append('L').append(x(step.to(), from, to)).append(' ')
              .append(y(step.price(), low, high)));
      lines.add(new Line(region, COLOURS.get(lines.size() % COLOURS.size()), points.toString()));
    });
    return Optional.of(new PricePlot(lines, rows, low, high, from, to));
  }

  private static long x(LocalDate day, LocalDate from, LocalDate to) {
    long all = Math.max(1, to.toEpochDay() - from.toEpochDay());
    return LEFT + (day.toEpochDay() - from.toEpochDay()) * WIDTH / all;
  }

  private static long y(BigDecimal price, BigDecimal low, BigDecimal high) {
    double all = Math.max(1, high.subtract(low).doubleValue());
    return Math.round(TOP + HEIGHT - price.subtract(low).doubleValue() * HEIGHT / all);
  }

  private static Optional<LocalDate> date(JsonNode row, String name) {
    try {
      return row.path(name).isString() ? Optional.of(LocalDate.parse(row.path(name).stringValue())) : Optional.empty();
    } catch (DateTimeParseException e) { // some rows of the real dictionary hold no date
      return Optional.empty();
    }
  }
}
