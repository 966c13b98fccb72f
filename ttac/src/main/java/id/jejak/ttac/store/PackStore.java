package id.jejak.ttac.store;

import id.jejak.kernel.db.Sql;
import id.jejak.kernel.db.SqlArray;
import id.jejak.ttac.domain.Custody;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Pack;
import id.jejak.ttac.domain.Status;
import id.jejak.ttac.domain.Transit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds and locks packs.
 *
 * <p>Lock order, everywhere: packs before their parents, each level by rising id, shipments last. Whoever keeps
 * to it cannot wait in a circle. The level of a pack never changes, so it may be looked up before. Stateless, thread-safe.
 */
public final class PackStore {
  private static final String COLUMNS = """
      p.id, p.key, p.level, p.status, p.lot, p.parent, p.path, p.received,
      p.transit_from, p.transit_to, p.transit_kind, p.shipment""";

  private static final Sql BY_KEY = Sql.of("""
      select %s
        from ttac.pack p
       where p.key = any(:keys)
       order by p.level, p.id
         for update
      """.formatted(COLUMNS));

  private static final Sql BY_ID = Sql.of("""
      select %s
        from ttac.pack p
       where p.id = any(:ids)
       order by p.id
         for update
      """.formatted(COLUMNS));

  private static final Sql LEVELS_BY_KEY = Sql.of("select id, level from ttac.pack where key = any(:keys) order by id");
  private static final Sql LEVELS_BY_ID = Sql.of("select id, level from ttac.pack where id = any(:ids) order by id");

  /** What is asked about the inside of holders that are locked. */
  private static final Sql INSIDE = Sql.of("""
      select holder.id,
             exists (select from ttac.pack c where c.parent = holder.id) as children,
             exists (select from ttac.content t
                      where t.parent = holder.id and t.status in (2, 3) and t.primers > 0)
               or exists (select from ttac.pack c
                           where c.parent = holder.id and c.level > 1 and c.status in (2, 3)) as unfit,
             array(select t.lot
                     from ttac.content t
                    where t.parent = holder.id and t.primers > 0
                    group by t.lot
                    order by t.lot) as lots
        from unnest(:holders) as holder (id)
       order by holder.id
      """);

  /** A row of the table, as locked. Path and transit are there only for roots. */
  record Row(long id, String key, Level level, Status status, @Nullable Long lot, @Nullable Long parent,
      @Nullable Custody custody) {}

  /**
   * Locks the packs of these keys, which may be of any levels, and everything that they are inside of, until the
   * transaction ends.
   *
   * @param keys canonical keys, without repetitions
   * @return packs by key; unknown keys are missing
   */
  public Map<String, Pack> lock(Handle tx, Collection<String> keys) {
    var waiting = new TreeMap<>(levels(LEVELS_BY_KEY.in(tx).texts("keys", keys)));
    var asked = new HashSet<Long>();
    waiting.values().forEach(asked::addAll);
    var rows = lockUpwards(tx, new HashMap<>(), waiting);
    return assemble(tx, rows.values().stream().filter(row -> asked.contains(row.id())).toList(), rows);
  }

  /**
   * Locks packs for a request that is refused unless all are of one level, and everything that they are inside of.
   * Costs one look-up of each pack instead of two. When they are of several levels their holders are only read: the
   * refusal needs no more, and locking them would break the lock order.
   */
  public Map<String, Pack> lockAlike(Handle tx, Collection<String> keys) {
    var asked = BY_KEY.in(tx).texts("keys", keys).list(PackStore::row);
    var rows = new HashMap<Long, Row>();
    asked.forEach(row -> rows.put(row.id(), row));
    if (asked.stream().map(Row::level).distinct().count() > 1) {
      readUpwards(tx, rows);
    } else {
      lockUpwards(tx, rows, new TreeMap<>(parents(tx, asked, rows)));
    }
    return assemble(tx, asked, rows);
  }

  /** Locks what waits, lowest level first; the parents of what was locked wait for the turn of their level. */
  private Map<Long, Row> lockUpwards(Handle tx, Map<Long, Row> rows, TreeMap<Integer, Set<Long>> waiting) {
    while (!waiting.isEmpty()) {
      var locked = lockRows(tx, waiting.pollFirstEntry().getValue());
      locked.forEach(row -> rows.put(row.id(), row));
      parents(tx, locked, rows).forEach((level, ids) ->
          waiting.computeIfAbsent(level, _ -> new HashSet<>()).addAll(ids));
    }
    return rows;
  }

