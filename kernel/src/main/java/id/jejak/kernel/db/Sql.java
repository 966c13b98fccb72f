package id.jejak.kernel.db;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A statement with named parameters that is read once, for those that every call runs. Jdbi copies its whole
 * configuration for each statement that it makes, which for a look-up of one row costs the server more than the
 * look-up; everything else stays with Jdbi. Immutable, thread-safe.
 *
 * <p>Parameters are {@code :name}, may stand more than once, and must all be bound. There is no way to put text in.
 */
public final class Sql {
  private static final String NEXT = ";\n";
  private static final String COMMIT = NEXT + "commit";

  private final String text;
  /** Of each question mark, the number of its name: a call with thirty parameters must not look for each among thirty. */
  private final int[] places;
  private final Map<String, Integer> names = new HashMap<>();

  private Sql(String text, List<String> places) {
    this.text = text;
    places.forEach(name -> names.putIfAbsent(name, names.size()));
    this.places = places.stream().mapToInt(names::get).toArray();
  }

  private String name(int number) {
    return names.entrySet().stream().filter(one -> one.getValue() == number).findFirst().orElseThrow().getKey();
  }

  /** Reads a statement. Quoted texts, and casts with two colons, hold no parameters. */
  public static Sql of(String named) {
    var text = new StringBuilder(named.length());
    var places = new ArrayList<String>();
    boolean quoted = false;
    for (int i = 0; i < named.length(); i++) {
      char c = named.charAt(i);
      quoted ^= c == '\'';
      if (c == '?') {
        throw new IllegalArgumentException("a parameter without a name, or an operator with ?: " + named);
      }
      if (quoted || c != ':') {
        text.append(c);
      } else if (named.startsWith("::", i)) {
        text.append("::");
        i++;
      } else {
        int end = i + 1;
        while (end < named.length() && Character.isJavaIdentifierPart(named.charAt(end))) {
          end++;
        }
        places.add(named.substring(i + 1, end));
        text.append('?');
        i = end - 1;
      }
    }
    return new Sql(text.toString(), places);
  }

  /** A call of this statement in a transaction. */
  public Call in(Handle tx) {
    return new Call(this, tx);
  }

  /** Makes a value of the row at which the result stands. */
  @FunctionalInterface
  public interface Row<T> {
    /** Reads, and does not move on. */
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  private interface Value {
    void set(PreparedStatement statement, int place) throws SQLException;
  }

