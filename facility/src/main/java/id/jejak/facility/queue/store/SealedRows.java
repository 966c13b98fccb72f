package id.jejak.facility.queue.store;

import id.jejak.facility.access.Vault;
import id.jejak.kernel.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Everything of the queue that is sealed, for whoever rotates the keys. Rows are taken in the order of an
 * index of keys, so that no batch walks over those that are done. Thread-safe.
 */
public final class SealedRows implements Vault.Kept {
  private static final Sql BY_KEY = Sql.of("""
      select key_id, sum(number) as number
        from (select key_id, count(*) as number from queue.patient group by key_id
               union all
              select key_id, count(*) from queue.booking group by key_id
               union all
              select key_id, count(*) from queue.surgery group by key_id) as kept
       group by key_id
       order by key_id
      """);
  private static final Sql INDEXED_BY = Sql.of("""
      select (select count(*) from queue.patient where index_key = any(:keys))
             + (select count(*) from queue.booking where index_key = any(:keys))
             + (select count(*) from queue.surgery where index_key = any(:keys))
      """);

  /**
   * How the rows of a table are found and written anew.
   *
   * @param older those under a key, whatever they are found under
   * @param unfound those under a key that are found under some key of the index or an older one
   * @param nik whether identity numbers are hashed
   */
  private record Table(Sql older, Sql unfound, String update, boolean nik, Sql.Row<String> place) {
    Row row(ResultSet row) throws SQLException {
      return new Row(row.getString("id"), place.read(row), row.getBytes("sealed"));
    }
  }

  private static final String HASHED = "nik = :nik, card = :card";
  private static final List<Table> TABLES = List.of(
      table("queue.patient", "record", "", HASHED, row -> Safe.patient(row.getString("id"))),
      table("queue.booking", "code", ", session, record", HASHED,
          row -> Safe.booking(row.getLong("session"), row.getString("record"))),
      table("queue.surgery", "code", "", "card = :card", row -> Safe.surgery(row.getString("id"))));

  /**
   * A table.
   *
   * @param place columns that its place is made of, but for the key
   * @param hashes how its hashes are set
   */
  private static Table table(String name, String key, String place, String hashes, Sql.Row<String> placed) {
    var found = """
        select KEY as id, sealedPLACE
          from TABLE
         where key_id = :keyNEWEST
         order by index_key
         limit :most
           for update skip locked
        """.replace("KEY", key).replace("PLACE", place).replace("TABLE", name);
    return new Table(Sql.of(found.replace("NEWEST", "")), Sql.of(found.replace("NEWEST", " and index_key <= :newest")), """
        update TABLE
           set key_id = :key, sealed = :sealed, index_key = :index, HASHES
         where KEY = :id
        """.replace("TABLE", name).replace("HASHES", hashes).replace("KEY", key), hashes.contains(":nik"), placed);
  }

  private record Row(String id, String place, byte[] sealed) {}

  private final Safe safe;

  /** The rows of a safe. */
  public SealedRows(Safe safe) {
    this.safe = safe;
  }

  @Override
  public Map<Long, Long> byKey(Handle handle) {
    var counts = new LinkedHashMap<Long, Long>();
    BY_KEY.in(handle).list(row -> Map.entry(row.getLong("key_id"), row.getLong("number")))
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return counts;
  }

  @Override
  public long indexedBy(Handle handle, Collection<Long> indexKeys) {
    return INDEXED_BY.in(handle).longs("keys", indexKeys).number();
  }

  @Override
  public int rewrap(Handle tx, Collection<Long> keys, Collection<Long> indexKeys, int most) {
    int done = 0;
    for (var table : TABLES) {
      for (var key : keys) {
        done += anew(tx, table, table.older().in(tx).bigint("key", key).integer("most", most - done).list(table::row));
      }
      if (!indexKeys.isEmpty()) {
        done += anew(tx, table, table.unfound().in(tx).bigint("key", safe.primary())
            .bigint("newest", Collections.max(indexKeys)).integer("most", most - done).list(table::row));
      }
    }
    return done;
  }

  private int anew(Handle tx, Table table, List<Row> rows) {
    if (!rows.isEmpty()) {
      var batch = tx.prepareBatch(table.update());
      rows.forEach(one -> {
        var row = safe.anew(one.sealed(), one.place());
        if (table.nik()) {
          batch.bind("nik", row.nik());
        }
        batch.bind("key", row.key()).bind("sealed", row.sealed()).bind("index", row.index()).bind("card", row.card())
            .bind("id", one.id()).add();
      });
      batch.execute();
    }
    return rows.size();
  }
}
