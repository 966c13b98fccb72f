package id.jejak.ttac.store;

import id.jejak.kernel.ids.Ids;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.store.ImportStore.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into the transaction's table, by PostgreSQL's COPY: one stream instead of a statement per row.
 * While it is open, the connection can do nothing else; so it must be ended, or closed. For one thread.
 */
public final class Loading implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;
  private static final int CHUNKS_OF_ALL_LEVELS = 1_000_000;

  private final CopyIn copy;
  private final Ids ids;
  private final StringBuilder text = new StringBuilder(2 * BUFFER);
  private final long[] ofLevel = new long[Level.values().length + 1];
  private long rows;

  Loading(Handle tx, Ids ids) {
    this.ids = ids;
    try {
      copy = tx.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn("""
          copy import_row (row, id, chunk, key, barcode, level, status, lot, parent, parent_text, faulty) from stdin
          """);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Takes a row. */
  public void add(Row row) {
    rows++;
    int level = row.level() == null ? 0 : row.level().number();
    field(row.number());
    field(ids.next());
    field((Level.values().length - level) * CHUNKS_OF_ALL_LEVELS + ofLevel[level]++ / RegisterStore.CHUNK);
    field(row.key());
    field(row.barcode().equals(row.key()) ? null : row.barcode());
    field(level);
    field(row.status().number());
    field(row.lot());
    field(row.parent());
    field(row.parentText().isEmpty() ? null : row.parentText());
    text.append(row.faulty() ? 't' : 'f').append('\n');
    if (text.length() > BUFFER) {
      flush();
    }
  }

  /** No more rows; the connection is free again. */
  public void end() {
    flush();
    try {
      copy.endCopy();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Rows taken. */
  public long rows() {
    return rows;
  }

  /** Gives up what was not ended; the transaction is then good for nothing but to be rolled back. */
  @Override
  public void close() {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void field(long value) {
    text.append(value).append('\t');
  }

  private void field(@Nullable String value) {
    if (value == null) {
      text.append("\\N\t");
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
    text.append('\t');
  }

  private void flush() {
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Jdbi's own exception, so that whoever retries or logs sees what it always sees. */
  private static RuntimeException failed(SQLException e) {
    return new org.jdbi.v3.core.ConnectionException(e);
  }
}
