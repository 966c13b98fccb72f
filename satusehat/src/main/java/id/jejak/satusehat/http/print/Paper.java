package id.jejak.satusehat.http.print;

import id.jejak.kernel.print.Typeface;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import uk.org.okapibarcode.backend.QrCode;

/** Pages that are written from top to bottom, half an A4 each. Measures are points. For one thread. */
final class Paper implements AutoCloseable {
  static final float MARGIN = 34;
  static final float WIDTH = PDRectangle.A5.getWidth();
  private static final float SPACING = 1.3f;

  private final PDDocument document;
  private final Typeface font;
  private PDPageContentStream page;
  private float y;

  Paper(PDDocument document) throws IOException {
    this.document = document;
    this.font = new Typeface(document);
    this.page = begin();
  }

  private PDPageContentStream begin() throws IOException {
    var sheet = new PDPage(PDRectangle.A5);
    document.addPage(sheet);
    y = PDRectangle.A5.getHeight() - MARGIN;
    return new PDPageContentStream(document, sheet);
  }

  float y() {
    return y;
  }

  void down(float points) {
    y -= points;
  }

  void up(float to) {
    y = to;
  }

  /** Begins another page when so much does not fit on this one. */
  void room(float points) throws IOException {
    if (y - points < MARGIN) {
      page.close();
      page = begin();
    }
  }

  /** Writes a text, broken where it is wider than there is room. */
  void write(String text, float size, boolean bold, float left, float right) throws IOException {
    for (var line : font.broken(text, size, right - left)) {
      room(size * SPACING);
      y -= size * SPACING;
      font.put(page, line, size, bold, left, y);
    }
  }

  /** Writes a text that ends at the right. */
  void right(String text, float size, float right) throws IOException {
    var line = font.safe(text);
    font.put(page, line, size, false, right - font.width(line, size), y);
  }

  /** A line from margin to margin. */
  void rule(float thick) throws IOException {
    page.setLineWidth(thick);
    page.moveTo(MARGIN, y);
    page.lineTo(WIDTH - MARGIN, y);
    page.stroke();
  }

  /** A QR code whose upper right corner is here. */
  void qr(String text, float edge, float right, float top) throws IOException {
    var code = new QrCode();
    code.setPreferredEccLevel(QrCode.EccLevel.M);
    code.setModuleWidth(1);
    code.setContent(text);
    float module = edge / code.getWidth();
    for (var square : code.getRectangles()) {
      page.addRect(right - edge + (float) square.x * module, top - ((float) square.y + (float) square.height) * module,
          (float) square.width * module, (float) square.height * module);
    }
    page.fill();
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}
