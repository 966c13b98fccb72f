package id.jejak.verify.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines as a table of plain text, which is also valid Markdown. */
final class Table {
  private static final List<String> HEAD = List.of("operation", "n", "p50 ms", "p99 ms", "max ms", "per s",
      "bare per s", "ratio", "aim", "met");

  private Table() {}

  static String of(List<Line> lines) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEAD);
    lines.forEach(line -> rows.add(row(line)));
    var widths = new int[HEAD.size()];
    rows.forEach(row -> {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    });
    var text = new StringBuilder();
    text.append(joined(rows.getFirst(), widths)).append(rule(widths));
    rows.subList(1, rows.size()).forEach(row -> text.append(joined(row, widths)));
    return text.toString();
  }

  private static List<String> row(Line line) {
    var bare = line.bare();
    return List.of(line.operation(), String.format(Locale.ROOT, "%,d", line.ours().calls()),
        millis(line.ours().millis(0.5)), millis(line.ours().millis(0.99)), millis(line.ours().millis(1)),
        rate(line.ours().perSecond()) + " " + line.unit(),
        bare == null ? "-" : rate(bare.perSecond()),
        line.ratio().isPresent() ? String.format(Locale.ROOT, "%.2f", line.ratio().getAsDouble()) : "-",
        line.aims().isEmpty() ? "-" : line.aims().stream().map(Aim::text).collect(Collectors.joining(", ")),
        line.aims().isEmpty() ? "-" : line.met() ? "yes" : "NO");
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
  }

  private static String rate(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
  }

  private static String joined(List<String> row, int[] widths) {
    var text = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      boolean words = i == 0 || i >= HEAD.size() - 2;
      text.append(' ').append(String.format(Locale.ROOT, "%" + (words ? "-" : "") + widths[i] + "s", row.get(i)))
          .append(" |");
    }
    return text.append('\n').toString();
  }

  private static String rule(int[] widths) {
    var text = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      boolean words = i == 0 || i >= HEAD.size() - 2;
      text.append("-".repeat(widths[i] + 1)).append(words ? "-|" : ":|");
    }
    return text.append('\n').toString();
  }
}
