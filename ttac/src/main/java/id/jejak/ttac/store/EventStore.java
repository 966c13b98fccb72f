package id.jejak.ttac.store;

import id.jejak.kernel.db.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The append-only history. Stateless, thread-safe. */
public final class EventStore {
  /** Writes an event; its packs must be locked already, so that ids rise in the order of what happened. */
  public long append(Handle tx, Event event) {
    return tx.createQuery("""
            insert into ttac.event (kind, at, sarana, from_sarana, to_sarana, reason, parent, packs, request)
            values (:kind, :at, :sarana, :from, :to, :reason, :parent, :packs, :request)
            returning id
            """)
        .bind("kind", event.kind().ordinal())
        .bind("at", event.at().atOffset(ZoneOffset.UTC))
        .bind("sarana", event.sarana())
        .bind("from", event.from())
        .bind("to", event.to())
        .bind("reason", event.reason())
        .bind("parent", event.parent())
        .bind("packs", SqlArray.longs(event.packs()))
        .bind("request", event.request())
        .mapTo(long.class)
        .one();
  }

  /** Events by id, oldest first. */
  public List<Event> byId(Handle handle, Collection<Long> ids) {
    return handle.createQuery("""
            select id, kind, at, sarana, from_sarana, to_sarana, reason, parent, packs, request
              from ttac.event
             where id = any(:ids)
             order by id
            """)
        .bind("ids", SqlArray.longs(ids))
        .map((rs, _) -> event(rs))
        .list();
  }

  private static Event event(ResultSet rs) throws SQLException {
    return new Event(rs.getLong("id"), Event.Kind.values()[rs.getInt("kind")],
        rs.getObject("at", OffsetDateTime.class).toInstant(), rs.getInt("sarana"),
        rs.getObject("from_sarana", Integer.class), rs.getObject("to_sarana", Integer.class),
        rs.getString("reason"), longOrNull(rs, "parent"), List.of((Long[]) rs.getArray("packs").getArray()),
        rs.getString("request"));
  }

  static @Nullable Long longOrNull(ResultSet rs, String column) throws SQLException {
    long value = rs.getLong(column);
    return rs.wasNull() ? null : value;
  }
}
