package id.jejak.ttac.store;

import id.jejak.kernel.db.SqlArray;
import id.jejak.ttac.domain.Pack;
import id.jejak.ttac.domain.Transit;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * What was set on its way by one event, and how much of it is still open: in all, and lot by lot as long as every unit
 * holds one lot only, so that a list of what is pending need not look into shipments. Stateless.
 */
final class Shipments {
  private Shipments() {}

  /** Roots that were on their way leave the shipment that carried them; what was cut out never was one of its units. */
  static void close(Handle tx, List<Pack> moving) {
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
          .bind("ids", SqlArray.longs(left.keySet())).mapTo(long.class).list();
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
        .bind("shipments", SqlArray.longs(left.keySet()))
        .bind("units", SqlArray.ints(left.values()))
        .bind("carried", SqlArray.longs(primers.keySet().stream().map(Carried::shipment).toList()))
        .bind("lots", SqlArray.longs(primers.keySet().stream().map(Carried::lot).toList()))
        .bind("primers", SqlArray.ints(primers.values()))
        .bind("holders", SqlArray.longs(holders))
        .bind("carriers", SqlArray.longs(carriers))
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
        .bind("roots", SqlArray.longs(roots))
        .execute();
  }

  /** Primers of one lot in one shipment. */
  private record Carried(long shipment, long lot) {}

  /** Opens a shipment of units, none of them inside another. */
  static void open(Handle tx, Transit transit, Event event, List<Pack> moving) {
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
        .bind("at", event.at().atOffset(ZoneOffset.UTC))
        .bind("reason", event.reason())
        .bind("units", moving.size())
        .bind("lots", SqlArray.longs(primers.keySet()))
        .bind("primers", SqlArray.ints(primers.values()))
        .bind("holders", SqlArray.longs(holders))
        .execute();
  }
}
