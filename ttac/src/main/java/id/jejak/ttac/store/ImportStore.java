package id.jejak.ttac.store;

import id.jejak.kernel.db.SqlArray;
import id.jejak.kernel.ids.Ids;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Status;
import id.jejak.ttac.store.RegisterStore.Lot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a file's units known, set by set. A plain file goes straight in ({@link PlainImport}). Of any other, rows are copied into a table of the transaction, judged against each other
 * and against what is known, and only then inserted, all of them or none. Memory does not grow with the file.
 *
 * <p>The common case pays for no check that the insert makes anyway: whether a barcode is new is asked in detail only
 * after the insert has said that one is not. Thread-safe but for {@link Loading}.
 */
public final class ImportStore {
  /** Memory of one sort or hash; a file of a million rows then needs no temporary files for its holders. */
  private static final String MEMORY = "set local work_mem = '64MB'";
  /** These are no look-ups: whole tables meet, and each statement is planned for what is in them. */
  private static final String WHOLE_TABLES =
      "set local plan_cache_mode = auto; set local enable_seqscan = on";

  private static final String UNIQUE_VIOLATION = "23505";

  /**
   * One row of a file.
   *
   * @param key canonical key; null when the row has no barcode
   * @param barcode as written
   * @param level null when unreadable
   * @param lot place of its lot in the list that ends the import, or {@link #NO_LOT}
   * @param parent key of the holder; null for a root
   * @param parentText the holder as written
   * @param faulty true when the row is refused already
   */
  public record Row(long number, @Nullable String key, String barcode, @Nullable Level level, Status status, int lot,
      @Nullable String parent, String parentText, boolean faulty) {
    /** For units that are no primer, or faulty. */
    public static final int NO_LOT = -1;
  }

  /** What is wrong with a row. */
  public record Fault(long row, String column, String value, String reason) {}

  /**
   * How it ended.
   *
   * @param registered units made known; 0 when anything was wrong, and then the transaction must be rolled back
   * @param rejected rows with a fault, those included that were faulty before
   * @param faultCount faults found here
   * @param faults the first of them, by row
   */
  public record Outcome(long registered, long rejected, long faultCount, List<Fault> faults) {}

  private final Ids ids;
  private final RegisterStore registers;

  /** A store that takes ids and lots from others. */
  public ImportStore(Ids ids, RegisterStore registers) {
    this.ids = ids;
    this.registers = registers;
  }

  /**
   * Begins an import of what is hoped to be a plain file. When it is not, all that was done has to be rolled back, and the
   * file judged: {@link #begin}.
   *
   * @param event what happened, without packs
   * @param lots tells the lot that rows refer to by this place
   */
  public PlainImport plain(Handle tx, Event event, IntFunction<Lot> lots) {
    return new PlainImport(tx, ids, registers, event, lots);
  }

  /** Begins an import; rows go in before anything else is done in the transaction. */
  public Loading begin(Handle tx) {
    tx.execute(MEMORY);
    tx.execute(WHOLE_TABLES);
    tx.execute("""
        create temporary table import_row (
          row bigint, id bigint, chunk integer, key text collate "C", barcode text, level smallint, status smallint,
          lot integer, parent text collate "C", parent_text text, faulty boolean) on commit drop
        """);
    tx.execute("""
        create temporary table import_holder (
          key text collate "C" primary key, id bigint not null, level smallint not null, parent bigint,
          outside boolean not null, held boolean not null) on commit drop
        """);
    tx.execute("create temporary table import_lot (n integer, id bigint) on commit drop");
    tx.execute("create temporary table import_event (chunk integer, id bigint) on commit drop");
    tx.execute("""
        create temporary table import_fault (row bigint, col text, value text, reason text) on commit drop
        """);
    return new Loading(tx, ids);
  }

  /**
   * Judges the rows that were loaded and, when none is faulty, makes them known.
   *
   * @param lots what rows refer to
   * @param faulty true when a row was faulty before: then nothing is inserted, and everything is judged
   * @param most faults to name
   * @param event what happened, without packs
   */
  public Outcome finish(Handle tx, Loading loaded, List<Lot> lots, boolean faulty, int most, Event event) {
    tx.execute("analyze import_row");
    holders(tx, event.sarana());
    judgeParents(tx);
    if (faulty || faultCount(tx) > 0) {
      return judged(tx, most);
    }
    tx.savepoint("judged");
    try {
      insert(tx, lots, event);
      return new Outcome(loaded.rows(), 0, 0, List.of());
    } catch (UnableToExecuteStatementException e) {
      if (!takenBarcode(e)) {
        throw e;
      }
      tx.rollbackToSavepoint("judged");
      var outcome = judged(tx, most);
      if (outcome.rejected() == 0) { // it was there a moment ago, and is gone again
        throw e;
      }
      return outcome;
    }
  }

  private static Outcome judged(Handle tx, int most) {
    judgeBarcodes(tx);
    return new Outcome(0, rejected(tx), faultCount(tx), faults(tx, most));
  }

