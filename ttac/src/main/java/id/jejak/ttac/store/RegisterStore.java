package id.jejak.ttac.store;

import id.jejak.kernel.db.SqlArray;
import id.jejak.kernel.ids.Ids;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes new units known, with the holders they are in. Rows are written set by set, never one by one. Stateless but
 * for the ids, thread-safe.
 */
public final class RegisterStore {
  /** Units of one statement and one event: arrays of this size stay well below a megabyte. */
  public static final int CHUNK = 10_000;

  /**
   * What a primer is.
   *
   * @param number the maker's lot number; empty when not told
   * @param packaging the maker's id of the packaging; empty when not told
   */
  public record Lot(String nie, String batch, LocalDate expiry, String number, String packaging) {
    /** A lot of which only the mandatory facts are told. */
    public Lot(String nie, String batch, LocalDate expiry) {
      this(nie, batch, expiry, "", "");
    }
  }

  /**
   * A unit to be made known.
   *
   * @param key canonical key
   * @param barcode as written
   * @param lot null for what only holds others
   * @param parent key of the holder, known already or earlier in the same list; null for a root
   */
  public record NewUnit(String key, String barcode, Level level, Status status, @Nullable Lot lot,
      @Nullable String parent) {}

  /** A holder, as far as new units must know it. */
  public record Holder(long id, @Nullable Long parent) {}

  private final Ids ids;
  private final EventStore events;

  /** A store that makes ids and writes history through others. */
  public RegisterStore(Ids ids, EventStore events) {
    this.ids = ids;
    this.events = events;
  }

  /**
   * Registers units.
   *
   * @param units parents before their children; parents that are known already must be locked
   * @param parents those holders that are known already, by key
   * @param event what happened, without packs
   * @return the key of a unit that was known already, in which case the transaction must be rolled back; empty when
   *     all were new
   */
  public Optional<String> register(Handle tx, List<NewUnit> units, Map<String, Holder> parents, Event event) {
    var lots = lots(tx, units);
    var holders = new HashMap<>(parents);
    for (int from = 0; from < units.size(); from += CHUNK) {
      var taken = chunk(tx, units.subList(from, Math.min(units.size(), from + CHUNK)), lots, holders, event);
      if (taken.isPresent()) {
        return taken;
      }
    }
    return Optional.empty();
  }

  private Optional<String> chunk(Handle tx, List<NewUnit> units, Map<Lot, Long> lots, Map<String, Holder> holders,
      Event event) {
    var columns = new Columns(units.size());
    for (var unit : units) {
      long id = ids.next();
      @Nullable Holder parent = unit.parent() == null ? null : holders.get(unit.parent());
      if (unit.parent() != null && parent == null) {
        throw new IllegalArgumentException("a parent must come before its children");
      }
      if (unit.level() != Level.PRIMER) {
        holders.put(unit.key(), new Holder(id, parent == null ? null : parent.id()));
      }
      columns.add(id, unit, unit.lot() == null ? null : lots.get(unit.lot()), parent);
    }
    long written = events.append(tx, event.about(columns.ids));
    if (columns.insert(tx, event.sarana(), written) == units.size()) {
      columns.count(tx);
      return Optional.empty();
    }
    return Optional.of(columns.taken(tx));
  }

  private Map<Lot, Long> lots(Handle tx, List<NewUnit> units) {
    var wanted = units.stream().map(NewUnit::lot).filter(java.util.Objects::nonNull).distinct()
        .sorted(Comparator.comparing(Lot::nie).thenComparing(Lot::batch).thenComparing(Lot::expiry)
            .thenComparing(Lot::number).thenComparing(Lot::packaging))
        .toList();
    var found = new HashMap<Lot, Long>();
    for (var lot : wanted) { // a registration names one lot, an import a handful
      found.put(lot, lot(tx, lot));
    }
    return found;
  }

