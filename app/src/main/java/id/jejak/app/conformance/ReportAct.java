package id.jejak.app.conformance;

import id.jejak.app.act.Act;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as a Berita Acara, and as plain JSON values. Stateless. */
public final class ReportAct {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'WIB'", Locale.forLanguageTag("id-ID"))
          .withZone(ZoneOffset.ofHours(7));

  private ReportAct() {}

  /**
   * The record to sign. Refusals that nobody tried are counted and not listed: they would fill pages.
   *
   * @param application what was tested, as its maker calls it; a line to write on when empty
   */
  public static Act of(Report report, String application) {
    var chapters = new ArrayList<Act.Chapter>();
    for (var chapter : report.chapters()) {
      chapters.add(chapter(chapter.title() + " - aturan lalu lintas", chapter.rules()));
      chapters.add(chapter(chapter.title() + " - layanan", chapter.services()));
      var met = chapter.refusals().stream().filter(line -> line.verdict() != Verdict.NOT_EXERCISED).toList();
      if (!met.isEmpty()) {
        chapters.add(chapter(chapter.title() + " - penolakan yang ditemui (" + met.size() + " dari "
            + chapter.refusals().size() + ")", met));
      }
    }
    var facts = List.of(new Act.Fact("Pihak pertama", ""), new Act.Fact("Pihak kedua", ""),
        new Act.Fact("Aplikasi yang diuji", application), new Act.Fact("Tanggal", DAY.format(report.made())),
        new Act.Fact("Lalu lintas", report.source().id() + ", " + report.requests() + " permintaan"),
        new Act.Fact("Dokumen acuan", String.join("; ", report.chapters().stream().map(Report.Chapter::title).toList())));
    var conclusion = new ArrayList<String>();
    conclusion.add("Butir yang diperiksa: " + report.count(Verdict.PASSED) + " sesuai, " + report.count(Verdict.FAILED)
        + " tidak sesuai, " + report.count(Verdict.NOT_EXERCISED) + " belum diuji.");
    conclusion.add(report.clean() ? "Tidak ada pelanggaran dalam lalu lintas yang diperiksa. Butir yang belum diuji tetap"
        + " perlu diuji." : "Butir yang tidak sesuai perlu diperbaiki, lalu diuji kembali.");
    return new Act("BERITA ACARA UJI KESESUAIAN", String.join(", ", report.chapters().stream()
        .map(Report.Chapter::title).toList()), facts, chapters, conclusion, List.of("Pihak pertama", "Pihak kedua"),
        "Dibuat oleh Jejak dari lalu lintas yang tercatat; rahasia dan data pasien disamarkan. Bukan dokumen resmi.");
  }

  private static Act.Chapter chapter(String title, List<Line> lines) {
    return new Act.Chapter(title, lines.stream().map(line -> new Act.Row(line.requirement().scenario().id(),
        line.requirement().step().id(), line.requirement().expected().id(), result(line), mark(line.verdict())))
        .toList());
  }

  private static String result(Line line) {
    var out = new StringBuilder(line.judgement().result().id());
    for (var one : line.judgement().evidence()) {
      out.append("\n#").append(one.number()).append(' ').append(one.at()).append(one.at().isEmpty() ? "" : " ")
          .append(one.request()).append(" -> ").append(one.answer());
    }
    return out.toString();
  }

  private static Act.Mark mark(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> Act.Mark.MET;
      case FAILED -> Act.Mark.BROKEN;
      case NOT_EXERCISED -> Act.Mark.NOT_TRIED;
    };
  }

  /** As plain JSON values, in English, for programs. */
  public static Map<String, Object> json(Report report) {
    var out = new LinkedHashMap<String, Object>();
    out.put("source", report.source().en());
    out.put("made", report.made().toString());
    out.put("requests", report.requests());
    for (var verdict : Verdict.values()) {
      out.put(verdict.name().toLowerCase(Locale.ROOT), report.count(verdict));
    }
    out.put("systems", report.chapters().stream().map(ReportAct::json).toList());
    return out;
  }

  private static Map<String, Object> json(Report.Chapter chapter) {
    var out = new LinkedHashMap<String, Object>();
    out.put("system", chapter.system());
    out.put("document", chapter.title());
    out.put("requests", chapter.requests());
    out.put("requirements", chapter.lines().stream().map(ReportAct::json).toList());
    return out;
  }

  private static Map<String, Object> json(Line line) {
    var out = new LinkedHashMap<String, Object>();
    out.put("id", line.requirement().id());
    out.put("requirement", line.requirement().scenario().en());
    out.put("expected", line.requirement().expected().en());
    out.put("verdict", line.verdict().name().toLowerCase(Locale.ROOT));
    out.put("result", line.judgement().result().en());
    if (!line.judgement().evidence().isEmpty()) {
      out.put("evidence", line.judgement().evidence().stream().map(one -> {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("number", one.number());
        shown.put("request", one.request());
        shown.put("answer", one.answer());
        shown.put("why", one.why().en());
        return shown;
      }).toList());
    }
    return out;
  }
}
