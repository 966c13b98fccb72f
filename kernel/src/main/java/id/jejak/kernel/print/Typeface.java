package id.jejak.kernel.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * The one font of our PDFs. It is in the file, so that it looks alike everywhere. Measures are points. For one document
 * and one thread.
 */
public final class Typeface {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  /** Stroke that makes the one font bold, as a part of its size. */
  private static final float BOLD = 0.028f;

  private final PDType0Font font;

  /** Puts the font into the document; only the signs that are written stay in the file. */
  public Typeface(PDDocument document) throws IOException {
    try (var ttf = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), "the font is not packed")) {
      font = PDType0Font.load(document, ttf);
    }
  }

  /** Writes one line whose left end is at {@code x}; the text was made {@link #safe}. */
  public void put(PDPageContentStream page, String line, float points, boolean bold, float x, float y)
      throws IOException {
    page.beginText();
    page.setFont(font, points);
    page.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    page.setLineWidth(points * BOLD);
    page.newLineAtOffset(x, y);
    page.showText(line);
    page.endText();
  }

  /** How wide a text is that was made {@link #safe}. */
  public float width(String line, float points) throws IOException {
    return font.getStringWidth(line) / 1000 * points;
  }

  /**
   * Lines that are no wider than {@code width}, at least one: broken between words, and inside a word that is too long
   * for a line. They are safe. The work grows with the text, not with its square: a result may
   * hold a token of thousands of signs.
   */
  public List<String> broken(String text, float points, float width) throws IOException {
    float most = width / points * 1000;
    float space = font.getStringWidth(" ");
    float used = 0;
    var lines = new ArrayList<StringBuilder>();
    for (var word : safe(text).strip().split(" +", -1)) {
      boolean joins = !lines.isEmpty() && used + space + font.getStringWidth(word) <= most;
      if (!joins) {
        lines.add(new StringBuilder());
        used = 0;
      }
      for (int sign : (joins ? " " + word : word).codePoints().toArray()) {
        float wide = font.getStringWidth(Character.toString(sign));
        if (used > 0 && used + wide > most) {
          lines.add(new StringBuilder());
          used = 0;
        }
        lines.getLast().appendCodePoint(sign);
        used += wide;
      }
    }
    return lines.stream().map(StringBuilder::toString).toList();
  }

  /** What the font cannot draw, or would break a line, stands as a question mark. */
  public String safe(String text) {
    var signs = font.getCmapLookup();
    var safe = new StringBuilder();
    text.codePoints().map(point -> !Character.isISOControl(point) && signs.getGlyphId(point) > 0 ? point
        : Character.isWhitespace(point) ? ' ' : '?').forEach(safe::appendCodePoint);
    return safe.toString();
  }
}
