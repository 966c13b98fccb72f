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
  private static final String COMMIT = "; commit";

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

    /** A {@code timestamptz}. */
    public Call instant(String name, Instant value) {
      return bind(name, (statement, place) -> statement.setObject(place, value.atOffset(ZoneOffset.UTC)));
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

    /** A {@code text[]}. */
    public Call texts(String name, Collection<String> values) {
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
      return run(sql.text, statement -> {
        var rows = new ArrayList<T>();
        try (var result = statement.executeQuery()) {
          while (result.next()) {
            rows.add(row.read(result));
          }
        }
        return rows;
      });
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
      return run(sql.text, PreparedStatement::executeUpdate);
    }

    /** The same with the commit behind it, in one round trip; for {@link Db} alone. */
    void updateAndCommit() {
      run(sql.text + COMMIT, PreparedStatement::executeUpdate);
    }

    private interface Execution<T> {
      T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String text, Execution<T> execution) {
      try (var statement = tx.getConnection().prepareStatement(text)) {
        for (int i = 0; i < sql.places.length; i++) {
          var value = values[sql.places[i]];
          if (value == null) {
            throw new IllegalArgumentException("parameter " + sql.name(sql.places[i]) + " is not bound in: " + sql.text);
          }
          value.set(statement, i + 1);
        }
        return execution.run(statement);
      } catch (SQLException e) {
        throw new Failed(sql.text, e);
      }
    }
  }
}
