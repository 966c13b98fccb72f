package id.jejak.ttac.store;

import id.jejak.kernel.db.SqlArray;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Transit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to a sarana. Walks open shipments by their counts and opens only those that the asked window
 * falls into, so a window deep in a million packs costs as much as the first. Stateless, thread-safe.
 */
public final class PendingStore {
  /** One unit on its way, the top of its tree. Product, batch and expiry are null when it holds several. */
  public record Pending(String barcode, Level level, @Nullable String nie, @Nullable String batch,
      @Nullable LocalDate expiry, Transit.Kind kind, @Nullable String reason, int from, String fromName,
      Instant sentAt, long primers) {}

  /**
   * Open shipments with how many of their units match. A shipment that holds nothing but wanted lots matches whole,
   * and one whose units hold one lot each has counted them; only where single units are mixed are they looked into.
   */
  private static final String COUNTED = """
      with counted as (
        select s.event, s.kind, s.from_sarana, s.sent_at, s.reason,
               s.open = s.units and (:lots::bigint[] is null or s.lots <@ :lots) as untouched,
               case when :lots::bigint[] is null or s.lots <@ :lots then s.open
                    when s.by_lot is not null
                    then (select coalesce(sum(h.units), 0)
                            from unnest(s.lots, s.by_lot) as h (lot, units)
                           where h.lot = any(:lots))
                    else (select count(*)
                            from ttac.event e
                           cross join unnest(e.packs) as u (id)
                            join ttac.pack p on p.id = u.id and p.shipment = s.event
                           where e.id = s.event
                             and (p.lot = any(:lots)
                                  or exists (select from ttac.content c
                                              where c.parent = p.id and c.lot = any(:lots) and c.primers > 0)))
               end as matching
          from ttac.shipment s
         where s.to_sarana = :sarana
           and s.open > 0
           and (:lots::bigint[] is null or s.lots && :lots)
      )""";

  private static final String TOTAL = COUNTED + """

      select coalesce(sum(matching), 0)
        from counted
      """;

  private static final String WINDOW = COUNTED + """
      , walked as (
        select counted.*, sum(matching) over (order by event) - matching as before
          from counted
      ), opened as (
        select w.*, case when untouched then greatest(:offset - before, 0) else 0 end as skipped
          from walked w
         where before < :offset + :limit
           and before + matching > :offset
      ), unit as (
        select o.*, p.id, p.barcode, p.level, p.lot, u.n,
               o.before + o.skipped + row_number() over (partition by o.event order by u.n) as place
          from opened o
          join ttac.event e on e.id = o.event
         cross join lateral unnest(case when o.untouched
                                        then e.packs[o.skipped + 1 : o.skipped + :limit]
                                        else e.packs end) with ordinality as u (id, n)
          join ttac.pack p on p.id = u.id and p.shipment = o.event
         where o.untouched
            or :lots::bigint[] is null
            or p.lot = any(:lots)
            or exists (select from ttac.content c
                        where c.parent = p.id and c.lot = any(:lots) and c.primers > 0)
      )
      select unit.barcode, unit.level, unit.kind, unit.reason, unit.from_sarana, unit.sent_at, s.nama,
             inside.nie, inside.batch_no, inside.exp_date, inside.primers
        from unit
        join ttac.sarana s on s.id = unit.from_sarana
        left join lateral (
          select case when min(l.nie) = max(l.nie) then min(l.nie) end as nie,
                 case when min(l.batch_no) = max(l.batch_no) then min(l.batch_no) end as batch_no,
                 case when min(l.exp_date) = max(l.exp_date) then min(l.exp_date) end as exp_date,
                 sum(c.primers) as primers
            from (select c.lot, c.primers from ttac.content c where c.parent = unit.id and c.primers > 0
                   union all
                  select unit.lot, 1 where unit.lot is not null) c
            join ttac.lot l on l.id = c.lot) inside on true
       where place > :offset
         and place <= :offset + :limit
       order by place
      """;

  /** Total of all that match, and the asked window, oldest shipment first. */
  public SaranaStore.Window<Pending> pending(Handle handle, int sarana, Optional<String> nie,
      Optional<String> batch, long offset, int limit) {
    @Nullable List<Long> lots = nie.isEmpty() && batch.isEmpty() ? null : lots(handle, nie, batch);
    if (lots != null && lots.isEmpty()) {
      return new SaranaStore.Window<>(0, List.of());
    }
    long total = bind(handle.createQuery(TOTAL), sarana, lots).mapTo(long.class).one();
    if (offset >= total) {
      return new SaranaStore.Window<>(total, List.of());
    }
    var items = bind(handle.createQuery(WINDOW), sarana, lots)
        .bind("offset", offset)
        .bind("limit", (long) limit)
        .map((rs, _) -> pending(rs))
        .list();
    return new SaranaStore.Window<>(total, items);
  }

  /** How many units are on their way to a sarana, by why they are. Kinds of which there is nothing are left out. */
  public Map<Transit.Kind, Long> count(Handle handle, int sarana) {
    var counts = new EnumMap<Transit.Kind, Long>(Transit.Kind.class);
    handle.createQuery("""
            select kind, sum(open) as units
              from ttac.shipment
             where to_sarana = :sarana and open > 0
             group by kind
             order by kind
            """)
        .bind("sarana", sarana)
        .map((rs, _) -> counts.put(Transit.Kind.of(rs.getInt("kind")), rs.getLong("units")))
        .list();
    return counts;
  }

  private static Query bind(Query query, int sarana, @Nullable List<Long> lots) {
    query.bind("sarana", sarana);
    return lots == null
        ? query.bindBySqlType("lots", null, java.sql.Types.ARRAY)
        : query.bind("lots", SqlArray.longs(lots));
  }

  private static List<Long> lots(Handle handle, Optional<String> nie, Optional<String> batch) {
    if (nie.isEmpty()) {
      return handle.createQuery("select id from ttac.lot where batch_no = :batch order by id")
          .bind("batch", batch.orElseThrow())
          .mapTo(Long.class)
          .list();
    }
    return handle.createQuery("""
            select id
              from ttac.lot
             where nie = :nie
               and (:batch::text is null or batch_no = :batch)
             order by id
            """)
        .bind("nie", nie.get())
        .bind("batch", batch.orElse(null))
        .mapTo(Long.class)
        .list();
  }

  private static Pending pending(ResultSet rs) throws SQLException {
    return new Pending(rs.getString("barcode"), Level.of(rs.getInt("level")), rs.getString("nie"),
        rs.getString("batch_no"), rs.getObject("exp_date", LocalDate.class),
        Transit.Kind.of(rs.getInt("kind")), rs.getString("reason"), rs.getInt("from_sarana"),
        rs.getString("nama"), rs.getObject("sent_at", OffsetDateTime.class).toInstant(), rs.getLong("primers"));
  }
}
