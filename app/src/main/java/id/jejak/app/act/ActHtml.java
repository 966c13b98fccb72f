package id.jejak.app.act;

import java.util.List;

/** A Berita Acara as one HTML file that prints well and needs nothing else. Stateless. */
public final class ActHtml {
  private static final String HEAD = """
      <!doctype html>
      <html lang="id"><head><meta charset="utf-8"><title>%s</title><style>
      @page{size:A4 landscape;margin:12mm}body{font:9.5pt sans-serif;margin:10mm}h1{font-size:15pt;margin:0;text-align:center}
      .sub{text-align:center;margin:2px 0 10px}h2{font-size:11pt;margin:14px 0 4px}table{border-collapse:collapse;width:100%%}
      .rows th,.rows td,.sign td,.sign th{border:1px solid #444;padding:3px 5px;text-align:left;vertical-align:top;
      overflow-wrap:anywhere}
      .rows th{background:#eee}tr{page-break-inside:avoid}.facts td{padding:1px 8px 1px 0;vertical-align:top}
      .BROKEN td{background:#fde2e0}.NOT_TRIED td{color:#555}.sign{margin-top:10px}.sign td{height:26mm;vertical-align:bottom}
      .note{color:#555;font-size:8.5pt}
      </style></head><body>
      """;
  private static final String BLANK = "…………………………………………";

  private ActHtml() {}

  /** The file. */
  public static String of(Act act) {
    var page = new StringBuilder(HEAD.formatted(text(act.title())));
    page.append("<h1>").append(text(act.title())).append("</h1><p class=\"sub\">").append(text(act.subtitle()))
        .append("</p>\n<table class=\"facts\">\n");
    for (var fact : act.facts()) {
      page.append("<tr><td>").append(text(fact.name())).append("</td><td>: ")
          .append(fact.value().isEmpty() ? BLANK : text(fact.value())).append("</td></tr>\n");
    }
    page.append("</table>\n");
    act.chapters().forEach(chapter -> chapter(chapter, page));
    page.append("<h2>Kesimpulan</h2>\n");
    act.conclusion().forEach(line -> page.append("<p>").append(text(line)).append("</p>\n"));
    page.append("<table class=\"sign\"><tr>");
    act.signers().forEach(signer -> page.append("<th>").append(text(signer)).append("</th>"));
    page.append("</tr><tr>").append("<td>Nama, jabatan, tanggal, tanda tangan</td>".repeat(act.signers().size()))
        .append("</tr></table>\n<p class=\"note\">").append(text(act.note())).append("</p>\n</body></html>\n");
    return page.toString();
  }

  private static void chapter(Act.Chapter chapter, StringBuilder page) {
    page.append("<h2>").append(text(chapter.title())).append("</h2>\n<table class=\"rows\"><thead><tr>");
    for (var head : ActPdf.HEADS) {
      page.append("<th>").append(head).append("</th>");
    }
    page.append("</tr></thead><tbody>\n");
    int number = 0;
    for (var row : chapter.rows()) {
      page.append("<tr class=\"").append(row.mark().name()).append("\"><td>").append(++number);
      for (var cell : List.of(row.scenario(), row.step(), row.expected(), row.result(), row.mark().word())) {
        page.append("</td><td>").append(text(cell).replace("\n", "<br>"));
      }
      page.append("</td></tr>\n");
    }
    page.append("</tbody></table>\n");
  }

  private static String text(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
