package id.jejak.satusehat.http.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import uk.org.okapibarcode.backend.QrCode;

/** Pages that are written from top to bottom, half an A4 each. Measures are points. For one thread. */
final class Paper implements AutoCloseable {
  static final float MARGIN = 34;
  static final float WIDTH = PDRectangle.A5.getWidth();
  private static final float SPACING = 1.3f;
  /** Stroke that makes the one font bold, as a part of its size. */
  private static final float BOLD = 0.028f;
  private static final char UNKNOWN = '?';

  private final PDDocument document;
  private final PDType0Font font;
  private PDPageContentStream page;
  private float y;

  Paper(PDDocument document, PDType0Font font) throws IOException {
    this.document = document;
    this.font = font;
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
    for (var line : broken(text, size, right - left)) {
      room(size * SPACING);
      y -= size * SPACING;
      put(line, size, bold, left, y);
    }
  }

  /** Writes a text that ends at the right. */
  void right(String text, float size, float right) throws IOException {
    var safe = safe(text);
    put(safe, size, false, right - width(safe, size), y);
  }

  private void put(String line, float size, boolean bold, float x, float at) throws IOException {
    page.beginText();
    page.setFont(font, size);
    page.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    page.setLineWidth(size * BOLD);
    page.newLineAtOffset(x, at);
    page.showText(line);
    page.endText();
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

  private float width(String safe, float size) throws IOException {
    return font.getStringWidth(safe) / 1000 * size;
  }

  private List<String> broken(String text, float size, float width) throws IOException {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : safe(text).strip().split(" +", -1)) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      while (width(line.toString(), size) > width && line.length() > 1) { // one word, too long for a line
        int fits = line.length() - 1;
        while (fits > 1 && width(line.substring(0, fits), size) > width) {
          fits--;
        }
        lines.add(line.substring(0, fits));
        line.delete(0, fits);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** What the font cannot draw, or would break a line, stands as a question mark. */
  private String safe(String text) {
    var safe = new StringBuilder();
    text.codePoints().forEach(point -> safe.appendCodePoint(drawn(point) ? point : Character.isWhitespace(point)
        ? ' ' : UNKNOWN));
    return safe.toString();
  }

  private boolean drawn(int point) {
    if (Character.isISOControl(point)) {
      return false;
    }
    try {
      return font.encode(Character.toString(point)).length > 0;
    } catch (IOException | IllegalArgumentException e) { // the font's way to say that it has no such sign
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}
