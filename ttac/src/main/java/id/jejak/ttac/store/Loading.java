package id.jejak.ttac.store;

import id.jejak.kernel.db.CopyIn;
import id.jejak.kernel.ids.Ids;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.store.ImportStore.Row;
import org.jdbi.v3.core.Handle;

/** Rows of a file on their way into the transaction's table, where they are judged. For one thread. */
public final class Loading implements AutoCloseable {
  private static final int CHUNKS_OF_ALL_LEVELS = 1_000_000;

  private final CopyIn copy;
  private final Ids ids;
  private final long[] ofLevel = new long[Level.values().length + 1];
  private long rows;

  Loading(Handle tx, Ids ids) {
    this.ids = ids;
    copy = new CopyIn(tx,
        """
        copy import_row (row, id, chunk, key, barcode, level, status, lot, parent, parent_text, faulty) from stdin
        """);
  }

  /** Takes a row. */
  public void add(Row row) {
    rows++;
    int level = row.level() == null ? 0 : row.level().number();
    copy.field(row.number()).field(ids.next())
        .field((Level.values().length - level) * CHUNKS_OF_ALL_LEVELS + ofLevel[level]++ / RegisterStore.CHUNK)
        .field(row.key()).field(row.barcode().equals(row.key()) ? null : row.barcode())
        .field(level).field(row.status().number()).field(row.lot()).field(row.parent())
        .field(row.parentText().isEmpty() ? null : row.parentText()).field(row.faulty() ? "t" : "f").end();
  }

  /** No more rows; the connection is free again. */
  public void end() {
    copy.finish();
  }

  /** Rows taken. */
  public long rows() {
    return rows;
  }

  /** Gives up what was not ended; the transaction is then good for nothing but to be rolled back. */
  @Override
  public void close() {
    copy.close();
  }
}
