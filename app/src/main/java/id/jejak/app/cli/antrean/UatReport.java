package id.jejak.app.cli.antrean;

import id.jejak.antrean.client.uat.Acceptance.Step;
import java.util.List;

/** The report of an acceptance test in the shape of the form: what was done, expected and received, and who signs. */
final class UatReport {
  private static final String HEAD = """
      <!doctype html>
      <html lang="id"><head><meta charset="utf-8"><title>Form UAT Web Service Antrean RS</title><style>
      body{font:10pt sans-serif;margin:15mm}table{border-collapse:collapse;width:100%}
      th,td{border:1px solid #444;padding:3px 5px;text-align:left;vertical-align:top}
      th{background:#eee}tr{page-break-inside:avoid}.no{background:#fdd}.sign td{height:25mm;width:50%}
      </style></head><body>
      <h1>Form User Acceptance Test</h1>
      <h2>Web Service Antrean RS (diakses oleh Mobile JKN)</h2>
      """;
  private static final String SIGNED = """
      <h2>Persetujuan</h2>
      <table class="sign"><tr><th>Fasilitas kesehatan</th><th>BPJS Kesehatan</th></tr>
      <tr><td>Nama, jabatan, tanda tangan</td><td>Nama, jabatan, tanda tangan</td></tr></table>
      <p>Dibuat oleh <code>./jejak antrean uat</code>; bukan dokumen resmi BPJS Kesehatan.</p>
      </body></html>
      """;

  private UatReport() {}

  static String html(String url, String when, List<Step> steps) {
    long passed = steps.stream().filter(Step::passed).count();
    var page = new StringBuilder(HEAD);
    page.append("<p>Alamat: ").append(text(url)).append("<br>Waktu: ").append(text(when)).append(" WIB<br>Hasil: ")
        .append(passed).append(" dari ").append(steps.size()).append(" skenario sesuai</p>\n<table><tr><th>No</th>")
        .append("<th>Service</th><th>Skenario</th><th>Request</th><th>Pesan yang diharapkan</th>")
        .append("<th>Pesan yang diterima</th><th>Hasil</th></tr>\n");
    int row = 0;
    for (var step : steps) {
      page.append("<tr").append(step.passed() ? "" : " class=\"no\"").append("><td>").append(++row);
      for (var cell : List.of(step.said().service(), step.scenario(), step.said().request(),
          step.expectedCode() + " " + step.expected(), step.said().code() + " " + step.said().message(),
          step.passed() ? step.note().isEmpty() ? "Sesuai" : "Sesuai (" + step.note() + ")" : "Tidak sesuai")) {
        page.append("</td><td>").append(text(cell));
      }
      page.append("</td></tr>\n");
    }
    return page.append("</table>\n").append(SIGNED).toString();
  }

  private static String text(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
