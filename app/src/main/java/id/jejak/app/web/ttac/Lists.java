package id.jejak.app.web.ttac;

import id.jejak.app.web.ground.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads barcodes from what was scanned or sent as a file: one a line, or the first column. */
public final class Lists {
  /** Barcodes of one form. */
  public static final int MOST = 5_000;
  /** Bytes of a file. */
  public static final long FILE_BYTES = 4L * 1024 * 1024;

  private Lists() {}

  /** A file that is none of the kinds that are read. */
  public static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unfit(Throwable cause) {
      super("not readable as a list", cause);
    }
  }

  /**
   * Distinct barcodes, in order.
   *
   * @throws Unfit when the file cannot be read
   */
  public static List<String> read(String typed, Optional<Upload> file) {
    var all = new LinkedHashSet<String>();
    typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(all::add);
    file.ifPresent(upload -> all.addAll(upload.name().toLowerCase(Locale.ROOT).endsWith(".xlsx")
        ? workbook(upload.bytes()) : lines(upload.bytes())));
    return all.stream().limit(MOST).toList();
  }

  private static List<String> lines(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").lines()
        .map(line -> line.split("[;,\t]", 2)[0].strip().replaceAll("^\"|\"$", ""))
        .filter(line -> !line.isEmpty() && !isHead(line)).toList();
  }

  private static List<String> workbook(byte[] bytes) {
    var all = new ArrayList<String>();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
        var rows = book.getFirstSheet().openStream()) {
      rows.limit(MOST + 1L).forEach(row -> row.getCellAsString(0).map(String::strip)
          .filter(text -> !text.isEmpty() && !isHead(text)).ifPresent(all::add));
      return all;
    } catch (IOException | RuntimeException e) {
      throw new Unfit(e);
    }
  }

  private static boolean isHead(String text) {
    return text.toLowerCase(Locale.ROOT).matches("barcode|kode|code|serial|barcode primer|barcode parent");
  }
}
