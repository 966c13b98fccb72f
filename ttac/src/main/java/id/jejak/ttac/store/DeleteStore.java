package id.jejak.ttac.store;

import id.jejak.kernel.db.SqlArray;
import id.jejak.ttac.domain.Custody.Standing;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Pack;
import id.jejak.ttac.domain.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Deletes units, or only their ties. A deleted unit leaves a tombstone, so that its history can still be told; what
 * was inside it stays, as a root of its own. Stateless, thread-safe.
 */
public final class DeleteStore {
  /** More than the contract's limit, so that a pack that arrives meanwhile is not left out silently. */
  private static final int PRIMERS_AT_ONCE = 10_000;

  private final PackStore packs;
  private final EventStore events;
  private final Cutting cutting;

  /** A store that locks and writes history through others. */
  public DeleteStore(PackStore packs, EventStore events) {
    this.packs = packs;
    this.events = events;
    this.cutting = new Cutting(events);
  }

  /**
   * Locks what is directly inside the units of these keys. Must come before the units themselves are locked, since
   * packs are locked before their parents.
   */
  public void lockChildren(Handle tx, Collection<String> keys, Level level) {
    tx.createQuery("""
            select c.id
              from ttac.pack p
              join ttac.pack c on c.parent = p.id
             where p.key = any(:keys)
               and p.level = :level
             order by c.level, c.id
               for update of c
            """)
        .bind("keys", SqlArray.texts(keys))
        .bind("level", level.number())
        .mapTo(long.class).list();
  }

  /** How many primers of a product a sarana holds at rest, at any depth. */
  public long countHeld(Handle tx, int sarana, String nie) {
    return tx.createQuery("""
            select count(*)
              from ttac.lot l
              join ttac.pack p on p.lot = l.id
              left join ttac.pack s on s.id = p.parent
              left join ttac.pack t on t.id = s.parent
             where l.nie = :nie
               and coalesce(t.shipment, s.shipment, p.shipment) is null
               and (coalesce(t.path, s.path, p.path))[cardinality(coalesce(t.path, s.path, p.path))] = :sarana
            """)
        .bind("nie", nie).bind("sarana", sarana)
        .mapTo(long.class).one();
  }

  /** Locks the primers of a product that a sarana seems to hold; who holds them is certain only now. */
  public List<Pack> lockHeld(Handle tx, int sarana, String nie) {
    var keys = tx.createQuery("""
            select p.key
              from ttac.lot l
              join ttac.pack p on p.lot = l.id
              left join ttac.pack s on s.id = p.parent
              left join ttac.pack t on t.id = s.parent
             where l.nie = :nie
               and (coalesce(t.path, s.path, p.path))[cardinality(coalesce(t.path, s.path, p.path))] = :sarana
             order by p.key
             limit :most
            """)
        .bind("nie", nie).bind("sarana", sarana).bind("most", PRIMERS_AT_ONCE)
        .mapTo(String.class).list();
    return List.copyOf(packs.lock(tx, keys).values());
  }

  /** Whether a sarana may delete a unit: it has it, at rest. */
  public static boolean inScope(Pack pack, int sarana) {
    return pack.custody().standing(sarana) == Standing.HOLDS;
  }

  /**
   * Deletes units and their ties.
   *
   * @param units of one level, locked with their ancestors and children
   * @param physical true removes the rows, false only the ties
   * @return holders that have nothing inside any more
   */
  public List<Long> delete(Handle tx, List<Pack> units, boolean physical, Event event) {
    var untie = Event.now(Event.Kind.DISAGGREGATE, event.at(), event.sarana(), event.request());
    var children = children(tx, units);
    if (!children.isEmpty()) {
      cutting.cut(tx, children, untie);
    }
    var inside = units.stream().filter(unit -> !unit.isRoot()).toList();
    var emptied = inside.isEmpty() ? List.<Long>of() : cutting.cut(tx, inside, untie);
    if (physical) {
      remove(tx, units.stream().map(Pack::id).toList(), event);
    }
    return emptied;
  }

  /** Emptied holders as units, to be deleted in their turn. */
  public List<Pack> holders(Handle tx, List<Long> ids) {
    var rows = new HashMap<Long, PackStore.Row>();
    var above = packs.lockRows(tx, ids);
    var first = above;
    while (!above.isEmpty()) {
      above.forEach(row -> rows.put(row.id(), row));
      var parents = above.stream().map(PackStore.Row::parent).filter(java.util.Objects::nonNull)
          .filter(parent -> !rows.containsKey(parent)).distinct().toList();
      above = parents.isEmpty() ? List.of() : packs.lockRows(tx, parents);
    }
    return first.stream().map(row -> PackStore.pack(row, rows)).toList();
  }

  private List<Pack> children(Handle tx, List<Pack> units) {
    Map<Long, Pack> byId = new HashMap<>();
    units.stream().filter(unit -> unit.level() != Level.PRIMER && unit.hasChildren())
        .forEach(unit -> byId.put(unit.id(), unit));
    if (byId.isEmpty()) {
      return List.of();
    }
    return tx.createQuery("""
            select id, level, status, parent
              from ttac.pack
             where parent = any(:parents)
             order by id
               for update
            """)
        .bind("parents", SqlArray.longs(byId.keySet()))
        .map((rs, _) -> {
          var parent = byId.get(rs.getLong("parent"));
          var ancestors = new ArrayList<Long>();
          ancestors.add(parent.id());
          ancestors.addAll(parent.ancestors());
          return new Pack(rs.getLong("id"), Level.of(rs.getInt("level")), Status.of(rs.getInt("status")),
              List.of(), ancestors, parent.custody(), false, false); // what is inside is not asked
        })
        .list();
  }

  private void remove(Handle tx, List<Long> ids, Event event) {
    long id = events.append(tx, event.about(ids));
    tx.createUpdate("""
            with gone as (
              delete from ttac.pack where id = any(:ids) returning id, key, barcode, level, status, lot, trail
            ), emptied as (
              delete from ttac.content where parent = any(:ids)
            )
            insert into ttac.tombstone (id, key, barcode, level, status, lot, trail, deleted_at)
            select id, key, barcode, level, status, lot, trail || :event, :at
              from gone
            """)
        .bind("ids", SqlArray.longs(ids))
        .bind("event", id)
        .bind("at", event.at().atOffset(java.time.ZoneOffset.UTC))
        .execute();
  }
}
