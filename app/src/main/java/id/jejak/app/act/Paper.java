package id.jejak.app.act;

import id.jejak.kernel.print.Typeface;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Pages of A4 across that are written from top to bottom. Measures are points. For one thread. */
final class Paper implements AutoCloseable {
  private static final PDRectangle SIZE =
      new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
  private static final float MARGIN = 36;
  private static final float LEFT = MARGIN;
  private static final float RIGHT = SIZE.getWidth() - MARGIN;
  private static final float SPACING = 1.25f;
  private static final float PAD = 3;
  /** Lines of one cell; what is longer ends with dots. */
  private static final int CELL_LINES = 26;

  private record Table(List<String> heads, float[] widths, float size) {}

  private final PDDocument document;
  private final Typeface font;
  private PDPageContentStream page;
  private float y;
  private Optional<Table> table = Optional.empty();

  Paper(PDDocument document, Typeface font) throws IOException {
    this.document = document;
    this.font = font;
    this.page = begin();
  }

  private PDPageContentStream begin() throws IOException {
    var sheet = new PDPage(SIZE);
    document.addPage(sheet);
    y = SIZE.getHeight() - MARGIN;
    return new PDPageContentStream(document, sheet);
  }

  /** Writes on every page which one it is, when it is known how many there are. */
  static void numbered(PDDocument document, Typeface font, String title) throws IOException {
    int of = document.getNumberOfPages();
    for (int i = 0; i < of; i++) {
      try (var foot = new PDPageContentStream(document, document.getPage(i),
          PDPageContentStream.AppendMode.APPEND, true, true)) {
        font.put(foot, title.replaceAll("[^\\x20-\\x7e]", "-") + " - halaman " + (i + 1) + " dari " + of, 7, false, LEFT,
            MARGIN / 2);
      }
    }
  }

  void down(float points) {
    y -= points;
  }

  /** Begins another page when so much does not fit on this one. */
  void room(float points) throws IOException {
    if (y - points < MARGIN) {
      page.close();
      page = begin();
      if (table.isPresent()) {
        heads(table.get());
      }
    }
  }

  /** Writes a text over the whole width, broken where it is wider. */
  void write(String text, float size, boolean bold) throws IOException {
    for (var line : broken(text, size, RIGHT - LEFT)) {
      line(line, size, bold, LEFT);
    }
  }

  void centred(String text, float size, boolean bold) throws IOException {
    for (var line : broken(text, size, RIGHT - LEFT)) {
      line(line, size, bold, (LEFT + RIGHT - font.width(line, size)) / 2);
    }
  }

  /** A name at the left, and what it is beside it. */
  void named(String name, String value, float size, float names) throws IOException {
    boolean first = true;
    for (var line : broken(value, size, RIGHT - LEFT - names - 8)) {
      room(size * SPACING);
      y -= size * SPACING;
      if (first) {
        font.put(page, font.safe(name), size, false, LEFT, y);
        font.put(page, ":", size, false, LEFT + names, y);
      }
      font.put(page, line, size, false, LEFT + names + 8, y);
      first = false;
    }
  }

  private void line(String line, float size, boolean bold, float x) throws IOException {
    room(size * SPACING);
    y -= size * SPACING;
    font.put(page, line, size, bold, x, y);
  }

  /** A table begins. */
  void table(List<String> heads, float[] widths, float size) throws IOException {
    var fresh = new Table(heads, widths, size);
    heads(fresh);
    table = Optional.of(fresh);
  }

  void tableEnds() {
    table = Optional.empty();
  }

  private void heads(Table of) throws IOException {
    draw(of, of.heads(), 0.9f, true);
  }

  /** A row of the table that was begun. */
  void row(List<String> cells, boolean marked) throws IOException {
    draw(table.orElseThrow(), cells, marked ? 0.94f : 1, false);
  }

  private void draw(Table of, List<String> cells, float grey, boolean bold) throws IOException {
    var lines = new ArrayList<List<String>>();
    int most = 1;
    for (int i = 0; i < cells.size(); i++) {
      var cell = cut(broken(cells.get(i), of.size(), of.widths()[i] - 2 * PAD));
      lines.add(cell);
      most = Math.max(most, cell.size());
    }
    float height = most * of.size() * SPACING + 2 * PAD;
    room(height);
    float x = LEFT;
    for (int i = 0; i < cells.size(); i++) {
      float width = of.widths()[i];
      page.setNonStrokingColor(grey);
      page.addRect(x, y - height, width, height);
      page.fill();
      page.setNonStrokingColor(0f);
      page.setLineWidth(0.4f);
      page.addRect(x, y - height, width, height);
      page.stroke();
      float at = y - PAD;
      for (var line : lines.get(i)) {
        at -= of.size() * SPACING;
        font.put(page, line, of.size(), bold, x + PAD, at + of.size() * 0.25f);
      }
      x += width;
    }
    y -= height;
  }

  private static List<String> cut(List<String> lines) {
    if (lines.size() <= CELL_LINES) {
      return lines;
    }
    var some = new ArrayList<>(lines.subList(0, CELL_LINES - 1));
    some.add("...");
    return some;
  }

  /** Boxes to sign in, beside each other. */
  void signed(List<String> signers, String what, float size, float height) throws IOException {
    if (signers.isEmpty()) {
      return;
    }
    room(height);
    float width = (RIGHT - LEFT) / signers.size();
    for (int i = 0; i < signers.size(); i++) {
      page.setLineWidth(0.4f);
      page.addRect(LEFT + i * width, y - height, width, height);
      page.stroke();
      font.put(page, font.safe(signers.get(i)), size, true, LEFT + i * width + 6, y - size * SPACING);
      font.put(page, font.safe(what), size - 1.5f, false, LEFT + i * width + 6, y - height + 6);
    }
    y -= height;
  }

  private List<String> broken(String text, float size, float width) throws IOException {
    var lines = new ArrayList<String>();
    for (var paragraph : text.split("\n", -1)) {
      lines.addAll(font.broken(paragraph, size, width));
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}
