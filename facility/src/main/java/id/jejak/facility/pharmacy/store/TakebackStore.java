package id.jejak.facility.pharmacy.store;

import id.jejak.facility.pharmacy.domain.TakeBack;
import id.jejak.kernel.db.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What was taken back. Locks stand in the order of whoever dispenses: packs, compound, line; and last the dispense. A
 * dispense and its portions are never changed, so they may be read before. Stateless, thread-safe.
 */
public final class TakebackStore {
  /**
   * A dispense that may be taken back.
   *
   * @param compound that it was taken from; null for packs
   */
  public record Given(long id, long prescription, long line, String patient, Instant at, BigDecimal quantity, String unit,
      @Nullable Long compound) {}

  /** Units of one pack that went out with a dispense. */
  public record Part(String key, long lot, String barcode, BigDecimal units) {}

  /** Units of one pack that came back, and where they went. */
  public record Back(Part part, BigDecimal units, TakeBack.To to) {}

  /**
   * A taking back.
   *
   * @param id of it, and of its movement
   * @param pieces that may be given of the compound again; zero where it was of packs
   */
  public record Takeback(long id, String facility, Given given, Instant at, String staff, TakeBack.Kind kind, String reason,
      BigDecimal pieces, List<Back> back) {}

  /** A dispense of a facility. Not locked: nothing of it changes. */
  public Optional<Given> find(Handle tx, String facility, long id) {
    return FIND.in(tx).bigint("id", id).text("facility", facility).list(row -> new Given(row.getLong("id"),
        row.getLong("prescription"), row.getLong("line"), row.getString("patient"), Rows.moment(row, "at"), row.getBigDecimal("quantity"),
        row.getString("unit"), row.getObject("compound", Long.class))).stream().findFirst();
  }

  private static final Sql FIND = Sql.of("""
      select id, prescription, line, patient, at, quantity, unit, compound
        from facility.dispense
       where id = :id and facility = :facility
      """);

  /** What of which pack went out with it, by key. */
  public List<Part> parts(Handle tx, long dispense) {
    return PARTS.in(tx).bigint("dispense", dispense).list(row -> new Part(row.getString("key"), row.getLong("lot"),
        row.getString("barcode"), row.getBigDecimal("units")));
  }

  private static final Sql PARTS = Sql.of("""
      select o.key, o.lot, p.barcode, sum(o.units) as units
        from facility.portion o
        join facility.pack p on p.key = o.key
       where o.dispense = :dispense
       group by o.key, o.lot, p.barcode
       order by o.key
      """);

  /** Locks its line, then the dispense itself; packs and compound are locked before. */
  public void lock(Handle tx, Given given) {
    LOCK_LINE.in(tx).bigint("id", given.line()).list(row -> row.getLong("id"));
    LOCK.in(tx).bigint("id", given.id()).list(row -> row.getLong("id"));
  }

  private static final Sql LOCK_LINE = Sql.of("select id from facility.line where id = :id for update");
  private static final Sql LOCK = Sql.of("select id from facility.dispense where id = :id for update");

  /**
   * Whether it was taken back already. Asked once the dispense is locked, by a statement of its own: whoever waited for the
   * lock sees what the other wrote only in a statement that began afterwards.
   */
  public boolean taken(Handle tx, long dispense) {
    return !TAKEN.in(tx).bigint("dispense", dispense).list(row -> row.getLong("id")).isEmpty();
  }

  /**
   * Which of these packs may not be given to anybody else, since some of them came back that a patient had, or that was not whole:
   * what goes on the shelf when it is taken back, may go there later, and nothing else.
   */
  public List<String> had(Handle tx, Collection<String> keys) {
    return HAD.in(tx).texts("keys", keys).list(row -> row.getString("key"));
  }

  private static final Sql HAD = Sql.of("""
      select distinct o.key
        from facility.takeback_portion o
        join facility.takeback b on b.id = o.takeback
        join facility.pack p on p.key = o.key
       where o.key = any(:keys)
         and o.went <> 3
         and (b.kind <> 1 or o.units < p.whole)
       order by o.key
      """);

