package id.jejak.kernel.db;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes every row out of tables, for a demo world that is put back. PostgreSQL writes the statements and quotes the
 * names. Stateless, thread-safe.
 *
 * <p>Small tables are not truncated: that makes new files for a table and each of its indexes, and makes every
 * connection of the pool plan its statements anew, which together costs far more than taking out some rows.
 */
public final class Emptying {
  /** Bytes of all tables together, above which their files are made anew. */
  static final long SMALL = 4L << 20;

  private Emptying() {}

  /**
   * Empties tables; whoever writes there is waited for, and whoever comes waits for the end of this transaction.
   *
   * @param tables with their schemas; one that refers to another stands before it
   */
  public static void of(Handle tx, String... tables) {
    var all = SqlArray.texts(List.of(tables));
    tx.execute(tx.createQuery("""
            select 'lock table ' || string_agg(t::text, ', ' order by n) || ' in access exclusive mode'
              from unnest(cast(:tables as regclass[])) with ordinality as given (t, n)
            """).bind("tables", all).mapTo(String.class).one());
    // Asked under the lock: what has no bytes has no row and gets none.
    tx.createQuery("""
            select case when sum(bytes) > :small then 'truncate ' || string_agg(t::text, ', ' order by n)
                        else string_agg('delete from ' || t::text, ';' order by n) filter (where bytes > 0) end
              from (select t, n, pg_relation_size(t)
                           + coalesce((select sum(pg_relation_size(relid)) from pg_partition_tree(t)), 0) as bytes
                      from unnest(cast(:tables as regclass[])) with ordinality as given (t, n)) as sized
            """).bind("tables", all).bind("small", SMALL).mapTo(String.class).findOne().ifPresent(tx::execute);
  }
}
