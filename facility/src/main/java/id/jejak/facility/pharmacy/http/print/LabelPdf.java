package id.jejak.facility.pharmacy.http.print;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws labels as PDF, one a page of 70 by 45 millimetres: white for what is swallowed, blue for what is not. Stateless. */
public final class LabelPdf {
  private static final float MILLIMETRE = 72f / 25.4f;
  private static final PDRectangle SIZE = new PDRectangle(70 * MILLIMETRE, 45 * MILLIMETRE);
  private static final float MARGIN = 8;
  private static final float QR = 36;
  private static final Color BLUE = new Color(0xbf, 0xdb, 0xff);

  private LabelPdf() {}

  /**
   * The PDF.
   *
   * @param labels at least one
   * @param now when it is made
   */
  public static byte[] of(List<Label> labels, Instant now) {
    try (var ink = new Ink(SIZE, MARGIN, "Etiket", now)) {
      boolean first = true;
      for (var label : labels) {
        if (!first) {
          ink.next();
        }
        first = false;
        draw(label, ink);
      }
      return ink.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException("a PDF in memory", e);
    }
  }

  private static void draw(Label label, Ink ink) throws IOException {
    if (label.outside()) {
      ink.ground(BLUE);
    }
    float top = ink.y();
    float aside = ink.right() - QR - 6;
    ink.qr(label.number(), QR, ink.right(), top);
    ink.write(label.facility(), 9, true, ink.left(), aside, 1);
    ink.write("Apoteker: " + label.pharmacist(), 6, false, ink.left(), aside, 1);
    ink.write("No. " + label.number(), 6, false, ink.left(), aside, 1);
    ink.write("Tgl. " + label.day(), 6, false, ink.left(), aside, 1);
    ink.to(top - QR - 5);
    ink.rule(0.6f);
    ink.write(label.patient(), 10, true, ink.left(), ink.right(), 1);
    ink.down(2);
    ink.middle(label.words(), 12, true, 2);
    ink.down(1);
    ink.write(label.medicine(), 8, false, ink.left(), ink.right(), 1);
    ink.write(label.amount() + (label.useBy().isEmpty() ? "" : " · ED " + label.useBy()), 8, false, ink.left(),
        ink.right(), 1);
    if (label.outside()) {
      ink.atRight("OBAT LUAR", 8);
    }
  }
}
