package id.jejak.facility.pharmacy.store;

import id.jejak.facility.pharmacy.domain.TakeBack;
import id.jejak.kernel.db.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What stands around a prescription at the counter: who waits, what was given, what was made. Stateless, thread-safe. */
public final class CounterStore {
  /** Somebody who waits for the first supply of a prescription. */
  public record Waiting(long id, String number, @Nullable String nrn, @Nullable String visit,
      Instant writtenAt, @Nullable Instant scannedAt, int lines, boolean compound) {}

  /** Who waits, whoever has waited longest at the head. */
  public List<Waiting> waiting(Handle h, String facility, Instant since, int limit) {
    return WAITING.in(h).text("facility", facility).instant("since", since).integer("limit", limit)
        .list(row -> new Waiting(row.getLong("id"), row.getString("number"), row.getString("nrn"),
            row.getString("visit"), Rows.moment(row, "written_at"),
            Rows.instant(row, "scanned_at"), row.getInt("lines"), row.getBoolean("compound")));
  }

  private static final Sql WAITING = Sql.of("""
      select r.id, r.number, r.nrn, r.visit, r.written_at, r.scanned_at, t.lines, t.compound
        from facility.prescription r
       cross join lateral (
         select count(*) as lines, bool_or(l.kind <> 1) as compound,
                bool_or(l.dispensed + l.elsewhere < l.quantity) as open
           from facility.line l
          where l.prescription = r.id) t
       where r.facility = :facility
         and r.written_at >= :since
         and t.open
       order by r.written_at, r.id
       limit :limit
      """);

  /**
   * Something that was given of a prescription.
   *
   * @param takenBack why it was taken back; null when it was not
   */
  public record Handed(long id, long line, Instant at, String staff, BigDecimal quantity, String unit, BigDecimal price,
      @Nullable Long compound, TakeBack.@Nullable Kind takenBack) {}

  /** What this facility gave of a prescription, in order. */
  public List<Handed> handed(Handle h, String facility, long prescription) {
    return HANDED.in(h).text("facility", facility).bigint("prescription", prescription).list(row -> new Handed(
        row.getLong("id"), row.getLong("line"), Rows.moment(row, "at"), row.getString("staff"),
        row.getBigDecimal("quantity"), row.getString("unit"), row.getBigDecimal("price"),
        row.getObject("compound", Long.class), TakeBack.Kind.of(row.getInt("taken_back")).orElse(null)));
  }

  private static final Sql HANDED = Sql.of("""
      select d.id, d.line, d.at, d.staff, d.quantity, d.unit, d.price, d.compound, coalesce(b.kind, 0) as taken_back
        from facility.dispense d
        left join facility.takeback b on b.dispense = d.id
       where d.prescription = :prescription
         and d.facility = :facility
       order by d.id
      """);

  /** A compound that was made for a line, with what is left of it. */
  public record Made(long id, long line, BigDecimal made, BigDecimal left, String unit, LocalDate bestBy) {}

  /** Compounds of a prescription that something is left of, in order. */
  public List<Made> made(Handle h, String facility, long prescription) {
    return MADE.in(h).text("facility", facility).bigint("prescription", prescription).list(row -> new Made(
        row.getLong("id"), row.getLong("line"), row.getBigDecimal("made"), row.getBigDecimal("units"),
        row.getString("unit"), row.getObject("best_by", LocalDate.class)));
  }

  private static final Sql MADE = Sql.of("""
      select c.id, c.line, c.made, c.units, c.unit, c.best_by
        from facility.line l
        join facility.compound c on c.line = l.id and c.facility = :facility
       where l.prescription = :prescription
         and c.units > 0
       order by c.id
      """);
}
