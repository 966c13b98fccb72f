package id.jejak.app.cli.antrean;

import id.jejak.antrean.client.uat.Step;
import id.jejak.antrean.contract.rs.Ports;
import id.jejak.app.act.Act;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The report of an acceptance test in the shape of the form: what was done, expected and received, and who signs. */
final class UatReport {
  private UatReport() {}

  /** The record to sign, a chapter for each service. */
  static Act of(String url, String when, List<Step> steps) {
    var byService = new LinkedHashMap<String, List<Act.Row>>();
    steps.forEach(step -> byService.computeIfAbsent(step.service(), _ -> new ArrayList<>()).add(row(step)));
    var chapters = byService.entrySet().stream().map(one -> new Act.Chapter(one.getKey(), one.getValue())).toList();
    var facts = List.of(new Act.Fact("Fasilitas kesehatan", ""), new Act.Fact("Pembuat aplikasi", ""),
        new Act.Fact("Alamat web service", url),
        new Act.Fact("Port " + port(url), Ports.reached(port(url)) ? "dapat dicapai BPJS"
            : "tidak termasuk port yang dapat dicapai BPJS"),
        new Act.Fact("Waktu pengujian", when + " WIB"),
        new Act.Fact("Acuan", "Katalog Web Service Antrean - RS (diakses oleh Mobile JKN)"));
    var unmade = new Act("", "", List.of(), chapters, List.of(), List.of(), "");
    boolean clean = steps.stream().noneMatch(Step::broken);
    return new Act("BERITA ACARA USER ACCEPTANCE TEST", "Web Service Antrean RS (diakses oleh Mobile JKN)", facts, chapters,
        List.of(unmade.counted(), clean ? "Semua skenario yang diuji sesuai. Skenario yang belum diuji tetap perlu diuji."
            : "Skenario yang tidak sesuai perlu diperbaiki, lalu diuji kembali."),
        List.of("Fasilitas kesehatan", "BPJS Kesehatan"),
        "Dibuat oleh ./jejak antrean uat; bukan dokumen resmi BPJS Kesehatan.");
  }

  /** The port of an address. */
  static int port(String url) {
    var address = URI.create(url);
    return address.getPort() > 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
  }

  private static Act.Row row(Step step) {
    return switch (step.result()) {
      case MET -> new Act.Row(step.scenario(), step.said().request(), expected(step), received(step)
          + (step.note().isEmpty() ? "" : "\n(kata-kata lain)"), Act.Mark.MET);
      case BROKEN -> new Act.Row(step.scenario(), step.said().request(), expected(step), received(step),
          Act.Mark.BROKEN);
      case NOT_TRIED -> new Act.Row(step.scenario(), "", expected(step), step.note(), Act.Mark.NOT_TRIED);
    };
  }

  private static String expected(Step step) {
    return step.expectedCode() + " " + step.expected();
  }

  private static String received(Step step) {
    return step.said().code() + " " + step.said().message();
  }
}
