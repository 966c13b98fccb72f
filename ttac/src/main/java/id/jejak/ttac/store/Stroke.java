package id.jejak.ttac.store;

import id.jejak.kernel.db.SqlArray;
import id.jejak.ttac.domain.Custody;
import id.jejak.ttac.domain.Pack;
import id.jejak.ttac.domain.Transit;
import id.jejak.ttac.store.Shipments.Load;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A movement of units at rest or on their way, written by one statement: its event, what it takes out of a shipment,
 * the shipment that it opens, and the units. One statement because, for a single pack, each further one would cost as
 * much as all the writing. Stateless.
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
      , moved as (
        update ttac.pack p
           set transit_from = :from, transit_to = :to, transit_kind = :kind, shipment = w.id, trail = p.trail || w.id
          from written w
         where p.id = any(:ids)
      )
      select id from written
      """;

  private static final String RECEIVED = """
      , moved as (
        update ttac.pack p
           set path = :path, received = :received, transit_from = null, transit_to = null, transit_kind = null,
               shipment = null, trail = p.trail || w.id
          from written w
         where p.id = any(:ids)
      )
      select id from written
      """;

  private static final String SEND = WRITTEN + OPENED + SENT;
  private static final String SEND_BACK = WRITTEN + CLOSED + OPENED + SENT;
  private static final String RECEIVE = WRITTEN + RECEIVED;
  private static final String RECEIVE_ALL_OF_ONE = WRITTEN + CLOSED + RECEIVED;

  private Stroke() {}

  /**
   * Sets units on their way.
   *
   * @param event what happened, about all that move
   * @param transit where to; its shipment is the event
   * @param carried units by the one shipment that they leave; null when they leave none, or it is done already
   * @return the event's id
   */
  static long send(Handle tx, Event event, Transit transit, List<Pack> moving,
      Map.@Nullable Entry<Long, List<Pack>> carried) {
    var load = Load.of(moving);
    var query = event(tx.createQuery(carried == null ? SEND : SEND_BACK), event)
        .bind("from", transit.from())
        .bind("to", transit.to())
        .bind("kind", transit.kind().ordinal())
        .bind("units", load.units())
        .bind("lots", SqlArray.longs(load.lots()))
        .bind("byLot", SqlArray.ints(load.alike() ? load.unitsOf().values() : List.of()))
        .bind("ids", SqlArray.longs(event.packs()));
    return close(query, carried).mapTo(long.class).one();
  }

  /**
   * Lets units arrive.
   *
   * @param event what happened, about all that move
   * @param ids those that have this custody now
   * @param carried units by the one shipment that they leave; null when it is done already
   * @return the event's id
   */
  static long receive(Handle tx, Event event, Custody custody, List<Long> ids,
      Map.@Nullable Entry<Long, List<Pack>> carried) {
    var query = event(tx.createQuery(carried == null ? RECEIVE : RECEIVE_ALL_OF_ONE), event)
        .bind("path", CustodySql.path(custody))
        .bind("received", custody.received())
        .bind("ids", SqlArray.longs(ids));
    return close(query, carried).mapTo(long.class).one();
  }

  private static Query event(Query query, Event event) {
    return query
        .bind("event", event.kind().ordinal())
        .bind("at", event.at().atOffset(ZoneOffset.UTC))
        .bind("sarana", event.sarana())
        .bind("origin", event.from())
        .bind("target", event.to())
        .bind("reason", event.reason())
        .bind("packs", SqlArray.longs(event.packs()))
        .bind("request", event.request());
  }

  private static Query close(Query query, Map.@Nullable Entry<Long, List<Pack>> carried) {
    if (carried == null) {
      return query;
    }
    var load = Load.of(carried.getValue());
    return query
        .bind("carrier", carried.getKey())
        .bind("leaving", load.units())
        .bind("alike", load.alike())
        .bind("leavingLots", SqlArray.longs(load.unitsOf().keySet()))
        .bind("leavingUnits", SqlArray.ints(load.unitsOf().values()));
  }
}
