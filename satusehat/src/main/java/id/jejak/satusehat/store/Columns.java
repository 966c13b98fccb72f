package id.jejak.satusehat.store;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.argument.Argument;

/** Columns of many rows as parameters of one statement. */
final class Columns {
  private Columns() {}

  /** A {@code bytea[]}, sent in binary. */
  static Argument bytes(List<byte[]> values) {
    return (position, statement, _) -> statement.setArray(position,
        statement.getConnection().createArrayOf("bytea", values.toArray(byte[][]::new)));
  }

  /** A {@code bigint[]} as text, for an array within an array. */
  static String array(Collection<Long> values) {
    var text = new StringBuilder("{");
    for (var value : values) {
      text.append(text.length() > 1 ? "," : "").append(value.longValue());
    }
    return text.append('}').toString();
  }
}
