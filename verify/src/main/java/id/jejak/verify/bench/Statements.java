package id.jejak.verify.bench;

import id.jejak.kernel.db.local.Coordinates;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;

/** Which statements took PostgreSQL's time, as pg_stat_statements counts them. For one thread. */
final class Statements implements AutoCloseable {
  private static final int WIDTH = 130;

  private final Connection connection;

  private Statements(Connection connection) {
    this.connection = connection;
  }

  /** Begins to count on a database whose server has the library loaded. */
  static Statements of(Coordinates at) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", at.user());
    properties.setProperty("password", at.password().reveal());
    var connection = DriverManager.getConnection(at.jdbcUrl(), properties);
    try (var statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
    }
    return new Statements(connection);
  }

  /** The forty that took the most since this was asked last; then it counts anew. */
  String since() throws SQLException {
    var table = new StringBuilder("  share     calls   us each   rows   blocks  statement\n");
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("""
            select s.total_exec_time / sum(s.total_exec_time) over (), s.calls, 1000 * s.mean_exec_time,
                   s.rows::float8 / s.calls, (s.shared_blks_hit + s.shared_blks_read)::float8 / s.calls,
                   regexp_replace(s.query, '\\s+', ' ', 'g')
              from pg_stat_statements s
              join pg_database d on d.oid = s.dbid and d.datname = current_database()
             order by s.total_exec_time desc, s.queryid
             limit 40
            """)) {
      while (rows.next()) {
        var text = rows.getString(6);
        table.append(String.format(Locale.ROOT, "%6.1f%% %,9d %,9.1f %6.1f %8.1f  %s%n", 100 * rows.getDouble(1),
            rows.getLong(2), rows.getDouble(3), rows.getDouble(4), rows.getDouble(5),
            text.substring(0, Math.min(WIDTH, text.length()))));
      }
    }
    try (var statement = connection.createStatement()) {
      statement.execute("select pg_stat_statements_reset()");
    }
    return table.toString();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
