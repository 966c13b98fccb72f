package id.jejak.satusehat.http.rules;

import id.jejak.satusehat.domain.rule.Timing;
import id.jejak.satusehat.domain.rule.TimingTables;
import id.jejak.satusehat.http.Documents;
import id.jejak.satusehat.http.rules.Report.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** How a medicine is used: the order of the rules of use, and when it is taken. Stateless. */
final class DosageRules {
  private static final Words SEQUENCE = new Words("PK-12", "sequence harus berurutan mulai dari 1",
      "the sequence must count from 1");
  private static final Words REPEAT = new Words("PK-13", "isi timing.repeat saling bertentangan",
      "timing.repeat contradicts itself");
  private static final Words EQUIVALENT = new Words("PK-14", "timing.repeat harus ekuivalen dengan timing.code",
      "timing.repeat must be equivalent to timing.code");
  private static final Words UNKNOWN = new Words("PK-14", "timing.code tidak ada dalam tabel dokumen",
      "the document's table does not have this timing.code");

  private DosageRules() {}

  static void check(Spot resource, Report report) {
    var instructions = resource.all("dosageInstruction");
    for (int i = 0; i < instructions.size(); i++) {
      var said = Documents.number(instructions.get(i).node().path("sequence"));
      if (said.isEmpty() || said.get().compareTo(java.math.BigDecimal.valueOf(i + 1L)) != 0) {
        report.broken(SEQUENCE, instructions.get(i).at("sequence"), Integer.toString(i + 1),
            said.map(java.math.BigDecimal::toPlainString).orElse("-"));
      }
      instructions.get(i).all("timing").forEach(timing -> timing(timing, report));
    }
  }

  private static void timing(Spot timing, Report report) {
    var repeat = read(timing.node().path("repeat"));
    for (var broken : repeat.broken()) {
      report.broken(REPEAT, timing.at("repeat." + broken.part()), broken.expected(), broken.received());
    }
    for (var coding : timing.all("code.coding")) {
      var row = TimingTables.coded(coding.text("code"));
      if (row.isEmpty()) {
        report.noted(UNKNOWN, coding.at("code"), String.join(" | ", TimingTables.CODES.stream()
            .map(TimingTables.Coded::code).toList()), coding.text("code"));
      } else if (row.get().repeats().stream().noneMatch(repeat::sameRhythm)) {
        report.broken(EQUIVALENT, timing.at("repeat"), row.get().code() + ": " + String.join(" | ",
            row.get().repeats().stream().map(Timing::shown).toList()), repeat.shown());
      }
    }
  }

  /** Reads a {@code timing.repeat}. */
  static Timing read(JsonNode repeat) {
    var parts = new TreeMap<String, String>();
    for (Map.Entry<String, JsonNode> entry : repeat.properties()) {
      var text = switch (entry.getKey()) {
        case "boundsDuration" -> plain(entry.getValue().path("value")) + " " + unit(entry.getValue());
        case "boundsPeriod" -> Documents.text(entry.getValue().path("start")) + "/"
            + Documents.text(entry.getValue().path("end"));
        case "boundsRange" -> plain(entry.getValue().path("low").path("value")) + "-"
            + plain(entry.getValue().path("high").path("value")) + " " + unit(entry.getValue().path("high"));
        default -> listed(entry.getValue());
      };
      if (!text.isBlank()) {
        parts.put(entry.getKey(), text);
      }
    }
    return new Timing(parts);
  }

  private static String unit(JsonNode quantity) {
    var code = Documents.text(quantity.path("code"));
    return code.isEmpty() ? Documents.text(quantity.path("unit")) : code;
  }

  private static String listed(JsonNode value) {
    if (!value.isArray()) {
      return plain(value);
    }
    List<String> all = new ArrayList<>();
    value.forEach(one -> all.add(plain(one)));
    return String.join(",", all.stream().sorted().toList());
  }

  private static String plain(JsonNode value) {
    return Documents.number(value).map(number -> number.stripTrailingZeros().toPlainString())
        .orElseGet(() -> Documents.text(value));
  }
}
