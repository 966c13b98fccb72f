package id.jejak.ttac.http.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file as rows of cells, read once from top to bottom. What the file is, its first bytes decide: files are named
 * wrongly too often.
 */
public interface Table {
  /** Takes the rows, in order. */
  @FunctionalInterface
  interface Lines {
    /**
     * One row that is not empty.
     *
     * @param number as the program that made the file shows it, from 1
     * @param cells texts; empty where there is nothing, short where nothing follows. Dates of spreadsheets come as
     *     {@code yyyy-mm-dd}
     */
    void line(long number, String[] cells);
  }

  /** Gives every row to {@code lines}. */
  void rows(Path file, Lines lines) throws IOException;

  /**
   * Reads a file. What {@code lines} throws comes out as it is.
   *
   * @throws UnreadableFile when the file is damaged or no table
   */
  static void read(Path file, Lines lines) {
    var failure = new RuntimeException[1];
    try {
      of(file).rows(file, (number, cells) -> {
        try {
          lines.line(number, cells);
        } catch (RuntimeException e) {
          failure[0] = e;
          throw e;
        }
      });
    } catch (UnreadableFile e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (failure[0] != null) {
        throw failure[0];
      }
      throw new UnreadableFile("the file is damaged, or not what its first bytes say it is");
    }
  }

  private static Table of(Path file) {
    byte[] start;
    try (var in = Files.newInputStream(file)) {
      start = in.readNBytes(8);
    } catch (IOException e) {
      throw new UncheckedIOException("the uploaded file went away", e);
    }
    if (start.length == 0) {
      throw new UnreadableFile("the file is empty");
    }
    if (startsWith(start, 'P', 'K', 3, 4)) {
      return new Xlsx();
    }
    return startsWith(start, 0xD0, 0xCF, 0x11, 0xE0) ? new Xls() : new Csv();
  }

  private static boolean startsWith(byte[] start, int... magic) {
    if (start.length < magic.length) {
      return false;
    }
    var wanted = new byte[magic.length];
    for (int i = 0; i < magic.length; i++) {
      wanted[i] = (byte) magic[i];
    }
    return Arrays.equals(wanted, Arrays.copyOf(start, wanted.length));
  }

  /** Cells of one row on their way; a row without any text counts as none. */
  final class Cells {
    /** Columns that are read; further ones are ignored. */
    static final int MOST = 256;
    private static final int DAY = 10;

    private final String[] cells = new String[MOST];
    private int used;

    Cells() {
      Arrays.fill(cells, "");
    }

    void put(int column, String text) {
      if (column >= 0 && column < MOST && !text.isBlank()) {
        cells[column] = text;
        used = Math.max(used, column + 1);
      }
    }

    void put(int column, java.time.LocalDateTime moment) {
      put(column, moment.toString().substring(0, DAY));
    }

    /** Hands the row on, when it has any text, and starts the next one. */
    void end(long number, Lines lines) {
      if (used > 0) {
        var row = Arrays.copyOf(cells, used);
        Arrays.fill(cells, 0, used, "");
        used = 0;
        lines.line(number, row);
      }
    }
  }

  /** The encoding of all text files. */
  java.nio.charset.Charset TEXT = StandardCharsets.UTF_8;
}
