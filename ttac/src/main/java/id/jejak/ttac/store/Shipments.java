package id.jejak.ttac.store;

import id.jejak.kernel.db.SqlArray;
import id.jejak.ttac.domain.Pack;
import java.util.ArrayList;
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

  /**
   * Units of one shipment.
   *
   * @param units how many
   * @param unitsOf how many of them hold which lot, by lot
   * @param hollow true when one of them holds no primer
   * @param alike true when each of them holds exactly one lot
   */
  record Load(int units, TreeMap<Long, Integer> unitsOf, boolean hollow, boolean alike) {
    static Load of(List<Pack> packs) {
      var unitsOf = new TreeMap<Long, Integer>();
      boolean hollow = false;
      boolean alike = true;
      for (var pack : packs) {
        pack.lots().forEach(lot -> unitsOf.merge(lot, 1, Integer::sum));
        hollow |= pack.lots().isEmpty();
        alike &= pack.lots().size() == 1;
      }
      return new Load(packs.size(), unitsOf, hollow, alike);
    }

    /** A shipment's lots when these are all of it; lot 0, which is none, stands for what holds no primer. */
    List<Long> lots() {
      var lots = new ArrayList<>(unitsOf.keySet());
      if (hollow) {
        lots.add(0L);
      }
      return lots;
    }
  }

  /** Roots that were on their way, by the shipment that carried them; what was cut out never was one of its units. */
  static Map<Long, List<Pack>> carried(List<Pack> moving) {
    var carried = new TreeMap<Long, List<Pack>>();
    for (var unit : moving) {
      var transit = unit.custody().transit();
      if (transit != null && unit.isRoot()) {
        carried.computeIfAbsent(transit.shipment(), _ -> new ArrayList<>()).add(unit);
      }
    }
    return carried;
  }

  /** Roots on their way that lose something else than themselves. */
  static Set<Long> robbed(List<Pack> moving) {
    var robbed = new TreeSet<Long>();
    for (var unit : moving) {
      if (!unit.isRoot() && unit.custody().transit() != null) {
        robbed.add(unit.ancestors().getLast());
      }
    }
    return robbed;
  }

  /** Shipments that are touched when these units move: those that carry them, or what they are cut out of. */
  static Set<Long> touched(List<Pack> moving) {
    var touched = new TreeSet<Long>();
    for (var unit : moving) {
      var transit = unit.custody().transit();
      if (transit != null) {
        touched.add(transit.shipment());
      }
    }
    return touched;
  }

  /** Locks shipments, in order. */
  static void lock(Handle tx, Set<Long> shipments) {
    tx.createQuery("select event from ttac.shipment where event = any(:ids) order by event for update")
        .bind("ids", SqlArray.longs(shipments)).mapTo(long.class).list();
  }

  /** Takes what leaves them out of several shipments, which must be locked. */
  static void close(Handle tx, Map<Long, List<Pack>> carried) {
    var units = new ArrayList<Integer>();
    var carriers = new ArrayList<Long>();
    var lots = new ArrayList<Long>();
    var counts = new ArrayList<Integer>();
    carried.forEach((shipment, packs) -> {
      units.add(packs.size());
      Load.of(packs).unitsOf().forEach((lot, count) -> {
        carriers.add(shipment);
        lots.add(lot);
        counts.add(count);
      });
    });
    tx.createUpdate("""
            with gone as (
              select shipment, lot, units from unnest(:carriers, :lots, :counts) as p (shipment, lot, units)
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
        .bind("shipments", SqlArray.longs(carried.keySet()))
        .bind("units", SqlArray.ints(units))
        .bind("carriers", SqlArray.longs(carriers))
        .bind("lots", SqlArray.longs(lots))
        .bind("counts", SqlArray.ints(counts))
        .execute();
  }

  /** Shipments one of whose units has just lost its last primer, but not its last holder. */
  static void markHollow(Handle tx, Set<Long> roots) {
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
}
