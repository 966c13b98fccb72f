package id.jejak.facility.pharmacy.http.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws a prescription or its copy on A5, with a QR code of its number. Stateless. */
public final class ScriptPdf {
  private static final float MARGIN = 34;
  private static final float QR = 64;
  private static final float SMALL = 8;
  private static final float TEXT = 10;
  private static final float LARGE = 13;

  private ScriptPdf() {}

  /**
   * The PDF.
   *
   * @param now when it is made
   */
  public static byte[] of(Script script, Instant now) {
    try (var ink = new Ink(PDRectangle.A5, MARGIN, script.copy() ? "Salinan resep" : "Resep", now)) {
      draw(script, ink);
      return ink.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException("a PDF in memory", e);
    }
  }

  private static void draw(Script script, Ink ink) throws IOException {
    float top = ink.y();
    float aside = ink.right() - QR - 10;
    ink.qr(script.number(), QR, ink.right(), top);
    ink.write(script.facility(), LARGE, true, ink.left(), aside, 2);
    ink.write(script.doctor(), TEXT, false, ink.left(), aside, 1);
    ink.write((script.national() ? "No. Resep Nasional " : "No. Resep ") + script.number(), SMALL, false, ink.left(),
        aside, 2);
    ink.write("Tanggal " + script.day(), SMALL, false, ink.left(), aside, 1);
    ink.to(Math.min(ink.y(), top - QR) - 6);
    ink.rule(1);
    ink.down(2);
    ink.write(script.copy() ? "SALINAN RESEP" : "RESEP", LARGE, true, ink.left(), ink.right(), 1);
    for (var item : script.items()) {
      ink.down(6);
      ink.room(24 + 14 * (item.lines().size() + 3));
      float begin = ink.y();
      ink.write("R/", LARGE, true, ink.left(), ink.left() + 26, 1);
      ink.to(begin);
      for (var line : item.lines()) {
        ink.write(line, TEXT, false, ink.left() + 26, ink.right(), 3);
      }
      ink.write("S. " + item.signa(), TEXT, false, ink.left() + 38, ink.right(), 3);
      ink.write(item.repeats() + (item.given().isEmpty() ? "" : "   - " + item.given() + " -"), TEXT,
          !item.given().isEmpty(), ink.left() + 26, ink.right(), 1);
    }
    ink.down(10);
    ink.room(60);
    ink.rule(0.5f);
    ink.write("Pro: " + script.patient(), TEXT, false, ink.left(), ink.right(), 2);
    if (script.copy()) {
      ink.down(6);
      ink.write("p.c.c.", TEXT, false, ink.left(), ink.right(), 1);
    }
    ink.write(script.signer(), TEXT, false, ink.left(), ink.right(), 1);
  }
}
