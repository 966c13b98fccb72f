package id.jejak.kfa.store;

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
final class CopyIn implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final org.postgresql.copy.CopyIn copy;
  private final StringBuilder text = new StringBuilder(2 * BUFFER);
  private boolean first = true;

  /** Opens a stream into a table; the statement is a constant of ours. */
  CopyIn(Handle tx, String statement) {
    try {
      copy = tx.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** A whole number. */
  CopyIn field(long value) {
    begin().append(value);
    return this;
  }

  /** True or false. */
  CopyIn field(boolean value) {
    begin().append(value ? 't' : 'f');
    return this;
  }

  /** A text. */
  CopyIn field(@Nullable String value) {
    if (value == null) {
      begin().append("\\N");
    } else {
      escaped(begin(), value);
    }
    return this;
  }

  /** A list of texts. */
  CopyIn field(Collection<String> values) {
    begin();
    var list = new StringBuilder("{");
    for (var value : values) {
      list.append(list.length() > 1 ? "," : "").append('"')
          .append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    escaped(text, list.append('}').toString());
    return this;
  }

  /** Bytes. */
  CopyIn field(byte[] value) {
    begin().append("\\\\x").append(java.util.HexFormat.of().formatHex(value));
    return this;
  }

  /** The row is whole. */
  void end() {
    text.append('\n');
    first = true;
    if (text.length() > BUFFER) {
      flush();
    }
  }

  /** No more rows; the connection is free again. */
  void finish() {
    flush();
    try {
      copy.endCopy();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Gives up what was not finished; the transaction is then good for nothing but to be rolled back. */
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
