package id.jejak.satusehat.http.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Draws a sheet as PDF: letterhead, a QR code of the national number, the items, and whom they are for. The font is in
 * the file, so that it looks alike everywhere. Stateless.
 */
public final class SheetPdf {
  private static final float QR = 64;
  private static final float LEFT = Paper.MARGIN;
  private static final float RIGHT = Paper.WIDTH - Paper.MARGIN;
  private static final float INDENT = LEFT + 26;
  private static final float SMALL = 8;
  private static final float TEXT = 10;
  private static final float LARGE = 13;

  private SheetPdf() {}

  /**
   * The PDF.
   *
   * @param now when it is made
   */
  public static byte[] of(Sheet sheet, Instant now) {
    try (var document = new PDDocument()) {
      var about = document.getDocumentInformation();
      about.setTitle(sheet.copy().isPresent() ? "Salinan resep" : "Resep");
      about.setCreator("Jejak");
      about.setCreationDate(GregorianCalendar.from(now.atZone(ZoneOffset.UTC)));
      try (var paper = new Paper(document)) {
        draw(sheet, paper);
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a PDF in memory", e);
    }
  }

  private static void draw(Sheet sheet, Paper paper) throws IOException {
    head(sheet, paper);
    for (var entry : sheet.entries()) {
      entry(entry, paper);
    }
    paper.down(6);
    paper.room(70);
    paper.down(4);
    paper.rule(0.5f);
    for (var line : sheet.patient()) {
      paper.write(line, TEXT, false, LEFT, RIGHT);
    }
    if (!sheet.payment().isEmpty()) {
      paper.write(sheet.payment(), SMALL, false, LEFT, RIGHT);
    }
    if (sheet.copy().isPresent()) {
      var copy = sheet.copy().get();
      paper.down(8);
      paper.write("p.c.c.", TEXT, false, LEFT, RIGHT);
      paper.write(copy.pharmacy() + ", " + copy.on(), TEXT, false, LEFT, RIGHT);
    }
  }

  private static void head(Sheet sheet, Paper paper) throws IOException {
    float top = paper.y();
    float right = sheet.number().isPresent() ? RIGHT - QR - 10 : RIGHT;
    paper.write(sheet.letterhead().name(), LARGE, true, LEFT, right);
    for (var line : sheet.letterhead().lines()) {
      paper.write(line, SMALL, false, LEFT, right);
    }
    if (sheet.number().isPresent()) {
      paper.qr(sheet.number().get(), QR, RIGHT, top);
      paper.up(Math.min(paper.y(), top - QR));
    }
    paper.down(6);
    paper.rule(1);
    paper.down(2);
    paper.write(sheet.copy().isPresent() ? "SALINAN RESEP" : "RESEP", LARGE, true, LEFT, RIGHT);
    paper.right(sheet.number().map(number -> "No. Resep Nasional " + number)
        .orElse("Nomor Resep Nasional belum diberikan"), TEXT, RIGHT);
    paper.write(sheet.doctor(), TEXT, false, LEFT, RIGHT);
    paper.right(sheet.written(), TEXT, RIGHT);
    paper.down(4);
  }

  private static void entry(Sheet.Entry entry, Paper paper) throws IOException {
    paper.down(6);
    paper.room(20 + 14 * (entry.lines().size() + entry.signa().size()));
    float top = paper.y();
    paper.write("R/", LARGE, true, LEFT, INDENT);
    paper.up(top - (LARGE - TEXT)); // so that both stand on one line
    for (var line : entry.lines()) {
      paper.write(line, TEXT, false, INDENT, RIGHT);
    }
    for (var line : entry.signa()) {
      paper.write(line, TEXT, false, INDENT + 12, RIGHT);
    }
    if (!entry.note().isEmpty()) {
      paper.write("Catatan: " + entry.note(), SMALL, false, INDENT, RIGHT);
    }
    if (!entry.mark().isEmpty()) {
      paper.write("- " + entry.mark() + " -", TEXT, true, INDENT, RIGHT);
    }
  }
}
