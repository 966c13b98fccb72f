package id.jejak.facility.queue.store;

import id.jejak.kernel.db.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Screens in waiting rooms, known by a code of which only the hash is kept. Stateless, thread-safe. */
public final class DisplayStore {
  /** Screens at a time. */
  public static final int MOST = 200;

  /**
   * A screen.
   *
   * @param subs subspecialties that it shows; none for all
   */
  public record Display(long id, String name, List<String> subs, boolean pharmacy, Instant madeAt, String madeBy) {
    /** Copies the list. */
    public Display {
      subs = List.copyOf(subs);
    }
  }

  /** All, by name. */
  public List<Display> all(Handle handle) {
    return handle.createQuery("""
            select id, name, subs, pharmacy, made_at, made_by
              from queue.display
             order by name, id
            """).map((rs, _) -> display(rs)).list();
  }

  /** The screen of a code. */
  public Optional<Display> byCode(Handle handle, byte[] hash) {
    return handle.createQuery("""
            select id, name, subs, pharmacy, made_at, made_by
              from queue.display
             where code = :code
            """).bind("code", hash).map((rs, _) -> display(rs)).findOne();
  }

  /** Adds a screen, in place of one of the same name; of too many the oldest goes. */
  public void add(Handle tx, Display one, byte[] hash) {
    tx.createUpdate("""
            delete from queue.display
             where name = :name or id in (select o.id from queue.display o order by o.id desc offset :most)
            """).bind("name", one.name()).bind("most", MOST - 1).execute();
    tx.createUpdate("""
            insert into queue.display (id, name, code, subs, pharmacy, made_at, made_by)
            values (:id, :name, :code, :subs, :pharmacy, :at, :by)
            """).bind("id", one.id()).bind("name", one.name()).bind("code", hash)
        .bind("subs", SqlArray.texts(one.subs())).bind("pharmacy", one.pharmacy())
        .bind("at", one.madeAt().atOffset(ZoneOffset.UTC)).bind("by", one.madeBy()).execute();
  }

  /** Takes a screen away; false when there is none. */
  public boolean remove(Handle tx, long id) {
    return tx.createUpdate("delete from queue.display where id = :id").bind("id", id).execute() == 1;
  }

  private static Display display(ResultSet row) throws SQLException {
    return new Display(row.getLong("id"), row.getString("name"),
        List.of((String[]) row.getArray("subs").getArray()), row.getBoolean("pharmacy"), Rows.instant(row, "made_at"),
        row.getString("made_by"));
  }
}
