package id.jejak.verify.bench.ttac;

import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Worker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;

/** A statement that reads, with parameters from a supplier; every row and column is fetched. */
final class Reading implements Worker {
  private final Connection connection;
  private final PreparedStatement statement;
  private final Supplier<Object[]> parameters;

  Reading(Stage stage, String sql, Supplier<Object[]> parameters) throws SQLException {
    this.connection = stage.connect();
    this.statement = connection.prepareStatement(sql);
    this.parameters = parameters;
  }

  @Override
  public long call() throws SQLException {
    var values = parameters.get();
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    if (drain(statement) == 0) {
      throw new IllegalStateException("bare SQL found nothing");
    }
    return 1;
  }

  /** Reads all there is; 1 when there was something. */
  static long drain(PreparedStatement statement) throws SQLException {
    long found = 0;
    try (var rows = statement.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.getObject(i);
        }
        found = 1;
      }
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