  private static boolean takenBarcode(UnableToExecuteStatementException e) {
    return e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState());
  }

  /** Holders of the file, and holders outside it, which are locked: packs before their parents. */
  private static void holders(Handle tx, int sarana) {
    tx.execute("""
        insert into import_holder (key, id, level, outside, held)
        select key, id, level, false, true
          from import_row
         where level > 1 and key is not null
            on conflict (key) do nothing
        """);
    tx.createUpdate("""
            insert into import_holder (key, id, level, parent, outside, held)
            select p.key, p.id, p.level, p.parent, true,
                   coalesce(p.shipment is null and p.path[cardinality(p.path)] = :sarana, false)
              from (select distinct r.parent as key
                      from import_row r
                     where r.parent is not null
                       and not exists (select from import_holder h where h.key = r.parent)) asked
              join ttac.pack p on p.key = asked.key
             order by p.id
               for update of p
            """)
        .bind("sarana", sarana).execute();
    tx.createUpdate("""
            with above as (
              select t.id, t.shipment is null and t.path[cardinality(t.path)] = :sarana as held
                from ttac.pack t
               where t.id in (select parent from import_holder where outside and parent is not null)
               order by t.id
                 for update
            )
            update import_holder h
               set held = coalesce(a.held, false)
              from above a
             where h.outside and h.parent = a.id
            """)
        .bind("sarana", sarana).execute();
    tx.execute("""
        update import_holder h
           set parent = above.id
          from import_row r
          join import_holder above on above.key = r.parent
         where not h.outside and r.id = h.id
        """);
    tx.execute("analyze import_holder");
  }

  private static void judgeParents(Handle tx) {
    tx.execute("""
        insert into import_fault (row, col, value, reason)
        select r.row, 'parent', r.parent_text,
               case when h.key is null then 'is no holder of this file, and not known'
                    when h.level <= r.level then 'is not of a higher level'
                    else 'is not held by you, or is on its way' end
          from import_row r
          left join import_holder h on h.key = r.parent
         where r.parent is not null and (h.key is null or h.level <= r.level or h.held is not true)
        """);
  }

  private static void judgeBarcodes(Handle tx) {
    tx.execute("""
        insert into import_fault (row, col, value, reason)
        select row, 'barcode', coalesce(barcode, key), 'stands in row ' || first || ' already'
          from (select row, barcode, key, min(row) over (partition by key) as first
                  from import_row
                 where key is not null) placed
         where row <> first
        """);
    tx.execute("""
        insert into import_fault (row, col, value, reason)
        select r.row, 'barcode', coalesce(r.barcode, r.key), 'is known already'
          from import_row r
          join ttac.pack p on p.key = r.key
        """);
  }

  private void insert(Handle tx, List<Lot> lots, Event event) {
    tx.createUpdate("insert into import_lot (n, id) select n, id from unnest(:places, :ids) as lot (n, id)")
        .bind("places", SqlArray.ints(IntStream.range(0, lots.size()).boxed().toList()))
        .bind("ids", SqlArray.longs(lotIds(tx, lots)))
        .execute();
    appendEvents(tx, event);
    tx.createUpdate("""
            insert into ttac.pack (id, key, barcode, level, status, lot, parent, joined, path, trail)
            select r.id, r.key, coalesce(r.barcode, r.key), r.level, r.status, l.id, h.id,
                   case when h.id is not null then e.id end,
                   case when h.id is null then array[:sarana::int] end,
                   array[e.id]
              from import_row r
              join import_event e on e.chunk = r.chunk
              left join import_lot l on l.n = r.lot
              left join import_holder h on h.key = r.parent
            """)
        .bind("sarana", event.sarana()).execute();
    count(tx);
  }

  private List<Long> lotIds(Handle tx, List<Lot> lots) {
    var found = new ArrayList<Long>(lots.size());
    lots.forEach(lot -> found.add(registers.lot(tx, lot)));
    return found;
  }

  /** One event for each chunk, holders first, so that no unit inherits its holder's registration as its own. */
  private static void appendEvents(Handle tx, Event event) {
    tx.createUpdate("""
            with written as (
              insert into ttac.event (kind, at, sarana, packs, request)
              select :kind, :at, :sarana, array_agg(id order by id), :request
                from import_row
               group by chunk
               order by chunk
              returning id, packs[1] as first
            )
            insert into import_event (chunk, id)
            select r.chunk, w.id
              from written w
              join import_row r on r.id = w.first
            """)
        .bind("kind", event.kind().ordinal())
        .bind("at", event.at().atOffset(java.time.ZoneOffset.UTC))
        .bind("sarana", event.sarana())
        .bind("request", event.request())
        .execute();
  }

  private static void count(Handle tx) {
    tx.execute("""
        insert into ttac.content as c (parent, lot, status, primers)
        with direct as (
          select r.parent as key, r.lot, r.status, count(*) as primers
            from import_row r
           where r.parent is not null and r.level = 1
           group by r.parent, r.lot, r.status
        )
        select above.holder, l.id, d.status, sum(d.primers)
          from direct d
          join import_lot l on l.n = d.lot
          join import_holder h on h.key = d.key
         cross join lateral unnest(array[h.id, h.parent]) as above (holder)
         where above.holder is not null
         group by above.holder, l.id, d.status
         order by above.holder, l.id, d.status
            on conflict (parent, lot, status) do update set primers = c.primers + excluded.primers
        """);
  }

  private static long faultCount(Handle tx) {
    return tx.createQuery("select count(*) from import_fault").mapTo(long.class).one();
  }

  private static long rejected(Handle tx) {
    return tx.createQuery("""
            select count(*)
              from (select row from import_row where faulty union select row from import_fault) rejected
            """).mapTo(long.class).one();
  }

  private static List<Fault> faults(Handle tx, int most) {
    return tx.createQuery("select row, col, value, reason from import_fault order by row, col, reason limit :most")
        .bind("most", most)
        .map((rs, _) -> new Fault(rs.getLong("row"), rs.getString("col"), rs.getString("value"),
            rs.getString("reason")))
        .list();
  }
}
