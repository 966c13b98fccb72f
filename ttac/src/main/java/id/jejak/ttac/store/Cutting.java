package id.jejak.ttac.store;

import id.jejak.kernel.db.SqlArray;
import id.jejak.ttac.domain.Custody;
import id.jejak.ttac.domain.Pack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Takes units out of their holders: implicit disaggregation, always with an event of its own. The unit becomes a
 * root with its former root's custody and the whole of its history. Stateless, thread-safe.
 */
final class Cutting {
  private final EventStore events;

  Cutting(EventStore events) {
    this.events = events;
  }

  /** A unit's own events, and the one by which it entered its holder; 0 when it is in none. */
  record Life(List<Long> trail, long joined) {}

  private record Alike(Custody custody, List<Long> trail, long parent) {}

  /**
   * Cuts units from their parents.
   *
   * @param units locked together with all their ancestors, none inside another, none a root
   * @param template the event to write, one for each holder that is left
   * @return holders that have nothing inside any more, lowest first
   */
  List<Long> cut(Handle tx, List<Pack> units, Event template) {
    var lives = lives(tx, units);
    var groups = new HashMap<Alike, List<Long>>();
    for (var unit : units) {
      var alike = new Alike(unit.custody(), whole(lives, unit.id(), unit.ancestors()), unit.ancestors().getFirst());
      groups.computeIfAbsent(alike, _ -> new ArrayList<>()).add(unit.id());
    }
    removeContents(tx, units);
    groups.forEach((alike, ids) -> {
      long event = events.append(tx, template.about(ids).within(alike.parent()));
      var trail = new ArrayList<>(alike.trail());
      trail.add(event);
      become(tx, ids, alike.custody(), trail);
    });
    return emptied(tx, units);
  }

  private static Map<Long, Life> lives(Handle tx, List<Pack> units) {
    var ids = new HashSet<Long>();
    for (var unit : units) {
      ids.add(unit.id());
      ids.addAll(unit.ancestors());
    }
    var lives = new HashMap<Long, Life>();
    tx.createQuery("select id, trail, coalesce(joined, 0) as joined from ttac.pack where id = any(:ids) order by id")
        .bind("ids", SqlArray.longs(ids))
        .map((rs, _) -> lives.put(rs.getLong("id"),
            new Life(List.of((Long[]) rs.getArray("trail").getArray()), rs.getLong("joined"))))
        .list();
    return lives;
  }

  /** A unit's own events and those that its holders lived through while it was inside, oldest first. */
  static List<Long> whole(Map<Long, Life> lives, long unit, List<Long> ancestors) {
    var all = new TreeSet<>(lives.get(unit).trail());
    long since = lives.get(unit).joined();
    for (var ancestor : ancestors) {
      var life = lives.get(ancestor);
      for (var event : life.trail()) {
        if (event > since) {
          all.add(event);
        }
      }
      since = Math.max(since, life.joined());
    }
    return List.copyOf(all);
  }

  private static void become(Handle tx, List<Long> ids, Custody custody, List<Long> trail) {
    CustodySql.bind(tx.createUpdate("""
            update ttac.pack
               set parent = null, joined = null, path = :path, received = :received,
                   transit_from = :from, transit_to = :to, transit_kind = :kind, shipment = :shipment,
                   trail = :trail
             where id = any(:ids)
            """), custody)
        .bind("ids", SqlArray.longs(ids))
        .bind("trail", SqlArray.longs(trail))
        .execute();
  }

  /** Takes what units hold, or are, out of the counts of every holder above them. */
  static void removeContents(Handle tx, Collection<Pack> units) {
    changeContents(tx, units, -1);
  }

  private static void changeContents(Handle tx, Collection<Pack> units, int sign) {
    var moved = new ArrayList<Long>();
    var above = new ArrayList<Long>();
    for (var unit : units) {
      for (var ancestor : unit.ancestors()) {
        moved.add(unit.id());
        above.add(ancestor);
      }
    }
    tx.createUpdate("""
            with moved (unit, ancestor) as (
              select unit, ancestor from unnest(:units, :ancestors) as m (unit, ancestor)
            ), part as (
              select m.ancestor, p.lot, p.status, 1 as primers
                from moved m join ttac.pack p on p.id = m.unit and p.level = 1
              union all
              select m.ancestor, t.lot, t.status, t.primers
                from moved m join ttac.content t on t.parent = m.unit
            )
            insert into ttac.content as c (parent, lot, status, primers)
            select ancestor, lot, status, :sign * sum(primers)
              from part
             group by ancestor, lot, status
                on conflict (parent, lot, status) do update set primers = c.primers + excluded.primers
            """)
        .bind("units", SqlArray.longs(moved))
        .bind("ancestors", SqlArray.longs(above))
        .bind("sign", sign)
        .execute();
  }

  /** Adds what units hold, or are, to the counts of every holder above them. */
  static void addContents(Handle tx, Collection<Pack> units) {
    changeContents(tx, units, 1);
  }

  private static List<Long> emptied(Handle tx, List<Pack> units) {
    var holders = new HashSet<Long>();
    units.forEach(unit -> holders.add(unit.ancestors().getFirst()));
    return tx.createQuery("""
            select holder.id
              from unnest(:holders) as holder (id)
             where not exists (select from ttac.pack c where c.parent = holder.id)
             order by holder.id
            """)
        .bind("holders", SqlArray.longs(holders))
        .mapTo(Long.class)
        .list();
  }
}
