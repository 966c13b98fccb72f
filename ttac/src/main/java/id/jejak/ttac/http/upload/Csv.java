package id.jejak.ttac.http.upload;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Comma-separated text, and what spreadsheets in Indonesia make of it: semicolons. The header line tells which. UTF-8,
 * with or without byte order mark.
 */
final class Csv implements Table {
  /** Characters of one row at the most: an opened quote must not swallow the file. */
  private static final int ROW = 64 * 1024;
  private static final int HEADER_BYTES = 8 * 1024;

  @Override
  public void rows(Path file, Lines lines) throws IOException {
    var cells = new Cells();
    long row = 0;
    try (var reader = CsvReader.builder().fieldSeparator(separator(file)).detectBomHeader(true)
        .allowExtraFields(true).allowMissingFields(true).maxBufferSize(ROW).ofCsvRecord(file, TEXT)) {
      for (var record : reader) {
        row = record.getStartingLineNumber();
        for (int i = 0; i < record.getFieldCount(); i++) {
          cells.put(i, record.getField(i));
        }
        cells.end(row, lines);
      }
    } catch (CsvParseException e) {
      throw new UnreadableFile("after row " + row + ": a row is longer than " + ROW
          + " characters, or a quote is never closed");
    }
  }

  private static char separator(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var header = new String(in.readNBytes(HEADER_BYTES), TEXT).lines().findFirst().orElse("");
      char most = ',';
      for (char candidate : new char[] {';', '\t'}) {
        if (count(header, candidate) > count(header, most)) {
          most = candidate;
        }
      }
      return most;
    }
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