  private static void readUpwards(Handle tx, Map<Long, Row> rows) {
    for (var missing = missing(rows.values(), rows); !missing.isEmpty(); missing = missing(rows.values(), rows)) {
      tx.createQuery("select %s from ttac.pack p where p.id = any(:ids) order by p.id".formatted(COLUMNS))
          .bind("ids", SqlArray.longs(missing))
          .map((rs, _) -> row(rs))
          .forEach(row -> rows.put(row.id(), row));
    }
  }

  private static Map<Integer, Set<Long>> parents(Handle tx, Collection<Row> of, Map<Long, Row> rows) {
    var missing = missing(of, rows);
    return missing.isEmpty() ? Map.of() : levels(LEVELS_BY_ID.in(tx).longs("ids", missing));
  }

  private static Set<Long> missing(Collection<Row> of, Map<Long, Row> rows) {
    var missing = new HashSet<Long>();
    for (var row : of) {
      if (row.parent() != null && !rows.containsKey(row.parent())) {
        missing.add(row.parent());
      }
    }
    return missing;
  }

  private static Map<Integer, Set<Long>> levels(Sql.Call query) {
    var levels = new HashMap<Integer, Set<Long>>();
    query.list(rs -> levels.computeIfAbsent(rs.getInt("level"), _ -> new HashSet<>()).add(rs.getLong("id")));
    return levels;
  }

  /** Locks rows by id, in order. */
  List<Row> lockRows(Handle tx, Collection<Long> ids) {
    return BY_ID.in(tx).longs("ids", ids).list(PackStore::row);
  }

  private Map<String, Pack> assemble(Handle tx, List<Row> asked, Map<Long, Row> rows) {
    var holders = asked.stream().filter(row -> row.level() != Level.PRIMER).map(Row::id).toList();
    var inside = holders.isEmpty() ? Map.<Long, Inside>of() : inside(tx, holders);
    var packs = HashMap.<String, Pack>newHashMap(asked.size());
    for (var row : asked) {
      packs.put(row.key(), pack(row, rows, inside.getOrDefault(row.id(), Inside.NOTHING)));
    }
    return packs;
  }

  /** A pack about whose inside nothing is asked. */
  static Pack pack(Row row, Map<Long, Row> rows) {
    return pack(row, rows, Inside.NOTHING);
  }

  private static Pack pack(Row row, Map<Long, Row> rows, Inside inside) {
    var ancestors = new ArrayList<Long>(0);
    var root = row;
    while (root.parent() != null) {
      ancestors.add(root.parent());
      root = rows.get(root.parent());
    }
    var lots = row.lot() == null ? inside.lots() : List.of(row.lot());
    return new Pack(row.id(), row.level(), row.status(), lots, ancestors,
        java.util.Objects.requireNonNull(root.custody(), "a root has custody"), inside.children(), inside.unfit());
  }

  private record Inside(boolean children, boolean unfit, List<Long> lots) {
    static final Inside NOTHING = new Inside(false, false, List.of());
  }

  private static Map<Long, Inside> inside(Handle tx, List<Long> holders) {
    var found = new HashMap<Long, Inside>();
    INSIDE.in(tx).longs("holders", holders)
        .list(rs -> found.put(rs.getLong("id"), new Inside(rs.getBoolean("children"), rs.getBoolean("unfit"),
            List.of((Long[]) rs.getArray("lots").getArray()))));
    return found;
  }

  private static Row row(ResultSet rs) throws SQLException {
    long parent = rs.getLong("parent");
    boolean root = rs.wasNull();
    long lot = rs.getLong("lot");
    boolean noLot = rs.wasNull();
    return new Row(rs.getLong("id"), rs.getString("key"), Level.of(rs.getInt("level")),
        Status.of(rs.getInt("status")), noLot ? null : lot, root ? null : parent, root ? custody(rs) : null);
  }

  static Custody custody(ResultSet rs) throws SQLException {
    var boxed = (Integer[]) rs.getArray("path").getArray();
    var path = new int[boxed.length];
    for (int i = 0; i < path.length; i++) {
      path[i] = boxed[i];
    }
    long shipment = rs.getLong("shipment");
    var transit = rs.wasNull() ? null : new Transit(rs.getInt("transit_from"), rs.getInt("transit_to"),
        Transit.Kind.of(rs.getInt("transit_kind")), shipment);
    return new Custody(path, rs.getBoolean("received"), transit);
  }
}
