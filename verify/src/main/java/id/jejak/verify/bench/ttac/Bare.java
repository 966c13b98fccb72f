package id.jejak.verify.bench.ttac;

import id.jejak.verify.bench.Pile;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Worker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The limit: the same rows written by one hand-written statement, in one round trip and one commit, asking for
 * nothing but what the writes themselves need.
 */
final class Bare implements Worker {
  /** Sends packs at rest: sarana, target, sarana, target, keys, sarana, sarana, target. */
  static final String SEND = """
      with e as materialized (
        select nextval('ttac.event_id_seq') as id
      ), moved as (
        update ttac.pack p
           set transit_from = ?, transit_to = ?, transit_kind = 0, shipment = e.id, trail = p.trail || e.id
          from e
         where p.key = any(?)
           and p.shipment is null
           and p.path[cardinality(p.path)] = ?
        returning p.id, p.lot
      ), written as (
        insert into ttac.event (id, kind, at, sarana, from_sarana, to_sarana, packs, request)
        overriding system value
        select e.id, 6, now(), ?, ?, ?, array(select id from moved), 'bare'
          from e
      ), opened as (
        insert into ttac.shipment (event, from_sarana, to_sarana, kind, sent_at, units, open, lots, by_lot)
        select e.id, ?, ?, 0, now(), (select count(*) from moved), (select count(*) from moved),
               array(select lot from moved group by lot order by lot),
               array(select count(*)::int from moved group by lot order by lot)
          from e
      )
      select count(*)
        from moved
      """;

  /** Receives what is on its way: sarana, keys, sarana, sarana, sarana. */
  static final String RECEIVE = """
      with e as materialized (
        select nextval('ttac.event_id_seq') as id
      ), moved as (
        update ttac.pack p
           set path = p.path || ?, received = true, transit_from = null, transit_to = null, transit_kind = null,
               shipment = null, trail = p.trail || e.id
          from e
         where p.key = any(?)
           and p.transit_to = ?
        returning old.shipment, p.id, p.lot
      ), written as (
        insert into ttac.event (id, kind, at, sarana, to_sarana, packs, request)
        overriding system value
        select e.id, 7, now(), ?, ?, array(select id from moved), 'bare'
          from e
      ), closed as (
        update ttac.shipment s
           set open = s.open - m.units,
               by_lot = (select array_agg(h.units - coalesce(g.units, 0) order by h.lot)
                           from unnest(s.lots, s.by_lot) as h (lot, units)
                           left join (select shipment, lot, count(*)::int as units from moved group by 1, 2) g
                             on g.shipment = s.event and g.lot = h.lot)
          from (select shipment, count(*)::int as units from moved group by shipment) m
         where s.event = m.shipment
      )
      select count(*)
        from moved
      """;

  private final Connection connection;
  private final PreparedStatement send;
  private final PreparedStatement receive;
  private final Supplier<@Nullable Step> next;

  /** One movement of packs. */
  record Step(boolean sends, int sarana, int target, List<String> keys) {
    static Step send(int sarana, int target, List<String> keys) {
      return new Step(true, sarana, target, keys);
    }

    static Step receive(int sarana, List<String> keys) {
      return new Step(false, sarana, 0, keys);
    }
  }

  Bare(Stage stage, Supplier<@Nullable Step> next) throws SQLException {
    this.connection = stage.connect();
    this.send = connection.prepareStatement(SEND);
    this.receive = connection.prepareStatement(RECEIVE);
    this.next = next;
  }

  /** So many connections that share a pile. */
  static List<Worker> sharing(Stage stage, int connections, Pile<Step> pile) throws SQLException {
    var workers = new ArrayList<Worker>();
    for (int i = 0; i < connections; i++) {
      workers.add(new Bare(stage, pile::take));
    }
    return workers;
  }

  @Override
  public long call() throws SQLException {
    var step = next.get();
    if (step == null) {
      return 0;
    }
    var keys = connection.createArrayOf("text", step.keys().toArray());
    var statement = step.sends() ? send : receive;
    if (step.sends()) {
      bind(send, step.sarana(), step.target(), keys, step.sarana(), step.sarana(), step.sarana(), step.target(),
          step.sarana(), step.target());
    } else {
      bind(receive, step.sarana(), keys, step.sarana(), step.sarana(), step.sarana());
    }
    try (var rows = statement.executeQuery()) {
      rows.next();
      if (rows.getLong(1) != step.keys().size()) {
        throw new IllegalStateException("bare SQL moved " + rows.getLong(1) + " of " + step.keys().size());
      }
    }
    return step.keys().size();
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
