package id.jejak.facility.pharmacy.http.print;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import uk.org.okapibarcode.backend.QrCode;

/** A PDF that is written from top to bottom of its pages. Measures are points. The font is in the file. For one thread. */
final class Ink implements AutoCloseable {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float SPACING = 1.25f;
  /** Stroke that makes the one font bold, as a part of its size. */
  private static final float BOLD = 0.028f;

  private final PDDocument document = new PDDocument();
  private final PDType0Font font;
  private final PDRectangle size;
  private final float margin;
  private PDPageContentStream page;
  private float y;

  Ink(PDRectangle size, float margin, String title, Instant now) throws IOException {
    this.size = size;
    this.margin = margin;
    try (var ttf = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), "the font is not packed")) {
      font = PDType0Font.load(document, ttf);
    }
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
    for (var line : broken(safe(text), points, until - from).stream().limit(most).toList()) {
      y -= points * SPACING;
      put(line, points, bold, from);
    }
  }

  /** The same in the middle of the page. */
  void middle(String text, float points, boolean bold, int most) throws IOException {
    for (var line : broken(safe(text), points, right() - left()).stream().limit(most).toList()) {
      y -= points * SPACING;
      put(line, points, bold, (left() + right() - width(line, points)) / 2);
    }
  }

  /** Writes a text that ends at the right, on the line that was written last. */
  void atRight(String text, float points) throws IOException {
    var line = safe(text);
    put(line, points, false, right() - width(line, points));
  }

  private void put(String line, float points, boolean bold, float x) throws IOException {
    page.beginText();
    page.setFont(font, points);
    page.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    page.setLineWidth(points * BOLD);
    page.newLineAtOffset(x, y);
    page.showText(line);
    page.endText();
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

  private float width(String line, float points) throws IOException {
    return font.getStringWidth(line) / 1000 * points;
  }

  private List<String> broken(String text, float points, float width) throws IOException {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.strip().split(" +", -1)) {
      if (!line.isEmpty() && width(line + " " + word, points) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      while (line.length() > 1 && width(line.toString(), points) > width) { // one word, too long for a line
        int fits = line.length() - 1;
        while (fits > 1 && width(line.substring(0, fits), points) > width) {
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
    text.codePoints().forEach(point -> safe.appendCodePoint(drawn(point) ? point
        : Character.isWhitespace(point) ? ' ' : '?'));
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
