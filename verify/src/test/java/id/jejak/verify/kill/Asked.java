package id.jejak.verify.kill;

import java.sql.Connection;
import java.sql.SQLException;

/** Numbers that are asked of the database itself. */
final class Asked {
  private Asked() {}

  static int number(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (var rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new AssertionError("nothing there: " + sql);
        }
        return rows.getInt(1);
      }
    }
  }
}
