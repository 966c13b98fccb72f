package id.jejak.ttac.http.upload;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.DateUtil;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/**
 * The first sheet of a workbook of today's spreadsheets. Rows are streamed; only the table of shared texts is held in
 * memory, and that is limited before it is loaded.
 */
final class Xlsx implements Table {
  /** Bytes of shared texts, unpacked. */
  static final long SHARED_TEXTS = 96L * 1024 * 1024;
  private static final String SHARED = "xl/sharedStrings.xml";
  /** How the format writes a control character, such as the separator inside a barcode. */
  private static final Pattern ESCAPED = Pattern.compile("_x00([01][0-9A-Fa-f])_");

  @Override
  public void rows(Path file, Lines lines) throws IOException {
    checkSize(file);
    var cells = new Cells();
    try (var book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        var rows = book.getFirstSheet().openStream()) {
      rows.forEach(row -> {
        for (var cell : row) {
          if (cell != null) {
            put(cells, cell);
          }
        }
        cells.end(row.getRowNum(), lines);
      });
    }
  }

  private static void put(Cells cells, Cell cell) {
    var column = cell.getColumnIndex();
    if (cell.getType() == CellType.NUMBER) {
      if (cell.getDataFormatId() != null
          && DateUtil.isADateFormat(cell.getDataFormatId(), cell.getDataFormatString())) {
        cells.put(column, cell.asDate());
      } else {
        cells.put(column, cell.asNumber().stripTrailingZeros().toPlainString());
      }
      return;
    }
    var text = cell.getText();
    if (text != null) {
      cells.put(column, text.contains("_x00") ? ESCAPED.matcher(text).replaceAll(found ->
          java.util.regex.Matcher.quoteReplacement(
              String.valueOf((char) Integer.parseInt(found.group(1), 16)))) : text);
    }
  }

  /** Unpacks without keeping: what the archive says about sizes may be wrong. */
  private static void checkSize(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      var shared = zip.getEntry(SHARED);
      if (shared == null) {
        return;
      }
      try (var in = zip.getInputStream(shared)) {
        var left = new OutputStream() {
          private long bytes = SHARED_TEXTS;

          @Override
          public void write(int b) {
            take(1);
          }

          @Override
          public void write(byte[] b, int off, int len) {
            take(len);
          }

          private void take(long more) {
            bytes -= more;
            if (bytes < 0) {
              throw new UnreadableFile("the workbook holds more than " + SHARED_TEXTS / 1024 / 1024
                  + " MB of texts: save it as .csv, which has no such limit");
            }
          }
        };
        in.transferTo(left);
      }
    }
  }
}
