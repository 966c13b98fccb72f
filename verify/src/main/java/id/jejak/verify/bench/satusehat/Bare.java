package id.jejak.verify.bench.satusehat;

import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Worker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;

/**
 * The limit: the same bytes written or read by one hand-written statement, in one round trip and one commit, asking for
 * nothing but what that itself needs. What is written is of a type of its own, so that no search finds it.
 */
final class Bare implements Worker {
  private static final int TERMS = 5;
  private static final String WRITE = """
      with made as (
        insert into satusehat.resource (rid, type, id, version, owner, patient, starts, ends, tags, content)
        select g.rid, 'Bare', g.rid::text, 0, '10000005', 'P02029542843', 0, 0, '{}'::bigint[], ?
          from unnest(?::bigint[]) as g (rid)
      )
      insert into satusehat.term (term, rid, system)
      select hashint8extended(g.rid, t.n), g.rid, 0
        from unnest(?::bigint[]) as g (rid)
       cross join generate_series(1, ?) as t (n)
      """;

  private final Connection connection;
  private final PreparedStatement statement;
  private final Step step;

  private interface Step {
    void bind(PreparedStatement statement, Connection connection) throws SQLException;
  }

  private Bare(Stage stage, String sql, Step step) throws SQLException {
    this.connection = stage.connect();
    this.statement = connection.prepareStatement(sql);
    this.step = step;
  }

  /** Writes so many rows of these bytes at once, each with its search terms. */
  static Bare writing(Stage stage, byte[] content, int rows, int seed) throws SQLException {
    var random = new Random(seed * 31L + System.nanoTime());
    return new Bare(stage, WRITE, (statement, connection) -> {
      var rids = new Long[rows];
      for (int i = 0; i < rows; i++) {
        rids[i] = -Math.abs(random.nextLong());
      }
      var array = connection.createArrayOf("bigint", rids);
      statement.setBytes(1, content);
      statement.setArray(2, array);
      statement.setArray(3, array);
      statement.setInt(4, TERMS);
    });
  }

  /** Reads resources by id. */
  static Bare reading(Stage stage, java.util.List<String> ids, int seed) throws SQLException {
    var random = new Random(seed);
    return new Bare(stage, "select content from satusehat.resource where id = ? and type = 'MedicationRequest'",
        (statement, _) -> statement.setString(1, ids.get(random.nextInt(ids.size()))));
  }

  /** Reads a prescription by its number: its document, and the items that were written before it. */
  static Bare prescription(Stage stage, java.util.List<String> numbers, int items, int seed) throws SQLException {
    var random = new Random(seed);
    return new Bare(stage, """
        select r.content
          from satusehat.nrn n
         cross join lateral (select rid, content
                               from satusehat.resource
                              where rid <= n.document
                              order by rid desc
                              limit ?) as r
         where n.nrn = ?
        """, (statement, _) -> {
          statement.setInt(1, items + 1);
          statement.setString(2, numbers.get(random.nextInt(numbers.size())));
        });
  }

  @Override
  public long call() throws SQLException {
    step.bind(statement, connection);
    if (statement.execute()) {
      try (var rows = statement.getResultSet()) {
        if (!rows.next()) {
          throw new IllegalStateException("bare SQL found nothing");
        }
        while (rows.next()) {
          rows.getBytes(1);
        }
      }
    }
    return 1;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
