package id.jejak.ttac.store;

import id.jejak.kernel.db.SqlArray;
import id.jejak.ttac.domain.Custody;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Status;
import id.jejak.ttac.store.Trace.Life;
import id.jejak.ttac.store.Trace.Product;
import id.jejak.ttac.store.Trace.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Answers where a pack has been. Three statements, all of them look-ups by key, so the answer takes as long among
 * five packs as among five million; what it costs is the length of the one history. Locks nothing: run it in a
 * snapshot, or a pack on the move may be seen half-way. Stateless, thread-safe.
 */
public final class TraceStore {
  /** Steps before the window that are read too, to know where what is received was sent from. */
  private static final int LEAD = 16;

  /**
   * The units asked for, and every unit that any of them ever was inside of. Each {@code offset 0} keeps the planner
   * from turning a handful of look-ups into a join over all packs.
   */
  private static final String UNITS = """
      with recursive known (id) as (
        (select id from ttac.pack where key = any(:keys)
          union all
         select id from ttac.tombstone where key = any(:keys))
         union
        select above.id
          from known k
         cross join lateral (
               select p.parent
                 from ttac.pack p
                where p.id = k.id and p.parent is not null
                union all
               select e.parent
                 from (select trail from ttac.pack where id = k.id
                        union all
                       select trail from ttac.tombstone where id = k.id) as life
                cross join lateral (select parent
                                      from ttac.event
                                     where id = any(life.trail) and parent is not null
                                    offset 0) as e
               offset 0) as above (id)
      )
      select u.*, l.nie, l.batch_no, l.exp_date, t.events, t.joins, t.holders
        from known k
       cross join lateral (
             select id, false as gone, key, barcode, level, status, lot, parent, coalesce(joined, 0) as joined, trail,
                    path, received, transit_from, transit_to, transit_kind, shipment
               from ttac.pack
              where id = k.id
              union all
             select id, true, key, barcode, level, status, lot, null, 0, trail,
                    null, false, null, null, null, null
               from ttac.tombstone
              where id = k.id
             offset 0) as u
        left join lateral (
             select nie, batch_no, exp_date
               from ttac.lot
              where id = coalesce(u.lot, (select case when min(lot) = max(lot) then min(lot) end
                                            from ttac.content
                                           where parent = u.id and primers > 0))
             offset 0) as l on true
       cross join lateral (
             select array_agg(id order by id) as events, array_agg(kind = :aggregate order by id) as joins,
                    array_agg(parent order by id) as holders
               from ttac.event
              where id = any(u.trail) and parent is not null and u.id = any(packs)) as t
       order by u.id
      """;

  private record Unit(long id, boolean gone, String key, String barcode, Level level, Status status,
      @Nullable Product product, @Nullable Long parent, long joined, List<Long> trail, @Nullable Custody custody,
      List<Ties.Tie> ties) {}

  /** An event of one of the lives. */
  private record Place(int life, long event) {}

  /**
   * The trace of a barcode.
   *
   * @param keys what the barcode may stand for, the most likely first
   * @param offset steps of the history to leave out
   * @param limit steps to give at the most
   * @return empty when no unit ever carried it, or when it may be one of several
   */
  public Optional<Trace> trace(Handle snapshot, List<String> keys, long offset, int limit) {
    var units = units(snapshot, keys);
    var key = key(keys, units.values());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    var own = units.values().stream().filter(unit -> unit.key().equals(key.get()))
        .sorted(Comparator.comparing(unit -> unit.trail().getFirst())).toList();
    var holders = holders(units, own.getLast());
    var root = holders.isEmpty() ? own.getLast() : holders.getLast();
    var places = places(units, own, holders);
    int from = (int) Math.min(offset, places.size());
    int to = Math.min(places.size() - from, limit) + from;
    var events = events(snapshot, places.subList(Math.max(0, from - LEAD), to), root.custody());
    var steps = steps(units, own, places.subList(Math.max(0, from - LEAD), to), events);
    var transit = root.custody() == null ? null : root.custody().transit();
    return Optional.of(new Trace(
        own.stream().map(unit -> new Life(unit.id(), unit.barcode(), unit.level(), unit.status(), unit.product(),
            unit.gone())).toList(),
        root.custody(),
        transit == null ? null : events.get(transit.shipment()).at(),
        holders.stream().map(Unit::barcode).toList(),
        names(snapshot, steps, root.custody()),
        places.size(),
        steps.subList(Math.min(LEAD, from), steps.size())));
  }

  private static Map<Long, Unit> units(Handle snapshot, List<String> keys) {
    var found = new HashMap<Long, Unit>();
    snapshot.createQuery(UNITS)
        .bind("keys", SqlArray.texts(keys))
        .bind("aggregate", Event.Kind.AGGREGATE.ordinal())
        .map((rs, _) -> found.put(rs.getLong("id"), unit(rs)))
        .list();
    return found;
  }

  private static Unit unit(ResultSet rs) throws SQLException {
    var nie = rs.getString("nie");
    return new Unit(rs.getLong("id"), rs.getBoolean("gone"), rs.getString("key"), rs.getString("barcode"),
        Level.of(rs.getInt("level")), Status.of(rs.getInt("status")),
        nie == null ? null : new Product(nie, rs.getString("batch_no"), rs.getObject("exp_date", LocalDate.class)),
        EventStore.longOrNull(rs, "parent"), rs.getLong("joined"),
        List.of((Long[]) rs.getArray("trail").getArray()),
        rs.getArray("path") == null ? null : PackStore.custody(rs), ties(rs));
  }

