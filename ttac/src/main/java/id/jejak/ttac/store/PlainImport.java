package id.jejak.ttac.store;

import id.jejak.kernel.db.CopyIn;
import id.jejak.kernel.db.SqlArray;
import id.jejak.kernel.ids.Ids;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.store.ImportStore.Row;
import id.jejak.ttac.store.RegisterStore.Lot;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The common file: all its barcodes new, every holder in the file itself. Its rows go straight into the packs while it is
 * read. It makes no report: at the first thing that is not plain it gives up, and {@link ImportStore} judges the whole
 * file. Memory grows with the file's holders, up to a limit, not with its primers. For one thread.
 */
public final class PlainImport implements AutoCloseable {
  /** Holders that are kept in memory; a file with more is judged in the database. */
  private static final int HOLDERS = 200_000;
  private static final int HOLDER_EVENTS = HOLDERS / RegisterStore.CHUNK + 1;
  private static final int EVENTS_AT_ONCE = 50;
  private static final int STATUSES = 4;
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String PACKS = """
      copy ttac.pack (id, key, barcode, level, status, lot, parent, joined, path, trail) from stdin
      """;

  /** The file needs judging: what was done has to be rolled back. */
  public static final class NotPlain extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotPlain(String why) {
      super(why, null, false, false);
    }
  }

  /** A holder that was named or stood in a row; its level is 0 until it did the latter. */
  private static final class Holder {
    private final long id;
    private int level;
    private int highestInside;
    private @Nullable Holder parent;
    private final Map<Long, Integer> primers = new HashMap<>(2);

    Holder(long id) {
      this.id = id;
    }
  }

  /** Units of one level that become known together. */
  private static final class Chunk {
    private final Supplier<Long> events;
    private long event;
    private List<Long> units = new ArrayList<>();

    Chunk(Supplier<Long> events) {
      this.events = events;
    }
  }

  private final Handle tx;
  private final Ids ids;
  private final RegisterStore registers;
  private final Event event;
  private final IntFunction<Lot> lots;
  private final Map<String, Holder> holders = new HashMap<>();
  private final List<Long> lotIds = new ArrayList<>();
  private final ArrayDeque<Long> reserved = new ArrayDeque<>();
  private final List<Chunk> chunks;
  private @Nullable CopyIn copy;
  private String lastParent = "";
  private @Nullable Holder lastHolder;
  private long rows;

  PlainImport(Handle tx, Ids ids, RegisterStore registers, Event event, IntFunction<Lot> lots) {
    this.tx = tx;
    this.ids = ids;
    this.registers = registers;
    this.event = event;
    this.lots = lots;
    // holders have the lower events, so that no unit inherits its holder's registration as its own
    var tersiers = new ArrayDeque<>(reserve(HOLDER_EVENTS));
    var sekunders = new ArrayDeque<>(reserve(HOLDER_EVENTS));
    chunks = List.of(new Chunk(this::nextEvent), new Chunk(sekunders::remove), new Chunk(tersiers::remove));
  }

  /**
   * Takes a row.
   *
   * @throws NotPlain when the file has to be judged
   */
  public void add(Row row) {
    var level = row.level();
    if (row.faulty() || level == null || row.key() == null) {
      throw new NotPlain("row " + row.number() + " is faulty");
    }
    rows++;
    @Nullable Holder parent = parent(row, level);
    long id = level == Level.PRIMER ? ids.next() : holder(row.key(), row.number(), level, parent);
    long born = event(level, id);
    @Nullable Long lot = null;
    if (level == Level.PRIMER) {
      lot = lot(row.lot());
      if (parent != null) {
        parent.primers.merge((long) row.lot() * STATUSES + row.status().number(), 1, Integer::sum);
      }
    }
    write(id, row, level, lot, parent, born);
  }

  private void write(long id, Row row, Level level, @Nullable Long lot, @Nullable Holder parent, long born) {
    try {
      if (copy == null) {
        copy = new CopyIn(tx, PACKS);
      }
      copy.field(id).field(row.key()).field(row.barcode()).field(level.number()).field(row.status().number());
      if (lot == null) {
        copy.nothing();
      } else {
        copy.field(lot);
      }
      if (parent == null) {
        copy.nothing().nothing().only(event.sarana());
      } else {
        copy.field(parent.id).field(born).nothing();
      }
      copy.only(born).end();
    } catch (ConnectionException e) {
      throw refused(e);
    }
  }

  private @Nullable Holder parent(Row row, Level level) {
    var key = row.parent();
    if (key == null) {
      return null;
    }
    if (lastHolder == null || !key.equals(lastParent)) {
      lastParent = key;
      lastHolder = named(key);
    }
    lastHolder.highestInside = Math.max(lastHolder.highestInside, level.number());
    return lastHolder;
  }

  private Holder named(String key) {
    var known = holders.get(key);
    if (known == null) {
      if (holders.size() == HOLDERS) {
        throw new NotPlain("more than " + HOLDERS + " holders");
      }
      known = new Holder(ids.next());
      holders.put(key, known);
    }
    return known;
  }

  private long holder(String key, long number, Level level, @Nullable Holder parent) {
    var holder = named(key);
    if (holder.level != 0) {
      throw new NotPlain("row " + number + " is there twice");
    }
    holder.level = level.number();
    holder.parent = parent;
    return holder.id;
  }

  /** The event by which a unit becomes known. */
  private long event(Level level, long id) {
    var chunk = chunks.get(level.number() - 1);
    if (chunk.units.size() == RegisterStore.CHUNK) {
      append(chunk);
    }
    if (chunk.units.isEmpty()) {
      chunk.event = chunk.events.get();
    }
    chunk.units.add(id);
    return chunk.event;
  }

  private void append(Chunk chunk) {
    pause();
    Collections.sort(chunk.units);
    tx.createUpdate("""
            insert into ttac.event (id, kind, at, sarana, packs, request)
            overriding system value
            values (:id, :kind, :at, :sarana, :packs, :request)
            """)
        .bind("id", chunk.event).bind("kind", event.kind().ordinal())
        .bind("at", event.at().atOffset(ZoneOffset.UTC)).bind("sarana", event.sarana())
        .bind("packs", SqlArray.longs(chunk.units)).bind("request", event.request())
        .execute();
    chunk.units = new ArrayList<>();
  }

  private long nextEvent() {
    if (reserved.isEmpty()) {
      pause();
      reserved.addAll(reserve(EVENTS_AT_ONCE));
    }
    return reserved.remove();
  }

  private List<Long> reserve(int many) {
    return tx.createQuery("""
            select nextval(pg_get_serial_sequence('ttac.event', 'id')) from generate_series(1, :many)
            """)
        .bind("many", many).mapTo(long.class).list();
  }

  private long lot(int place) {
    while (lotIds.size() <= place) {
      pause();
      lotIds.add(registers.lot(tx, lots.apply(lotIds.size())));
    }
    return lotIds.get(place);
  }

  /** The connection is needed for something else. */
  private void pause() {
    if (copy != null) {
      try {
        copy.finish();
      } catch (ConnectionException e) {
        throw refused(e);
      }
      copy = null;
    }
  }

  private static RuntimeException refused(ConnectionException e) {
    return e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())
        ? new NotPlain("a barcode is known already, or there twice") : e;
  }

  /**
   * All rows were taken.
   *
   * @return how many
   * @throws NotPlain when the file has to be judged
   */
  public long finish() {
    pause();
    for (var holder : holders.values()) {
      if (holder.level <= holder.highestInside) {
        throw new NotPlain("a holder is not in the file, or not of a higher level than what is in it");
      }
    }
    chunks.reversed().stream().filter(chunk -> !chunk.units.isEmpty()).forEach(this::append);
    count();
    return rows;
  }

  /** Primers of every holder, by lot and status. All holders are new, so nothing was counted before. */
  private void count() {
    for (var holder : holders.values()) {
      var above = holder.parent;
      if (above != null) {
        holder.primers.forEach((what, many) -> above.primers.merge(what, many, Integer::sum));
      }
    }
    if (holders.values().stream().allMatch(holder -> holder.primers.isEmpty())) {
      return;
    }
    try (var counts = new CopyIn(tx, "copy ttac.content (parent, lot, status, primers) from stdin")) {
      for (var holder : holders.values()) {
        holder.primers.forEach((what, many) -> counts.field(holder.id)
            .field(lotIds.get((int) (what / STATUSES))).field(what % STATUSES).field((long) many).end());
      }
      counts.finish();
    }
  }

  /** Gives up what was not ended. */
  @Override
  public void close() {
    if (copy != null) {
      copy.close();
    }
  }
}
