package id.jejak.facility.pharmacy.http.print;

import id.jejak.kernel.print.Typeface;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import uk.org.okapibarcode.backend.QrCode;

/** A PDF that is written from top to bottom of its pages. Measures are points. The font is in the file. For one thread. */
final class Ink implements AutoCloseable {
  private static final float SPACING = 1.25f;

  private final PDDocument document = new PDDocument();
  private final Typeface font;
  private final PDRectangle size;
  private final float margin;
  private PDPageContentStream page;
  private float y;

  Ink(PDRectangle size, float margin, String title, Instant now) throws IOException {
    this.size = size;
    this.margin = margin;
    this.font = new Typeface(document);
    var about = document.getDocumentInformation();
    about.setTitle(title);
    about.setCreator("Jejak");
    about.setCreationDate(GregorianCalendar.from(now.atZone(ZoneOffset.UTC)));
    page = begun();
  }

  private PDPageContentStream begun() throws IOException {
    var sheet = new PDPage(size);
    document.addPage(sheet);
    y = size.getHeight() - margin;
    return new PDPageContentStream(document, sheet);
  }

  /** Begins another page. */
  void next() throws IOException {
    page.close();
    page = begun();
  }

  /** Colours the whole page. */
  void ground(Color colour) throws IOException {
    page.setNonStrokingColor(colour);
    page.addRect(0, 0, size.getWidth(), size.getHeight());
    page.fill();
    page.setNonStrokingColor(Color.BLACK);
  }

  float left() {
    return margin;
  }

  float right() {
    return size.getWidth() - margin;
  }

  float y() {
    return y;
  }

  void to(float height) {
    y = height;
  }

  void down(float points) {
    y -= points;
  }

  /** Begins another page when so much does not fit on this one. */
  void room(float points) throws IOException {
    if (y - points < margin) {
      next();
    }
  }

  /** Writes a text, broken where it is wider than there is room; at most so many lines. */
  void write(String text, float points, boolean bold, float from, float until, int most) throws IOException {
    for (var line : font.broken(text, points, until - from).stream().limit(most).toList()) {
      y -= points * SPACING;
      font.put(page, line, points, bold, from, y);
    }
  }

  /** The same in the middle of the page. */
  void middle(String text, float points, boolean bold, int most) throws IOException {
    for (var line : font.broken(text, points, right() - left()).stream().limit(most).toList()) {
      y -= points * SPACING;
      font.put(page, line, points, bold, (left() + right() - font.width(line, points)) / 2, y);
    }
  }

  /** Writes a text that ends at the right, on the line that was written last. */
  void atRight(String text, float points) throws IOException {
    var line = font.safe(text);
    font.put(page, line, points, false, right() - font.width(line, points), y);
  }

  /** A line from margin to margin. */
  void rule(float thick) throws IOException {
    page.setLineWidth(thick);
    page.moveTo(left(), y);
    page.lineTo(right(), y);
    page.stroke();
  }

  /** A QR code on white whose upper right corner is here. */
  void qr(String text, float edge, float until, float top) throws IOException {
    var code = new QrCode();
    code.setPreferredEccLevel(QrCode.EccLevel.M);
    code.setModuleWidth(1);
    code.setContent(text);
    page.setNonStrokingColor(Color.WHITE);
    page.addRect(until - edge - 3, top - edge - 3, edge + 6, edge + 6);
    page.fill();
    page.setNonStrokingColor(Color.BLACK);
    float module = edge / code.getWidth();
    for (var square : code.getRectangles()) {
      page.addRect(until - edge + (float) square.x * module,
          top - ((float) square.y + (float) square.height) * module, (float) square.width * module,
          (float) square.height * module);
    }
    page.fill();
  }

  /** The whole file; nothing is written afterwards. */
  byte[] bytes() throws IOException {
    page.close();
    var out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a PDF in memory", e);
    }
  }
}
