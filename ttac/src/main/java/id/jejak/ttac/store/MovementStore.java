package id.jejak.ttac.store;

import id.jejak.ttac.domain.Custody;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Movement;
import id.jejak.ttac.domain.Pack;
import id.jejak.ttac.domain.Status;
import id.jejak.ttac.domain.Transit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Remembers movements. A unit that is inside another is cut out first; a holder emptied by a partial receipt
 * goes along with its last unit, so that no empty shell stays on its way for ever.
 *
 * <p>Rows written for n units at rest: n updates that touch no index, one event, one shipment, whatever is inside
 * them. Stateless, thread-safe.
 */
public final class MovementStore {
  private final EventStore events;
  private final Cutting cutting;

  /** A store that writes history through another. */
  public MovementStore(EventStore events) {
    this.events = events;
    this.cutting = new Cutting(events);
  }

  /**
   * Applies a movement that was not refused.
   *
   * @param units locked, none inside another
   * @param event what happened, without packs
   */
  public void apply(Handle tx, Movement movement, List<Pack> units, Event event) {
    var moving = free(tx, units, event);
    var ids = moving.stream().map(Pack::id).toList();
    long id = events.append(tx, event.about(ids));
    closeShipments(tx, moving);
    var after = new LinkedHashMap<Custody, List<Long>>();
    for (var unit : moving) {
      after.computeIfAbsent(movement.after(unit.custody(), id), _ -> new ArrayList<>()).add(unit.id());
    }
    after.forEach((custody, group) -> place(tx, group, custody, id));
    var transit = after.keySet().iterator().next().transit();
    if (transit != null) {
      openShipment(tx, transit, event, ids);
    }
  }

  /** Cuts the units that are inside others; gives back all that move, holders emptied on their way included. */
  private List<Pack> free(Handle tx, List<Pack> units, Event event) {
    var moving = new ArrayList<>(units);
    var inside = units.stream().filter(unit -> !unit.isRoot()).toList();
    var cut = Event.now(Event.Kind.DISAGGREGATE, event.at(), event.sarana(), event.request());
    while (!inside.isEmpty()) {
      var emptied = cutting.cut(tx, inside, cut);
      var shells = new ArrayList<Pack>();
      for (var id : emptied) {
        var shell = holder(inside, id);
        if (shell.custody().transit() != null) {
          shells.add(shell);
        }
      }
      moving.addAll(shells);
      inside = shells.stream().filter(shell -> !shell.isRoot()).toList();
    }
    return moving;
  }

  private static Pack holder(List<Pack> inside, long id) {
    for (var unit : inside) {
      if (unit.ancestors().getFirst() == id) {
        var above = unit.ancestors().subList(1, unit.ancestors().size());
        return new Pack(id, Level.of(unit.level().number() + 1), Status.ACTIVE, null, above, unit.custody(),
            false, false);
      }
    }
    throw new IllegalStateException("holder " + id + " was emptied by nobody");
  }

  private static void place(Handle tx, List<Long> ids, Custody custody, long event) {
    CustodySql.bind(tx.createUpdate("""
            update ttac.pack
               set path = :path, received = :received,
                   transit_from = :from, transit_to = :to, transit_kind = :kind, shipment = :shipment,
                   trail = trail || :event
             where id = any(:ids)
            """), custody)
        .bindArray("ids", Long.class, ids)
        .bind("event", event)
        .execute();
  }

  /** Roots that were on their way leave the shipment that carried them; what was cut out never was one of its units. */
  private static void closeShipments(Handle tx, List<Pack> moving) {
    Map<Long, Integer> left = new TreeMap<>();
    var robbed = new TreeSet<Long>();
    for (var unit : moving) {
      var transit = unit.custody().transit();
      if (transit != null) {
        left.merge(transit.shipment(), unit.isRoot() ? 1 : 0, Integer::sum);
        if (!unit.isRoot()) {
          robbed.add(unit.ancestors().getLast());
        }
      }
    }
    if (left.isEmpty()) {
      return;
    }
    if (left.size() > 1) {
      tx.createQuery("select event from ttac.shipment where event = any(:ids) order by event for update")
          .bindArray("ids", Long.class, left.keySet()).mapTo(long.class).list();
    }
    tx.createUpdate("""
            update ttac.shipment s
               set open = s.open - l.units
              from unnest(:shipments, :units) as l (event, units)
             where s.event = l.event
            """)
        .bindArray("shipments", Long.class, left.keySet())
        .bindArray("units", Integer.class, left.values())
        .execute();
    if (!robbed.isEmpty()) {
      markHollow(tx, robbed);
    }
  }

  /** Shipments one of whose units has just lost its last primer, but not its last holder. */
  private static void markHollow(Handle tx, Set<Long> roots) {
    tx.createUpdate("""
            update ttac.shipment s
               set lots = s.lots || 0::bigint
             where s.event in (select p.shipment
                                 from ttac.pack p
                                where p.id = any(:roots)
                                  and not exists (select from ttac.content c where c.parent = p.id and c.primers > 0))
               and not 0 = any(s.lots)
            """)
        .bindArray("roots", Long.class, roots)
        .execute();
  }

  private static void openShipment(Handle tx, Transit transit, Event event, List<Long> ids) {
    tx.createUpdate("""
            insert into ttac.shipment (event, from_sarana, to_sarana, kind, sent_at, reason, units, open, lots)
            select :event, :from, :to, :kind, :at, :reason, cardinality(:ids), cardinality(:ids),
                   array(select lot from ttac.pack where id = any(:ids) and lot is not null
                          union
                         select lot from ttac.content where parent = any(:ids) and primers > 0
                          union
                         select 0 from ttac.pack p
                          where p.id = any(:ids) and p.lot is null
                            and not exists (select from ttac.content c where c.parent = p.id and c.primers > 0)
                          order by lot)
            """)
        .bind("event", transit.shipment())
        .bind("from", transit.from())
        .bind("to", transit.to())
        .bind("kind", transit.kind().ordinal())
        .bind("at", event.at().atOffset(java.time.ZoneOffset.UTC))
        .bind("reason", event.reason())
        .bindArray("ids", Long.class, ids)
        .execute();
  }
}
