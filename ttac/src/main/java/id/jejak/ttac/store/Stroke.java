package id.jejak.ttac.store;

import id.jejak.kernel.db.Sql;
import id.jejak.ttac.domain.Custody;
import id.jejak.ttac.domain.Pack;
import id.jejak.ttac.domain.Transit;
import id.jejak.ttac.store.Shipments.Load;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A movement of units at rest or on their way, written by one statement: its event, what it takes out of a shipment,
 * the shipment that it opens, and the units. One statement because, for a single pack, each further one would cost as
 * much as all the writing. It is handed out bound and not run, since it may go to PostgreSQL together with the commit.
 * Stateless.
 */
final class Stroke {
  private static final String WRITTEN = """
      with written as (
        insert into ttac.event (kind, at, sarana, from_sarana, to_sarana, reason, packs, request)
        values (:event, :at, :sarana, :origin, :target, :reason, :packs, :request)
        returning id
      )""";

  /** A shipment of one lot, as most are, needs no lists taken apart. */
  private static final String CLOSED = """
      , closed as (
        update ttac.shipment s
           set open = s.open - :leaving,
               by_lot = case
                 when s.by_lot is null or not :alike then null
                 when cardinality(s.by_lot) = 1 then array[s.by_lot[1] - :leaving]
                 else (select array_agg(h.units - coalesce(g.units, 0) order by h.lot)
                         from unnest(s.lots, s.by_lot) as h (lot, units)
                         left join unnest(:leavingLots, :leavingUnits) as g (lot, units) on g.lot = h.lot)
               end
         where s.event = :carrier
      )""";

  private static final String OPENED = """
      , opened as (
        insert into ttac.shipment (event, from_sarana, to_sarana, kind, sent_at, reason, units, open, lots, by_lot)
        select id, :from, :to, :kind, :at, :reason, :units, :units, :lots, nullif(:byLot, '{}')
          from written
      )""";

  /** Path and receipt of what leaves stay as they are until it arrives. */
  private static final String SENT = """

      update ttac.pack p
         set transit_from = :from, transit_to = :to, transit_kind = :kind, shipment = w.id, trail = p.trail || w.id
        from written w
       where p.id = any(:ids)
      """;

  private static final String RECEIVED = """

      update ttac.pack p
         set path = :path, received = :received, transit_from = null, transit_to = null, transit_kind = null,
             shipment = null, trail = p.trail || w.id
        from written w
       where p.id = any(:ids)
      """;

  private static final Sql SEND = Sql.of(WRITTEN + OPENED + SENT);
  private static final Sql SEND_BACK = Sql.of(WRITTEN + CLOSED + OPENED + SENT);
  private static final Sql RECEIVE = Sql.of(WRITTEN + RECEIVED);
  private static final Sql RECEIVE_ALL_OF_ONE = Sql.of(WRITTEN + CLOSED + RECEIVED);

  private Stroke() {}

  /**
   * Sets units on their way.
   *
   * @param event what happened, about all that move
   * @param transit where to; its shipment is the event
   * @param carried units by the one shipment that they leave; null when they leave none, or it is done already
   */
  static Sql.Call send(Handle tx, Event event, Transit transit, List<Pack> moving,
      Map.@Nullable Entry<Long, List<Pack>> carried) {
    var load = Load.of(moving);
    var call = event((carried == null ? SEND : SEND_BACK).in(tx), event)
        .integer("from", transit.from())
        .integer("to", transit.to())
        .integer("kind", transit.kind().ordinal())
        .integer("units", load.units())
        .longs("lots", load.lots())
        .ints("byLot", load.alike() ? load.unitsOf().values() : List.of())
        .longs("ids", event.packs());
    return close(call, carried);
  }

  /**
   * Lets units arrive.
   *
   * @param event what happened, about all that move
   * @param custody of each of them from now on
   * @param carried units by the one shipment that they leave; null when it is done already
   */
  static Sql.Call receive(Handle tx, Event event, Custody custody,
      Map.@Nullable Entry<Long, List<Pack>> carried) {
    var call = event((carried == null ? RECEIVE : RECEIVE_ALL_OF_ONE).in(tx), event)
        .ints("path", custody.path())
        .flag("received", custody.received())
        .longs("ids", event.packs());
    return close(call, carried);
  }

  private static Sql.Call event(Sql.Call call, Event event) {
    return call
        .integer("event", event.kind().ordinal())
        .instant("at", event.at())
        .integer("sarana", event.sarana())
        .integer("origin", event.from())
        .integer("target", event.to())
        .text("reason", event.reason())
        .longs("packs", event.packs())
        .text("request", event.request());
  }

  private static Sql.Call close(Sql.Call call, Map.@Nullable Entry<Long, List<Pack>> carried) {
    if (carried == null) {
      return call;
    }
    var load = Load.of(carried.getValue());
    return call
        .bigint("carrier", carried.getKey())
        .integer("leaving", load.units())
        .flag("alike", load.alike())
        .longs("leavingLots", load.unitsOf().keySet())
        .ints("leavingUnits", load.unitsOf().values());
  }
}
