package id.jejak.verify.bench;

import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The numbers behind the table: as JSON with everything, as TSV for a spreadsheet, and the table itself. */
final class Raw {
  private static final List<Double> SHARES = List.of(0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1.0);

  private Raw() {}

  static void write(Path folder, String suite, Map<String, String> facts, List<Line> lines, String table)
      throws IOException {
    Files.createDirectories(folder);
    var all = new LinkedHashMap<String, Object>();
    all.put("suite", suite);
    all.put("machine", facts);
    all.put("lines", lines.stream().map(Raw::json).toList());
    Files.writeString(folder.resolve(suite + ".json"), Json.pretty(all) + "\n");
    Files.writeString(folder.resolve(suite + ".tsv"), tsv(lines));
    Files.writeString(folder.resolve(suite + ".md"), table);
  }

  private static Map<String, Object> json(Line line) {
    var json = new LinkedHashMap<String, Object>();
    json.put("operation", line.operation());
    json.put("unit", line.unit());
    json.put("ours", json(line.ours()));
    if (line.bare() != null) {
      json.put("bare", json(line.bare()));
    }
    line.ratio().ifPresent(ratio -> json.put("ratio", ratio));
    json.put("aims", line.aims().stream().map(Aim::text).toList());
    json.put("met", line.met());
    return json;
  }

  private static Map<String, Object> json(Measure measure) {
    var json = new LinkedHashMap<String, Object>();
    json.put("calls", measure.calls());
    json.put("units", measure.units());
    json.put("per_second", measure.perSecond());
    json.put("rounds_per_second", measure.rounds());
    var millis = new LinkedHashMap<String, Double>();
    SHARES.forEach(share -> millis.put("p" + String.format(Locale.ROOT, "%.1f", share * 100), measure.millis(share)));
    json.put("millis", millis);
    json.put("cpu_seconds", Map.of("generator", measure.cpu().generator(), "server", measure.cpu().server(),
        "database", measure.cpu().database()));
    return json;
  }

  private static String tsv(List<Line> lines) {
    var rows = new ArrayList<String>();
    rows.add(String.join("\t", "operation", "side", "calls", "units", "per_second", "p50_ms", "p99_ms", "max_ms",
        "cpu_generator_s", "cpu_server_s", "cpu_database_s"));
    for (var line : lines) {
      rows.add(row(line.operation(), "ours", line.ours()));
      if (line.bare() != null) {
        rows.add(row(line.operation(), "bare", line.bare()));
      }
    }
    return String.join("\n", rows) + "\n";
  }

  private static String row(String operation, String side, Measure measure) {
    return String.format(Locale.ROOT, "%s\t%s\t%d\t%d\t%.1f\t%.3f\t%.3f\t%.3f\t%.2f\t%.2f\t%.2f", operation, side,
        measure.calls(), measure.units(), measure.perSecond(), measure.millis(0.5), measure.millis(0.99),
        measure.millis(1), measure.cpu().generator(), measure.cpu().server(), measure.cpu().database());
  }
}
