package id.jejak.facility.pharmacy.store;

import id.jejak.facility.pharmacy.domain.PackState;
import id.jejak.kernel.db.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Stock in sums, and its history. Stateless, thread-safe. */
public final class StockStore {
  /** Packs of one batch in one place and state. */
  public record Row(String nie, String name, String batch, LocalDate expiry, String place, PackState state, boolean blocked,
      long packs, BigDecimal units) {}

  /** What kind of movement; the number is what is stored. */
  public enum Kind {
    /** Goods in. */
    RECEIVED(1),
    /** From place to place. */
    MOVED(2),
    /** Kept apart. */
    QUARANTINED(3),
    /** Let out of quarantine. */
    RELEASED(4),
    /** To another facility. */
    SENT(5),
    /** Given back to another facility. */
    RETURNED(6),
    /** Not found at a count. */
    MISSED(7),
    /** Found at a count where it should not lie. */
    FOUND(8),
    /** Handed over, and taken back. */
    TAKEN_BACK(9);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    private static Kind of(int number) {
      for (var kind : values()) {
        if (kind.number == number) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of movement has the number " + number);
    }
  }

  /** A movement to be written. */
  public record Movement(long id, String facility, Instant at, Kind kind, String staff, String place, String counterpart,
      String reason, int packs) {}

  /** Something that happened to a pack. */
  public record Event(Instant at, String what, String facility, String place, String counterpart, String reason,
      @Nullable String reference, @Nullable BigDecimal units) {}

  private static final String SUMS = """
      select l.nie, coalesce(d.name, '') as name, l.batch, l.expiry, p.place, p.state,
             cardinality(l.recalls) > 0 or bool_or(cardinality(p.recalls) > 0) as blocked, count(*) as packs,
             sum(p.units) as units
        from facility.lot l
        join facility.pack p on p.lot = l.id and p.facility = :facility and p.state in (1, 2, 3)
        left join facility.product d on d.nie = l.nie
      """;
  private static final String GROUPED = """
         and (l.expiry, l.id, p.place, p.state) > (:expiry::date, :lot, :place, :state)
         and l.expiry < :before::date
       group by l.id, l.nie, d.name, l.batch, l.expiry, p.place, p.state
       order by l.expiry, l.id, p.place, p.state
       limit :limit
      """;

  /** Where a page of stock begins: behind this row. */
  public record After(LocalDate expiry, long lot, String place, int state) {
    /** The beginning. */
    public static final After NOTHING = new After(LocalDate.of(1, 1, 1), 0, "", 0);
  }

  /** A row, and where the next page would begin. */
  public record Sum(Row row, long lot) {}

  /** What is here, what expires first at the head. */
  public List<Sum> list(Handle h, String facility, Optional<String> nie, LocalDate before, After after, int limit) {
    var sql = nie.isPresent() ? OF_PRODUCT : OF_ALL;
    var query = h.createQuery(sql).bind("facility", facility).bind("before", before.toString())
        .bind("expiry", after.expiry().toString()).bind("lot", after.lot()).bind("place", after.place())
        .bind("state", after.state()).bind("limit", limit);
    nie.ifPresent(one -> query.bind("nie", one));
    return query.map((row, _) -> new Sum(new Row(row.getString("nie"), row.getString("name"), row.getString("batch"),
        row.getObject("expiry", LocalDate.class), row.getString("place"), PackState.of(row.getInt("state")),
        row.getBoolean("blocked"), row.getLong("packs"), row.getBigDecimal("units")), row.getLong("id"))).list();
  }

  private static final String OF_ALL = SUMS.replace("select ", "select l.id, ") + " where true\n" + GROUPED;
  private static final String OF_PRODUCT = SUMS.replace("select ", "select l.id, ") + " where l.nie = :nie\n" + GROUPED;

  /** Packs of a product, or of the brands of a template, that may be given, what expires first at the head. */
  public List<Row> take(Handle h, String facility, String kfa, LocalDate today, int limit) {
    return TAKE.in(h).text("facility", facility).text("kfa", kfa).text("today", today.toString()).integer("limit", limit)
        .list(row -> new Row(row.getString("nie"), row.getString("name"), row.getString("batch"),
            row.getObject("expiry", LocalDate.class), row.getString("place"), PackState.of(row.getInt("state")), false,
            row.getLong("packs"), row.getBigDecimal("units")));
  }

  private static final Sql TAKE = Sql.of("""
      select l.nie, d.name, l.batch, l.expiry, p.place, p.state, count(*) as packs, sum(p.units) as units
        from facility.product d
        join facility.lot l on l.nie = d.nie and l.recalls = '{}' and l.expiry >= :today::date
        join facility.pack p on p.lot = l.id and p.facility = :facility and p.state in (1, 3) and p.recalls = '{}'
       where d.nie in (select nie from facility.product where kfa = :kfa
                       union
                       select nie from facility.product where template = :kfa)
       group by l.id, l.nie, d.name, l.batch, l.expiry, p.place, p.state
       order by p.state desc, l.expiry, l.id, p.place
       limit :limit
      """);

  /** Writes a movement. */
  public void add(Handle tx, Movement movement) {
    ADD.in(tx).bigint("id", movement.id()).text("facility", movement.facility()).instant("at", movement.at())
        .integer("kind", movement.kind().number).text("staff", movement.staff()).text("place", movement.place())
        .text("counterpart", movement.counterpart()).text("reason", movement.reason()).integer("packs", movement.packs())
        .update();
  }

