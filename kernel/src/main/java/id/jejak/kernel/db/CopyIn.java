package id.jejak.kernel.db;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows on their way into a table of the transaction, by PostgreSQL's COPY. While it is open, the connection can do
 * nothing else; so it must be ended, or closed. For one thread.
 */
public final class CopyIn implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final org.postgresql.copy.CopyIn copy;
  private final StringBuilder text = new StringBuilder(2 * BUFFER);
  private boolean first = true;

  /**
   * Opens a stream into a table.
   *
   * @param statement a constant of ours
   */
  public CopyIn(Handle tx, String statement) {
    try {
      copy = tx.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** A whole number. */
  public CopyIn field(long value) {
    begin().append(value);
    return this;
  }

  /** True or false. */
  public CopyIn field(boolean value) {
    begin().append(value ? 't' : 'f');
    return this;
  }

  /** A text. */
  public CopyIn field(@Nullable String value) {
    if (value == null) {
      return nothing();
    }
    escaped(begin(), value);
    return this;
  }

  /** Null. */
  public CopyIn nothing() {
    begin().append("\\N");
    return this;
  }

  /** A list of texts. */
  public CopyIn field(Collection<String> values) {
    begin();
    var list = new StringBuilder("{");
    for (var value : values) {
      list.append(list.length() > 1 ? "," : "").append('"')
          .append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    escaped(text, list.append('}').toString());
    return this;
  }

  /** A list of one whole number. */
  public CopyIn only(long value) {
    begin().append('{').append(value).append('}');
    return this;
  }

  /** Bytes. */
  public CopyIn field(byte[] value) {
    begin().append("\\\\x").append(java.util.HexFormat.of().formatHex(value));
    return this;
  }

  /** The row is whole. */
  public void end() {
    text.append('\n');
    first = true;
    if (text.length() > BUFFER) {
      flush();
    }
  }

  /** No more rows; the connection is free again. */
  public void finish() {
    flush();
    try {
      copy.endCopy();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Gives up what was not finished; the transaction is then good for nothing but to be rolled back, at least to a savepoint. */
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

  private StringBuilder begin() {
    if (!first) {
      text.append('\t');
    }
    first = false;
    return text;
  }

  private static void escaped(StringBuilder out, String value) {
    int copied = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' || c < ' ') {
        out.append(value, copied, i);
        copied = i + 1;
        switch (c) {
          case '\\' -> out.append("\\\\");
          case '\t' -> out.append("\\t");
          case '\n' -> out.append("\\n");
          case '\r' -> out.append("\\r");
          default -> out.append(c);
        }
      }
    }
    out.append(value, copied, value.length());
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
