package id.jejak.app.web.ttac;

import id.jejak.app.web.ground.Upload;
import id.jejak.ttac.http.upload.Table;
import id.jejak.ttac.http.upload.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final byte[] MAGIC = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

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
    file.ifPresent(upload -> all.addAll(Pictures.is(upload.bytes()) ? Pictures.read(upload.bytes())
        : old(upload.bytes()) ? oldWorkbook(upload.bytes())
        : upload.name().toLowerCase(Locale.ROOT).endsWith(".xlsx") ? workbook(upload.bytes()) : lines(upload.bytes())));
    return all.stream().limit(MOST).toList();
  }

  private static List<String> lines(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").lines()
        .map(line -> line.split("[;,\t]", 2)[0].strip().replaceAll("^\"|\"$", ""))
        .filter(line -> !line.isEmpty() && !isHead(line)).toList();
  }

  /** Whether a file is a workbook of the older kind, .xls: its first bytes say so. */
  private static boolean old(byte[] bytes) {
    return bytes.length > MAGIC.length && Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length));
  }

  /** Read as a stream of records, which wants a file. */
  private static List<String> oldWorkbook(byte[] bytes) {
    var all = new ArrayList<String>();
    try {
      var file = Files.createTempFile("jejak", ".xls");
      try {
        Files.write(file, bytes);
        Table.read(file, (_, cells) -> {
          if (all.size() <= MOST && !cells[0].isBlank() && !isHead(cells[0].strip())) {
            all.add(cells[0].strip());
          }
        });
        return all;
      } finally {
        Files.delete(file);
      }
    } catch (IOException | UnreadableFile e) {
      throw new Unfit(e);
    }
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