  private static final Sql ADD = Sql.of("""
      insert into facility.movement (id, facility, at, kind, staff, place, counterpart, reason, packs)
      values (:id, :facility, :at, :kind, :staff, :place, :counterpart, :reason, :packs)
      """);

  /** Notes which packs TTAC is told of with a movement. */
  public void tell(Handle tx, long movement, java.util.Collection<String> keys) {
    TELL.in(tx).bigint("movement", movement).texts("keys", keys).update();
  }

  private static final Sql TELL = Sql.of("""
      insert into facility.moved (movement, key)
      select :movement, key
        from unnest(:keys) as t (key)
       order by key
      """);

  /** A pack that TTAC was, or is to be, told of. */
  public record Moved(String facility, Instant at, Kind kind, String counterpart, String key, String barcode) {}

  /** Packs of a facility that TTAC is told of, by when they moved. */
  public List<Moved> moved(Handle h, String facility, Instant from, Instant until) {
    return MOVED.in(h).text("facility", facility).instant("from", from).instant("until", until)
        .list(row -> new Moved(facility, row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
            Kind.of(row.getInt("kind")), row.getString("counterpart"), row.getString("key"), row.getString("barcode")));
  }

  private static final Sql MOVED = Sql.of("""
      select m.at, m.kind, m.counterpart, t.key, p.barcode
        from facility.movement m
        join facility.moved t on t.movement = m.id
        join facility.pack p on p.key = t.key
       where m.facility = :facility
         and m.at >= :from
         and m.at < :until
       order by m.at, m.id, t.key
      """);

  /** What happened to a pack, oldest first. Of dispenses elsewhere only that they were. */
  public List<Event> history(Handle h, String key, String facility) {
    return h.createQuery("""
            select m.at, (array['received', 'moved', 'quarantined', 'released', 'sent', 'returned', 'missed', 'found',
                                 'taken-back'])[m.kind] as what,
                   m.facility, m.place, m.counterpart, case when m.facility = :facility or m.kind <> 9 then m.reason else ''
                     end as reason,
                   (select b.dispense::text from facility.takeback b where b.id = m.id and m.facility = :facility)
                     as reference,
                   (select sum(b.units) from facility.takeback_portion b where b.takeback = m.id and b.key = p.key) as units
              from facility.pack p
             cross join unnest(p.trail) as t (id)
              join facility.movement m on m.id = t.id
             where p.key = :key
             union all
            select o.at, case when o.compound is null then 'dispensed' else 'compounded' end, o.facility, '', '', '',
                   case when o.facility = :facility then coalesce(o.dispense, o.compound)::text end, o.units
              from facility.portion o
             where o.key = :key
             order by at, what
            """).bind("key", key).bind("facility", facility)
        .map((row, _) -> new Event(row.getObject("at", java.time.OffsetDateTime.class).toInstant(), row.getString("what"),
            row.getString("facility"), row.getString("place"), row.getString("counterpart"), row.getString("reason"),
            row.getString("reference"), row.getBigDecimal("units"))).list();
  }

  /** The last taking out of a pack that stands; where all were taken back, the last of those. */
  public Optional<Taking> last(Handle h, String key) {
    return h.createQuery("""
            select o.facility, coalesce(d.staff, c.staff) as staff, o.at,
                   coalesce(d.prescription, l.prescription) as prescription,
                   exists (select from facility.takeback b where b.dispense = o.dispense) as taken_back
              from facility.portion o
              left join facility.dispense d on d.id = o.dispense
              left join facility.compound c on c.id = o.compound
              left join facility.line l on l.id = c.line
             where o.key = :key
             order by taken_back, o.id desc
             limit 1
            """).bind("key", key)
        .map((row, _) -> new Taking(row.getString("facility"), row.getString("staff"),
            row.getObject("at", java.time.OffsetDateTime.class).toInstant(), row.getLong("prescription"),
            row.getBoolean("taken_back"))).findOne();
  }

  /** A taking out of a pack. */
  public record Taking(String facility, String staff, Instant at, long prescription, boolean takenBack) {}

  /** Barcodes of those among these keys that are here. */
  public List<String> barcodes(Handle h, String facility, java.util.Collection<String> keys) {
    return BARCODES.in(h).text("facility", facility).texts("keys", keys).list(row -> row.getString("barcode"));
  }

  private static final Sql BARCODES = Sql.of("""
      select barcode from facility.pack where key = any (:keys) and facility = :facility and state in (1, 2, 3) order by key
      """);

  /** Barcodes here that a spoilt text may have been: of the same batch, or received last. */
  public List<String> similar(Handle h, String facility, Optional<String> batch, int limit) {
    return h.createQuery("""
            select p.barcode
              from facility.pack p
              join facility.lot l on l.id = p.lot
             where p.facility = :facility
               and p.state in (1, 2, 3)
               and (:batch = '' or l.batch = :batch)
             order by p.received_at desc, p.key
             limit :limit
            """).bind("facility", facility).bind("batch", batch.orElse("")).bind("limit", limit)
        .mapTo(String.class).list();
  }

  /** Writes down a scan that was not simply good. */
  public void noteScan(Handle tx, long id, String facility, Instant at, String staff, String key, String verdict) {
    tx.createUpdate("""
            insert into facility.scan (id, facility, at, staff, key, verdict)
            values (:id, :facility, :at, :staff, :key, :verdict)
            """).bind("id", id).bind("facility", facility).bind("at", at.atOffset(ZoneOffset.UTC)).bind("staff", staff)
        .bind("key", key).bind("verdict", verdict).execute();
  }
}
