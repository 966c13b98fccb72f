package id.jejak.kernel.db;

import java.util.Collection;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * Arrays as parameters, typed, so that the driver sends them in binary. Jdbi's own arrays are arrays of objects, which
 * the driver writes out as text, element by element: the most expensive line of a batch of fifteen hundred.
 */
public final class SqlArray {
  private SqlArray() {}

  /** A {@code bigint[]}; may hold nulls. */
  public static Argument longs(Collection<? extends @Nullable Long> values) {
    return of("bigint", values.toArray(Long[]::new));
  }

  /** An {@code integer[]}; may hold nulls. */
  public static Argument ints(Collection<? extends @Nullable Integer> values) {
    return of("integer", values.toArray(Integer[]::new));
  }

  /** A {@code text[]}; may hold nulls. */
  public static Argument texts(Collection<? extends @Nullable String> values) {
    return of("text", values.toArray(String[]::new));
  }

  /** A {@code bytea[]}; may hold nulls. */
  public static Argument bytes(Collection<byte @Nullable []> values) {
    return of("bytea", values.toArray(byte[][]::new));
  }

  private static Argument of(String type, @Nullable Object[] values) {
    return (position, statement, _) ->
        statement.setArray(position, statement.getConnection().createArrayOf(type, values));
  }
}
