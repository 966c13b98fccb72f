package id.jejak.verify.bench.antrean;

import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Worker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One statement in one round trip, again and again, with parameters made of a number. */
final class BareCalls implements Worker {
  private final Connection connection;
  private final PreparedStatement statement;
  private final Supplier<@Nullable Integer> next;
  private final Function<Integer, Object[]> parameters;

  private BareCalls(Stage stage, String sql, Supplier<@Nullable Integer> next,
      Function<Integer, Object[]> parameters) throws SQLException {
    this.connection = stage.connect();
    this.statement = connection.prepareStatement(sql);
    this.next = next;
    this.parameters = parameters;
  }

  /** So many connections. */
  static List<Worker> many(int connections, Stage stage, String sql, Supplier<@Nullable Integer> next,
      Function<Integer, Object[]> parameters) throws SQLException {
    var workers = new ArrayList<Worker>();
    for (int i = 0; i < connections; i++) {
      workers.add(new BareCalls(stage, sql, next, parameters));
    }
    return workers;
  }

  @Override
  public long call() throws SQLException {
    var number = next.get();
    if (number == null) {
      return 0;
    }
    var values = parameters.apply(number);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    try (var rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new IllegalStateException("bare SQL found nothing");
      }
      return 1;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