  private static final Sql TAKEN = Sql.of("select id from facility.takeback where dispense = :dispense");

  private static final Sql TAKE = Sql.of("""
      with taken as (
        insert into facility.takeback (id, dispense, facility, at, staff, kind, reason)
        values (:id, :dispense, :facility, :at, :staff, :kind, :reason)
      ), went as (
        insert into facility.takeback_portion (takeback, key, went, lot, units)
        select :id, t.key, t.went, t.lot, sum(t.units::numeric)
          from unnest(:keys, :went, :lots, :units) as t (key, went, lot, units)
         group by t.key, t.went, t.lot
      ), moved as (
        insert into facility.movement (id, facility, at, kind, staff, reason, packs)
        select :id, :facility, :at, 9, :staff, :reason, count(distinct t.key)
          from unnest(:keys) as t (key)
        having count(*) > 0
      ), put as (
        update facility.pack p
           set units = p.units + t.units,
               state = case when t.apart then 2
                            when t.whole then 1
                            else p.state end,
               trail = p.trail || :id::bigint
          from (select key, coalesce(sum(units::numeric) filter (where went <> 3), 0) as units, bool_or(went = 1) as apart,
                       bool_or(went = 2) as whole
                  from unnest(:keys, :went, :units) as u (key, went, units)
                 group by key) t
         where p.key = t.key
           and p.facility = :facility
           and p.state <> 5
      ), mixed as (
        update facility.compound
           set units = units + :pieces::numeric
         where id = :compound
      )
      update facility.line
         set dispensed = dispensed - :quantity::numeric
       where id = :line
      """);

  /**
   * Everything that taking back changes, as the transaction's last statement. All of it is locked. One row stands for one
   * serial, so part of a pack that is kept apart keeps the whole of it apart; a pack that was sent on since stays as it is.
   */
  public Sql.Call take(Handle tx, Takeback one) {
    var given = one.given();
    var compound = given.compound();
    return TAKE.in(tx).bigint("id", one.id()).bigint("dispense", given.id()).text("facility", one.facility())
        .instant("at", one.at()).text("staff", one.staff()).integer("kind", one.kind().number()).text("reason", one.reason())
        .texts("keys", one.back().stream().map(back -> back.part().key()).toList())
        .ints("went", one.back().stream().map(back -> back.to().number()).toList())
        .longs("lots", one.back().stream().map(back -> back.part().lot()).toList())
        .texts("units", one.back().stream().map(back -> back.units().toPlainString()).toList())
        .text("pieces", one.pieces().toPlainString()).bigint("compound", compound == null ? 0 : compound)
        .text("quantity", given.quantity().toPlainString()).bigint("line", given.line());
  }

  /**
   * What SATUSEHAT is owed of a dispense.
   *
   * @param remote its name there; empty before it is known
   */
  public record Owed(String remote, TakeBack.Kind kind) {}

  /** What is owed of a dispense that was taken back; empty when it was not. */
  public Optional<Owed> owed(Handle h, String facility, long dispense) {
    return OWED.in(h).text("facility", facility).bigint("dispense", dispense).list(row -> new Owed(row.getString("remote"),
        TakeBack.Kind.of(row.getInt("kind")).orElseThrow())).stream().findFirst();
  }

  private static final Sql OWED = Sql.of("""
      select coalesce(d.remote, '') as remote, b.kind
        from facility.takeback b
        join facility.dispense d on d.id = b.dispense
       where b.dispense = :dispense and b.facility = :facility
      """);

  /**
   * Notes that SATUSEHAT was told.
   *
   * @return whose dispense it was; empty when it was told before
   */
  public Optional<String> told(Handle tx, long dispense, Instant at) {
    return TOLD.in(tx).bigint("dispense", dispense).instant("at", at).list(row -> row.getString("patient")).stream()
        .findFirst();
  }

  private static final Sql TOLD = Sql.of("""
      update facility.takeback b
         set told_at = :at
        from facility.dispense d
       where b.dispense = :dispense and b.told_at is null and d.id = b.dispense
      returning d.patient
      """);
}
