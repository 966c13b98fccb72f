package id.jejak.app.act;

import id.jejak.kernel.print.Typeface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A Berita Acara as PDF, A4 across. Its font is in the file, so that it looks alike everywhere; heads of tables stand on
 * every page. Stateless.
 */
public final class ActPdf {
  /** The columns, in order. */
  static final List<String> HEADS = List.of("No", "Skenario", "Langkah", "Hasil yang diharapkan", "Hasil", "Status");
  /** Widths of the columns in points; the page is 770 wide between its margins. */
  private static final float[] WIDTHS = {28, 172, 142, 162, 204, 62};
  private static final float SMALL = 7.5f;
  private static final float TEXT = 9;
  private static final float LARGE = 13;
  private static final float NAMES = 120;
  private static final float SIGNED = 92;
  private static final String BLANK = ".".repeat(60);

  private ActPdf() {}

  /**
   * The PDF.
   *
   * @param now when it is made
   */
  public static byte[] of(Act act, Instant now) {
    try (var document = new PDDocument()) {
      var about = document.getDocumentInformation();
      about.setTitle(act.title());
      about.setSubject(act.subtitle());
      about.setCreator("Jejak");
      about.setCreationDate(GregorianCalendar.from(now.atZone(ZoneOffset.UTC)));
      var font = new Typeface(document);
      try (var paper = new Paper(document, font)) {
        draw(act, paper);
      }
      Paper.numbered(document, font, act.title());
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a PDF in memory", e);
    }
  }

  private static void draw(Act act, Paper paper) throws IOException {
    paper.centred(act.title(), LARGE, true);
    paper.centred(act.subtitle(), TEXT, false);
    paper.down(8);
    for (var fact : act.facts()) {
      paper.named(fact.name(), fact.value().isEmpty() ? BLANK : fact.value(), TEXT, NAMES);
    }
    for (var chapter : act.chapters()) {
      paper.down(10);
      paper.room(60);
      paper.write(chapter.title(), TEXT + 1, true);
      paper.down(3);
      paper.table(HEADS, WIDTHS, SMALL);
      int number = 0;
      for (var row : chapter.rows()) {
        paper.row(List.of(Integer.toString(++number), row.scenario(), row.step(), row.expected(), row.result(),
            row.mark().word()), row.mark() == Act.Mark.BROKEN);
      }
      paper.tableEnds();
    }
    paper.down(10);
    paper.room(40 + SIGNED);
    paper.write("Kesimpulan", TEXT + 1, true);
    for (var line : act.conclusion()) {
      paper.write(line, TEXT, false);
    }
    paper.down(8);
    paper.signed(act.signers(), "Nama, jabatan, tanggal, tanda tangan", TEXT, SIGNED);
    paper.down(4);
    paper.write(act.note(), SMALL, false);
  }
}