  /** The id of a lot, made known if need be. */
  public long lot(Handle tx, Lot lot) {
    tx.createUpdate("""
            insert into ttac.lot (id, nie, batch_no, exp_date, lot_no, id_kemasan)
            values (:id, :nie, :batch, :expiry, :number, :packaging)
                on conflict (nie, batch_no, exp_date, lot_no, id_kemasan) do nothing
            """)
        .bind("id", ids.next()).bind("nie", lot.nie()).bind("batch", lot.batch()).bind("expiry", lot.expiry())
        .bind("number", lot.number()).bind("packaging", lot.packaging())
        .execute();
    return tx.createQuery("""
            select id
              from ttac.lot
             where nie = :nie and batch_no = :batch and exp_date = :expiry and lot_no = :number
               and id_kemasan = :packaging
            """)
        .bind("nie", lot.nie()).bind("batch", lot.batch()).bind("expiry", lot.expiry())
        .bind("number", lot.number()).bind("packaging", lot.packaging())
        .mapTo(long.class).one();
  }

  /** New rows, column by column, as PostgreSQL's unnest wants them. */
  private static final class Columns {
    private final List<Long> ids;
    private final List<String> keys;
    private final List<String> barcodes;
    private final List<Integer> levels;
    private final List<Integer> statuses;
    private final List<@Nullable Long> lots;
    private final List<@Nullable Long> parents;
    private final List<@Nullable Long> grandparents;

    Columns(int size) {
      ids = new ArrayList<>(size);
      keys = new ArrayList<>(size);
      barcodes = new ArrayList<>(size);
      levels = new ArrayList<>(size);
      statuses = new ArrayList<>(size);
      lots = new ArrayList<>(size);
      parents = new ArrayList<>(size);
      grandparents = new ArrayList<>(size);
    }

    void add(long id, NewUnit unit, @Nullable Long lot, @Nullable Holder parent) {
      ids.add(id);
      keys.add(unit.key());
      barcodes.add(unit.barcode());
      levels.add(unit.level().number());
      statuses.add(unit.status().number());
      lots.add(lot);
      parents.add(parent == null ? null : parent.id());
      grandparents.add(parent == null ? null : parent.parent());
    }

    int insert(Handle tx, int sarana, long event) {
      return tx.createUpdate("""
              insert into ttac.pack (id, key, barcode, level, status, lot, parent, joined, path, trail)
              select id, key, barcode, level, status, lot, parent,
                     case when parent is not null then :event end,
                     case when parent is null then array[:sarana::int] end,
                     array[:event::bigint]
                from unnest(:ids, :keys, :barcodes, :levels, :statuses, :lots, :parents)
                  as u (id, key, barcode, level, status, lot, parent)
                  on conflict (key) do nothing
              """)
          .bind("ids", SqlArray.longs(ids))
          .bind("keys", SqlArray.texts(keys))
          .bind("barcodes", SqlArray.texts(barcodes))
          .bind("levels", SqlArray.ints(levels))
          .bind("statuses", SqlArray.ints(statuses))
          .bind("lots", SqlArray.longs(lots))
          .bind("parents", SqlArray.longs(parents))
          .bind("event", event)
          .bind("sarana", sarana)
          .execute();
    }

    /** Counts the new primers in every holder above them. */
    void count(Handle tx) {
      if (parents.stream().allMatch(java.util.Objects::isNull)) {
        return;
      }
      tx.createUpdate("""
              insert into ttac.content as c (parent, lot, status, primers)
              select holder, lot, status, count(*)
                from unnest(:lots, :statuses, :parents, :grandparents) as u (lot, status, parent, grandparent)
               cross join lateral unnest(array[parent, grandparent]) as above (holder)
               where lot is not null and holder is not null
               group by holder, lot, status
               order by holder, lot, status
                  on conflict (parent, lot, status) do update set primers = c.primers + excluded.primers
              """)
          .bind("lots", SqlArray.longs(lots))
          .bind("statuses", SqlArray.ints(statuses))
          .bind("parents", SqlArray.longs(parents))
          .bind("grandparents", SqlArray.longs(grandparents))
          .execute();
    }

    String taken(Handle tx) {
      return tx.createQuery("""
              select asked.key
                from unnest(:keys) with ordinality as asked (key, place)
                join ttac.pack p on p.key = asked.key collate "C"
               where not p.id = any(:ids)
               order by place
               limit 1
              """)
          .bind("keys", SqlArray.texts(keys))
          .bind("ids", SqlArray.longs(ids))
          .mapTo(String.class)
          .findOne()
          .orElseGet(keys::getFirst); // the same key twice in one list
    }
  }
}
