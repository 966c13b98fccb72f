package id.jejak.app.cli.ttac;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** An import's report as a table for people. */
final class ImportReport {
  private static final List<String> HEAD = List.of("row", "column", "value", "reason");
  private static final int WIDEST = 40;

  private ImportReport() {}

  static String text(JsonNode report) {
    long rows = report.path("rows").asLong(0);
    long rejected = report.path("rejected").asLong(0);
    long faults = report.path("problem_count").asLong(0);
    var text = new StringBuilder(shown(report.path("file").asString("file"))).append(": ");
    if (faults == 0) {
      return text.append(String.format(Locale.ROOT, "%,d rows, all imported%n", rows)).toString();
    }
    text.append("nothing was imported");
    if (rejected > 0) {
      text.append(String.format(Locale.ROOT, ", %,d of %,d rows were rejected", rejected, rows));
    }
    text.append(System.lineSeparator());
    var table = new ArrayList<List<String>>();
    table.add(HEAD);
    for (var problem : report.path("problems")) {
      table.add(HEAD.stream().map(name -> shown(problem.path(name).asString(""))).toList());
    }
    rows(text, table);
    if (faults >= table.size()) {
      text.append(String.format(Locale.ROOT, "and %,d more%n", faults - (table.size() - 1)));
    }
    return text.toString();
  }

  private static void rows(StringBuilder text, List<List<String>> table) {
    var widths = new int[HEAD.size()];
    for (var row : table) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.min(WIDEST, Math.max(widths[i], row.get(i).length()));
      }
    }
    for (var row : table) {
      var line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        var cell = row.get(i);
        line.append("  ").append(cell).append(" ".repeat(Math.max(0, widths[i] - cell.length())));
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
  }

  /** Control characters, such as the separators inside a barcode, must not reach a terminal. */
  private static String shown(String value) {
    return value.replaceAll("\\p{Cntrl}", "|");
  }
}
