package id.jejak.ttac.store;

import id.jejak.ttac.domain.Custody;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Movement;
import id.jejak.ttac.domain.Pack;
import id.jejak.ttac.domain.Status;
import id.jejak.ttac.domain.Transit;
import java.util.ArrayList;
import java.util.HashMap;
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
      openShipment(tx, transit, event, moving);
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
    Map<Carried, Integer> primers = new HashMap<>();
    var holders = new ArrayList<Long>();
    var carriers = new ArrayList<Long>();
    var robbed = new TreeSet<Long>();
    for (var unit : moving) {
      var transit = unit.custody().transit();
      if (transit != null) {
        left.merge(transit.shipment(), unit.isRoot() ? 1 : 0, Integer::sum);
        if (!unit.isRoot()) {
          robbed.add(unit.ancestors().getLast());
        } else if (unit.lot() != null) {
          primers.merge(new Carried(transit.shipment(), unit.lot()), 1, Integer::sum);
        } else {
          holders.add(unit.id());
          carriers.add(transit.shipment());
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
            with held as (
              select shipment, lot, units from unnest(:carried, :lots, :primers) as p (shipment, lot, units)
               union all
              select h.shipment, c.lot, 1
                from unnest(:holders, :carriers) as h (id, shipment)
                join ttac.content c on c.parent = h.id and c.primers > 0
            ), gone as (
              select shipment, lot, sum(units)::int as units from held group by shipment, lot
            )
            update ttac.shipment s
               set open = s.open - l.units,
                   by_lot = case
                     when s.by_lot is not null
                      and l.units = (select coalesce(sum(g.units), 0) from gone g where g.shipment = s.event)
                     then (select array_agg(h.units - coalesce(g.units, 0) order by h.lot)
                             from unnest(s.lots, s.by_lot) as h (lot, units)
                             left join gone g on g.shipment = s.event and g.lot = h.lot)
                   end
              from unnest(:shipments, :units) as l (event, units)
             where s.event = l.event
            """)
        .bindArray("shipments", Long.class, left.keySet())
        .bindArray("units", Integer.class, left.values())
        .bindArray("carried", Long.class, primers.keySet().stream().map(Carried::shipment).toList())
        .bindArray("lots", Long.class, primers.keySet().stream().map(Carried::lot).toList())
        .bindArray("primers", Integer.class, primers.values())
        .bindArray("holders", Long.class, holders)
        .bindArray("carriers", Long.class, carriers)
        .execute();
    if (!robbed.isEmpty()) {
      markHollow(tx, robbed);
    }
  }

  /** Shipments one of whose units has just lost its last primer, but not its last holder. */
  private static void markHollow(Handle tx, Set<Long> roots) {
    tx.createUpdate("""
            update ttac.shipment s
               set lots = s.lots || 0::bigint, by_lot = null
             where s.event in (select p.shipment
                                 from ttac.pack p
                                where p.id = any(:roots)
                                  and not exists (select from ttac.content c where c.parent = p.id and c.primers > 0))
               and not 0 = any(s.lots)
            """)
        .bindArray("roots", Long.class, roots)
        .execute();
  }

  /** Primers of one lot in one shipment. */
  private record Carried(long shipment, long lot) {}

  private static void openShipment(Handle tx, Transit transit, Event event, List<Pack> moving) {
    Map<Long, Integer> primers = new HashMap<>();
    var holders = new ArrayList<Long>();
    for (var unit : moving) {
      if (unit.lot() != null) {
        primers.merge(unit.lot(), 1, Integer::sum);
      } else {
        holders.add(unit.id());
      }
    }
    tx.createUpdate("""
            with inside as (
              select parent, lot from ttac.content where parent = any(:holders) and primers > 0 group by parent, lot
            ), counted as (
              select lot, sum(units)::int as units
                from (select lot, units from unnest(:lots, :primers) as p (lot, units)
                       union all
                      select lot, 1 from inside) held
               group by lot
            )
            insert into ttac.shipment (event, from_sarana, to_sarana, kind, sent_at, reason, units, open, lots, by_lot)
            select :event, :from, :to, :kind, :at, :reason, :units, :units,
                   coalesce(array_agg(lot order by lot), '{}') || (select array_agg(0::bigint)
                                                                     from (select id from unnest(:holders) as h (id)
                                                                           except
                                                                           select parent from inside
                                                                            limit 1) hollow),
                   case when sum(units) = :units
                         and (select count(distinct parent) = count(*) from inside)
                        then array_agg(units order by lot) end
              from counted
            """)
        .bind("event", transit.shipment())
        .bind("from", transit.from())
        .bind("to", transit.to())
        .bind("kind", transit.kind().ordinal())
        .bind("at", event.at().atOffset(java.time.ZoneOffset.UTC))
        .bind("reason", event.reason())
        .bind("units", moving.size())
        .bindArray("lots", Long.class, primers.keySet())
        .bindArray("primers", Integer.class, primers.values())
        .bindArray("holders", Long.class, holders)
        .execute();
  }
}
