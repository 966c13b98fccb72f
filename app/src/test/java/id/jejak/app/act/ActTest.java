package id.jejak.app.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.act.Act.Chapter;
import id.jejak.app.act.Act.Fact;
import id.jejak.app.act.Act.Mark;
import id.jejak.app.act.Act.Row;
import id.jejak.kernel.SecondLane;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@SecondLane
class ActTest {
  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

  private static Act act(int rows) {
    var all = new ArrayList<Row>();
    all.add(new Row("skenario <pertama>", "POST /ambil", "200 Ok", "201 Kuota \"penuh\"\nbaris kedua ≠ 漢", Mark.BROKEN));
    for (int i = 0; i < rows; i++) {
      all.add(new Row("skenario " + i, "langkah yang panjang sekali ".repeat(4), "diharapkan", "x".repeat(300), Mark.MET));
    }
    all.add(new Row("terakhir", "", "", "", Mark.NOT_TRIED));
    return new Act("BERITA ACARA", "Antrean", List.of(new Fact("Pihak pertama", ""), new Fact("Tanggal", "22 November")),
        List.of(new Chapter("Layanan", all)), List.of("Selesai."), List.of("Rumah sakit", "BPJS Kesehatan"), "catatan");
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void aPdfSaysWhatTheActSays() throws IOException {
    var text = text(ActPdf.of(act(0), NOW));
    for (var word : List.of("BERITA ACARA", "Pihak pertama", "skenario <pertama>", "Kuota \"penuh\"", "baris kedua",
        "Tidak sesuai", "Belum diuji", "Kesimpulan", "Rumah sakit", "halaman 1 dari 1")) {
      assertTrue(text.contains(word), word + " is not in: " + text);
    }
  }

  @Test
  void headsStandOnEveryPageAndPagesAreNumbered() throws IOException {
    var text = text(ActPdf.of(act(60), NOW));
    int pages = text.split("halaman \\d+ dari ", -1).length - 1;
    assertTrue(pages > 3, "pages: " + pages);
    assertTrue(text.contains("halaman " + pages + " dari " + pages), text);
    assertTrue(text.split("Hasil yang\\s+diharapkan|Hasil yang diharapkan", -1).length >= pages, "heads on every page");
    assertTrue(text.contains("skenario 59"), "the last row is there");
  }

  @Test
  void aFileIsEscapedAndAsksNobody() {
    var page = ActHtml.of(act(1));
    assertTrue(page.contains("skenario &lt;pertama&gt;") && page.contains("Kuota &quot;penuh&quot;<br>"), page);
    assertFalse(page.matches("(?s).*(<script|src=|href=).*"), "asks another host");
  }

  @Test
  void rowsAreCounted() {
    assertEquals("Dari 4 butir: 2 sesuai, 1 tidak sesuai, 1 belum diuji.", act(2).counted());
  }

  @Test
  void fourDoNotSignBesideEachOther() {
    assertThrows(IllegalArgumentException.class, () -> new Act("", "", List.of(), List.of(), List.of(),
        List.of("a", "b", "c", "d"), ""));
  }
}
