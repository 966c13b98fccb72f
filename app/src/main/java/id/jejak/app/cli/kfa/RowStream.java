package id.jejak.app.cli.kfa;

import id.jejak.kernel.json.Json;
import id.jejak.kfa.store.Row;
import java.io.InputStream;
import java.util.Iterator;

/** Rows as bytes, one document a line, made as they are read. For one thread at a time. */
final class RowStream extends InputStream {
  private final Iterator<Row> rows;
  private final RowProgress progress;
  private byte[] line = new byte[0];
  private int at;

  /**
   * A stream.
   *
   * @param progress told of every row
   */
  RowStream(Iterator<Row> rows, RowProgress progress) {
    this.rows = rows;
    this.progress = progress;
  }

  /** A row's line, with its end. */
  private static byte[] line(Row row) {
    var json = Json.write((Object) row.document());
    var line = java.util.Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }

  private boolean filled() {
    while (at == line.length && rows.hasNext()) {
      line = line(rows.next());
      at = 0;
      progress.row();
    }
    return at < line.length;
  }

  @Override
  public int read() {
    return filled() ? line[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    int done = 0;
    while (done < length && filled()) {
      int part = Math.min(length - done, line.length - at);
      System.arraycopy(line, at, into, offset + done, part);
      at += part;
      done += part;
    }
    return done == 0 ? -1 : done;
  }
}