  /** PostgreSQL refused, or could not be reached. Says neither parameters nor rows. */
  public static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String text, SQLException cause) {
      super("SQL state " + cause.getSQLState() + " at: " + text.strip().lines().findFirst().orElse(""), cause);
    }
  }

  /** One call: bind every parameter, then run it once. For one thread. */
  public static final class Call {
    private final Sql sql;
    private final Handle tx;
    private final @Nullable Value[] values;

    private Call(Sql sql, Handle tx) {
      this.sql = sql;
      this.tx = tx;
      this.values = new Value[sql.names.size()];
    }

    /** An {@code integer}, or null. */
    public Call integer(String name, @Nullable Integer value) {
      return bind(name, (statement, place) -> {
        if (value == null) {
          statement.setNull(place, Types.INTEGER);
        } else {
          statement.setInt(place, value);
        }
      });
    }

    /** A {@code bigint}. */
    public Call bigint(String name, long value) {
      return bind(name, (statement, place) -> statement.setLong(place, value));
    }

    /** A {@code text}, or null. */
    public Call text(String name, @Nullable String value) {
      return bind(name, (statement, place) -> statement.setString(place, value));
    }

    /** A {@code boolean}. */
    public Call flag(String name, boolean value) {
      return bind(name, (statement, place) -> statement.setBoolean(place, value));
    }

    /** A {@code timestamptz}, or null. */
    public Call instant(String name, @Nullable Instant value) {
      return bind(name, (statement, place) -> statement.setObject(place,
          value == null ? null : value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE));
    }

    /** A {@code bytea}, or null. */
    public Call bytes(String name, byte @Nullable [] value) {
      return bind(name, (statement, place) -> statement.setBytes(place, value));
    }

    /** A {@code bytea[]}; may hold nulls. */
    public Call bytes(String name, Collection<byte @Nullable []> values) {
      return array(name, "bytea", values.toArray(byte[][]::new));
    }

    /** A {@code bigint[]}. */
    public Call longs(String name, Collection<Long> values) {
      return array(name, "int8", values.stream().mapToLong(Long::longValue).toArray());
    }

    /** An {@code integer[]}. */
    public Call ints(String name, Collection<Integer> values) {
      return ints(name, values.stream().mapToInt(Integer::intValue).toArray());
    }

    /** An {@code integer[]}. */
    public Call ints(String name, int... values) {
      return array(name, "int4", values);
    }

    /** A {@code text[]}; may hold nulls. */
    public Call texts(String name, Collection<? extends @Nullable String> values) {
      return array(name, "text", values.toArray(String[]::new));
    }

    /** The driver sends arrays of numbers in binary when they are of primitives. */
    private Call array(String name, String type, Object elements) {
      return bind(name, (statement, place) -> statement.setArray(place, tx.getConnection()
          .unwrap(org.postgresql.PGConnection.class).createArrayOf(type, elements)));
    }

    private Call bind(String name, Value value) {
      var at = sql.names.get(name);
      if (at == null || values[at] != null) {
        throw new IllegalArgumentException("parameter " + name + (at == null ? " is not in: " : " was bound before in: ")
            + sql.text);
      }
      values[at] = value;
      return this;
    }

    /** Runs a query; all its rows, in order. */
    public <T> List<T> list(Row<T> row) {
      return run(List.of(this), "", statement -> rows(statement.executeQuery(), row));
    }

    /** Runs a query whose answer is one {@code bigint}, in one row. */
    public long number() {
      var rows = list(row -> row.getLong(1));
      if (rows.size() != 1) {
        throw new IllegalStateException("not one row but " + rows.size() + " from: " + sql.text);
      }
      return rows.getFirst();
    }

    /**
     * Runs a statement without result.
     *
     * @return rows that it changed
     */
    public int update() {
      return run(List.of(this), "", PreparedStatement::executeUpdate);
    }

    /** Sets the parameters from a place on; the place behind the last. */
    private int set(PreparedStatement statement, int first) throws SQLException {
      for (int i = 0; i < sql.places.length; i++) {
        var value = values[sql.places[i]];
        if (value == null) {
          throw new IllegalArgumentException("parameter " + sql.name(sql.places[i]) + " is not bound in: " + sql.text);
        }
        value.set(statement, first + i);
      }
      return first + sql.places.length;
    }
  }

  /**
   * Rows of two queries.
   *
   * @param first of the one that ran first, in order
   * @param second of the one that ran after it, in order
   */
  public record Both<A, B>(List<A> first, List<B> second) {}

  /** Runs two queries of one transaction in one round trip, one after the other: what the first locks, the second sees. */
  public static <A, B> Both<A, B> both(Call first, Row<A> firstRow, Call second, Row<B> secondRow) {
    return run(List.of(first, second), "", statement -> {
      statement.execute();
      var rows = rows(statement.getResultSet(), firstRow);
      statement.getMoreResults();
      return new Both<>(rows, rows(statement.getResultSet(), secondRow));
    });
  }

  private static <T> List<T> rows(ResultSet result, Row<T> row) throws SQLException {
    var rows = new ArrayList<T>();
    try (result) {
      while (result.next()) {
        rows.add(row.read(result));
      }
    }
    return rows;
  }

  /** Runs statements without result, one after the other, in one round trip; none when there are none. */
  public static void update(List<Call> calls) {
    if (!calls.isEmpty()) {
      run(calls, "", PreparedStatement::executeUpdate);
    }
  }

  /** Runs statements without result, and commits, in one round trip; for {@link Db} alone. */
  static void updateAndCommit(List<Call> calls) {
    run(calls, COMMIT, PreparedStatement::executeUpdate);
  }

  private interface Execution<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  private static String text(List<Call> calls, String end) {
    return calls.size() == 1 && end.isEmpty() ? calls.getFirst().sql.text
        : calls.stream().map(call -> call.sql.text).collect(Collectors.joining(NEXT, "", end));
  }

  private static <T> T run(List<Call> calls, String end, Execution<T> execution) {
    var text = text(calls, end);
    try (var statement = calls.getFirst().tx.getConnection().prepareStatement(text)) {
      int place = 1;
      for (var call : calls) {
        place = call.set(statement, place);
      }
      return execution.run(statement);
    } catch (SQLException e) {
      throw new Failed(text, e);
    }
  }
}
