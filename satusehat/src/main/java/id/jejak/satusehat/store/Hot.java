package id.jejak.satusehat.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Statements of every call, without a copy of Jdbi's configuration for each. Several of them, with a semicolon between,
 * go to PostgreSQL in one round trip; each sees what the ones before it did, and what others committed while it waited
 * for their locks. Stateless.
 */
final class Hot {
  private static final String COMMIT = "; commit";

  private Hot() {}

  /** Sets parameters, in their order. */
  @FunctionalInterface
  interface Binding {
    void bind(Values values) throws SQLException;
  }

  /** Reads the row at which the result stands. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** PostgreSQL refused, or could not be reached. Says neither parameters nor rows. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String sql, SQLException cause) {
      super("SQL state " + cause.getSQLState() + " at: " + sql.strip().lines().findFirst().orElse(""), cause);
    }
  }

  /** Parameters of a statement, one after the other. */
  static final class Values {
    private final PreparedStatement statement;
    private int place;

    private Values(PreparedStatement statement) {
      this.statement = statement;
    }

    /** A {@code text}, or null. */
    Values text(@Nullable String value) throws SQLException {
      statement.setString(++place, value);
      return this;
    }

    Values bigint(long value) throws SQLException {
      statement.setLong(++place, value);
      return this;
    }

    Values integer(int value) throws SQLException {
      statement.setInt(++place, value);
      return this;
    }

    /** A {@code bigint}, or null. */
    Values bigint(@Nullable Long value) throws SQLException {
      statement.setObject(++place, value, Types.BIGINT);
      return this;
    }

    /** A {@code bytea}, or null. */
    Values bytes(byte @Nullable [] value) throws SQLException {
      statement.setBytes(++place, value);
      return this;
    }

    /** A {@code bigint[]}. */
    Values longs(List<Long> values) throws SQLException {
      return longs(values.stream().mapToLong(Long::longValue).toArray());
    }

    /** A {@code bigint[]}; the driver is quickest with numbers that are no objects. */
    Values longs(long... values) throws SQLException {
      return sent("bigint", values);
    }

    /** An {@code integer[]}. */
    Values ints(int... values) throws SQLException {
      return sent("integer", values);
    }

    private Values sent(String type, Object values) throws SQLException {
      statement.setArray(++place, statement.getConnection().unwrap(PGConnection.class).createArrayOf(type, values));
      return this;
    }

    /** A {@code bigint[]}, which may hold nulls. */
    Values longs(Stream<? extends @Nullable Long> values) throws SQLException {
      return array("bigint", values.toArray(Long[]::new));
    }

    /** An {@code integer[]}, which may hold nulls. */
    Values ints(Stream<? extends @Nullable Integer> values) throws SQLException {
      return array("integer", values.toArray(Integer[]::new));
    }

    /** A {@code text[]}, which may hold nulls. */
    Values texts(Stream<? extends @Nullable String> values) throws SQLException {
      return array("text", values.toArray(String[]::new));
    }

    /** A {@code bytea[]}, which may hold nulls. */
    Values bytes(Stream<? extends byte @Nullable []> values) throws SQLException {
      return array("bytea", values.toArray(byte[][]::new));
    }

    /** The driver sends arrays in binary when they are of one type. */
    private Values array(String type, @Nullable Object[] values) throws SQLException {
      statement.setArray(++place, statement.getConnection().createArrayOf(type, values));
      return this;
    }
  }

  /** All rows of a query. */
  static <T> List<T> list(Handle tx, String sql, Binding binding, Reader<T> reader) {
    return all(tx, sql, 1, binding, reader).getFirst();
  }

  /** All rows of several queries. */
  static <T> List<List<T>> all(Handle tx, String sql, int queries, Binding binding, Reader<T> reader) {
    try (var statement = tx.getConnection().prepareStatement(sql)) {
      binding.bind(new Values(statement));
      var results = new ArrayList<List<T>>();
      statement.execute();
      for (int i = 0; i < queries; i++) {
        if (i > 0) {
          statement.getMoreResults();
        }
        results.add(rows(statement, reader));
      }
      return results;
    } catch (SQLException e) {
      throw new Failed(sql, e);
    }
  }

  /** All rows of the transaction's last query, which is committed with it. */
  static <T> List<T> last(Handle tx, String sql, Binding binding, Reader<T> reader) {
    return all(tx, sql + COMMIT, 1, binding, reader).getFirst();
  }

  /** Runs a statement without result; the number of rows that it changed. */
  static int update(Handle tx, String sql, Binding binding) {
    try (var statement = tx.getConnection().prepareStatement(sql)) {
      binding.bind(new Values(statement));
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new Failed(sql, e);
    }
  }

  private static <T> List<T> rows(PreparedStatement statement, Reader<T> reader) throws SQLException {
    var rows = new ArrayList<T>();
    try (var result = statement.getResultSet()) {
      while (result.next()) {
        rows.add(reader.read(result));
      }
    }
    return rows;
  }
}