  private static List<Ties.Tie> ties(ResultSet rs) throws SQLException {
    if (rs.getArray("events") == null) {
      return List.of();
    }
    var events = (Long[]) rs.getArray("events").getArray();
    var joins = (Boolean[]) rs.getArray("joins").getArray();
    var holders = (Long[]) rs.getArray("holders").getArray();
    var ties = new ArrayList<Ties.Tie>(events.length);
    for (int i = 0; i < events.length; i++) {
      ties.add(new Ties.Tie(events[i], joins[i], holders[i]));
    }
    return ties;
  }

  /** The first key when anything ever had it; else the only other one that was found. */
  private static Optional<String> key(List<String> keys, Collection<Unit> units) {
    var found = new HashSet<String>();
    units.forEach(unit -> found.add(unit.key()));
    var candidates = keys.stream().filter(found::contains).distinct().toList();
    return candidates.isEmpty() || candidates.size() > 1 && !candidates.getFirst().equals(keys.getFirst())
        ? Optional.empty() : Optional.of(candidates.getFirst());
  }

  private static List<Unit> holders(Map<Long, Unit> units, Unit unit) {
    var holders = new ArrayList<Unit>();
    for (var above = unit.parent(); above != null; above = holders.getLast().parent()) {
      holders.add(units.get(above));
    }
    return holders;
  }

  /** Every event of every life, oldest first. What was deleted had been taken out of its holders before. */
  private static List<Place> places(Map<Long, Unit> units, List<Unit> own, List<Unit> holders) {
    var lives = new HashMap<Long, Cutting.Life>();
    units.values().forEach(unit -> lives.put(unit.id(), new Cutting.Life(unit.trail(), unit.joined())));
    var above = holders.stream().map(Unit::id).toList();
    var places = new ArrayList<Place>();
    for (int i = 0; i < own.size(); i++) {
      int life = i;
      Cutting.whole(lives, own.get(i).id(), own.get(i).gone() ? List.of() : above)
          .forEach(event -> places.add(new Place(life, event)));
    }
    return places;
  }

  private static Map<Long, Event> events(Handle snapshot, List<Place> places, @Nullable Custody custody) {
    var ids = new HashSet<Long>();
    places.forEach(place -> ids.add(place.event()));
    if (custody != null && custody.transit() != null) {
      ids.add(custody.transit().shipment());
    }
    var events = new HashMap<Long, Event>();
    snapshot.createQuery("""
            select id, kind, at, sarana, from_sarana, to_sarana, reason, parent, request
              from ttac.event
             where id = any(:ids)
             order by id
            """)
        .bind("ids", SqlArray.longs(ids))
        .map((rs, _) -> events.put(rs.getLong("id"), new Event(rs.getLong("id"),
            Event.Kind.values()[rs.getInt("kind")], rs.getObject("at", OffsetDateTime.class).toInstant(),
            rs.getInt("sarana"), rs.getObject("from_sarana", Integer.class),
            rs.getObject("to_sarana", Integer.class), rs.getString("reason"), EventStore.longOrNull(rs, "parent"),
            List.of(), rs.getString("request"))))
        .list();
    return events;
  }

  private static List<Step> steps(Map<Long, Unit> units, List<Unit> own, List<Place> places,
      Map<Long, Event> events) {
    var ties = new Ties();
    units.values().forEach(unit ->
        ties.add(unit.id(), unit.trail().getFirst(), unit.ties(), unit.parent(), unit.joined()));
    var steps = new ArrayList<Step>(places.size());
    @Nullable Integer sender = null;
    for (var place : places) {
      var event = events.get(place.event());
      long unit = own.get(place.life()).id();
      long handled = ties.handled(unit, event.id());
      @Nullable Long holder = event.parent() == null ? ties.entered(unit, event.id()).orElse(null) : event.parent();
      sender = switch (event.kind()) {
        case SEND, RETURN, RECALL -> event.from();
        case RECEIVE -> sender;
        case REGISTER, AGGREGATE, DISAGGREGATE, ACTIVATE, SAMPLE, REJECT, DELETE ->
            event.kind() == Event.Kind.REGISTER ? null : sender;
      };
      boolean arrives = event.kind() == Event.Kind.RECEIVE && event.from() == null;
      steps.add(new Step(event.id(), place.life(), event.kind(), event.at(), event.sarana(),
          arrives ? sender : event.from(), event.to(), event.reason(),
          handled == unit ? null : units.get(handled).barcode(),
          holder == null ? null : units.get(holder).barcode(), event.request()));
    }
    return steps;
  }

  private static Map<Integer, String> names(Handle snapshot, List<Step> steps, @Nullable Custody custody) {
    Set<Integer> ids = new HashSet<>();
    for (var step : steps) {
      ids.add(step.sarana());
      if (step.from() != null) {
        ids.add(step.from());
      }
      if (step.to() != null) {
        ids.add(step.to());
      }
    }
    if (custody != null) {
      ids.add(custody.holder());
      if (custody.transit() != null) {
        ids.add(custody.transit().from());
        ids.add(custody.transit().to());
      }
    }
    var names = new HashMap<Integer, String>();
    snapshot.createQuery("select id, nama from ttac.sarana where id = any(:ids) order by id")
        .bind("ids", SqlArray.ints(ids))
        .map((rs, _) -> names.put(rs.getInt("id"), rs.getString("nama")))
        .list();
    return names;
  }
}
