package id.jejak.facility.pharmacy.store;

import id.jejak.facility.pharmacy.domain.Substitution;
import id.jejak.facility.pharmacy.domain.TakeBack;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was given, and which serials went where. Stateless, thread-safe. */
public final class DispenseStore {
  /**
   * Something given of a line.
   *
   * @param price of all of it, in rupiah
   * @param compound that it was taken from; null for packs
   */
  public record Given(long id, String facility, long prescription, long line, String patient, Instant at, String staff,
      BigDecimal quantity, String unit, BigDecimal price, @Nullable Long compound, List<String> substances,
      @Nullable Substitution substitution, List<String> accepted) {}

  /**
   * Units out of one pack, for a dispense or a compound: one of the two is null.
   *
   * @param patient null for a compound, which may be for several
   */
  public record Portion(long id, long lot, String key, BigDecimal units, @Nullable Long dispense, @Nullable Long compound,
      @Nullable String patient) {}

  /** A compound that was made. */
  public record Compound(long id, String facility, long line, Instant madeAt, String staff, String unit, BigDecimal made,
      BigDecimal left, LocalDate bestBy, boolean recalled) {}

  private static final Sql GIVE = Sql.of("""
      with given as (
        insert into facility.dispense (id, facility, prescription, line, patient, at, staff, quantity, unit, price, compound,
               substances, substitution, accepted)
        select id, facility, prescription, line, patient, at, staff, quantity, unit, price, compound, substances,
               substitution, accepted
          from jsonb_to_recordset(:given::jsonb) as t (id bigint, facility text, prescription bigint, line bigint,
               patient text, at timestamptz, staff text, quantity numeric, unit text, price numeric, compound bigint,
               substances text[], substitution jsonb, accepted text[])
      ), bound as (
        insert into facility.portion (lot, id, key, facility, units, dispense, patient, at)
        select t.lot, t.id, t.key, :facility, t.units::numeric, t.dispense, :patient, :at
          from unnest(:lots, :ids, :keys, :units, :dispenses) as t (lot, id, key, units, dispense)
      ), emptied as (
        update facility.pack p
           set units = p.units - t.units,
               state = case when p.units <= t.units then 4 else 3 end
          from (select key, sum(units::numeric) as units
                  from unnest(:keys, :units) as u (key, units)
                 group by key) t
         where p.key = t.key
      ), served as (
        update facility.line l
           set dispensed = l.dispensed + t.quantity
          from jsonb_to_recordset(:given::jsonb) as t (line bigint, quantity numeric)
         where l.id = t.line
      )
      update facility.compound c
         set units = c.units - t.quantity
        from (select compound, sum(quantity) as quantity
                from jsonb_to_recordset(:given::jsonb) as u (compound bigint, quantity numeric)
               where compound is not null
               group by compound) t
       where c.id = t.compound
      """);

  /** The same for units of one pack, which is most of them: nothing to unpack or to add up, so it begins sooner. */
  private static final Sql GIVE_ONE = Sql.of("""
      with given as (
        insert into facility.dispense (id, facility, prescription, line, patient, at, staff, quantity, unit, price, substances,
               substitution, accepted)
        values (:id, :facility, :prescription, :line, :patient, :at, :staff, :quantity::numeric, :unit, :price::numeric,
                :substances, :substitution::jsonb, :accepted)
      ), bound as (
        insert into facility.portion (lot, id, key, facility, units, dispense, patient, at)
        values (:lot, :portion, :key, :facility, :units::numeric, :id, :patient, :at)
      ), emptied as (
        update facility.pack
           set units = units - :units::numeric,
               state = case when units <= :units::numeric then 4 else 3 end
         where key = :key
      )
      update facility.line
         set dispensed = dispensed + :quantity::numeric
       where id = :line
      """);

  private static Sql.Call giveOne(Handle tx, Given given, Portion portion) {
    return GIVE_ONE.in(tx).bigint("id", given.id()).text("facility", given.facility())
        .bigint("prescription", given.prescription()).bigint("line", given.line()).text("patient", given.patient())
        .instant("at", given.at()).text("staff", given.staff()).text("quantity", given.quantity().toPlainString())
        .text("unit", given.unit()).text("price", given.price().toPlainString()).texts("substances", given.substances())
        .text("substitution", given.substitution() == null ? null
            : new String(Json.write((Object) given.substitution()), StandardCharsets.UTF_8))
        .texts("accepted", given.accepted()).bigint("lot", portion.lot()).bigint("portion", portion.id())
        .text("key", portion.key()).text("units", portion.units().toPlainString());
  }

  /** Everything that a dispense changes, as the transaction's last statement. Packs, lines and compounds are locked. */
  public Sql.Call give(Handle tx, List<Given> given, List<Portion> portions) {
    var first = given.getFirst();
    if (given.size() == 1 && portions.size() == 1 && first.compound() == null) {
      return giveOne(tx, first, portions.getFirst());
    }
    return GIVE.in(tx).text("given", new String(Json.write((Object) given), StandardCharsets.UTF_8))
        .text("facility", first.facility()).text("patient", first.patient()).instant("at", first.at())
        .longs("lots", portions.stream().map(Portion::lot).toList())
        .longs("ids", portions.stream().map(Portion::id).toList())
        .texts("keys", portions.stream().map(Portion::key).toList())
        .texts("units", portions.stream().map(one -> one.units().toPlainString()).toList())
        .longs("dispenses", portions.stream().map(one -> java.util.Objects.requireNonNull(one.dispense())).toList());
  }

  private static final Sql COMPOUND = Sql.of("""
      with made as (
        insert into facility.compound (id, facility, line, made_at, staff, unit, made, units, best_by)
        values (:id, :facility, :line, :at, :staff, :unit, :made::numeric, :made::numeric, :bestBy::date)
      ), bound as (
        insert into facility.portion (lot, id, key, facility, units, compound, at)
        select t.lot, t.id, t.key, :facility, t.units::numeric, :id, :at
          from unnest(:lots, :ids, :keys, :units) as t (lot, id, key, units)
      )
      update facility.pack p
         set units = p.units - t.units,
             state = case when p.units <= t.units then 4 else 3 end
        from (select key, sum(units::numeric) as units
                from unnest(:keys, :units) as u (key, units)
               group by key) t
       where p.key = t.key
      """);

  /** Everything that making a compound changes. Packs are locked. */
  public Sql.Call make(Handle tx, Compound compound, List<Portion> portions) {
    return COMPOUND.in(tx).bigint("id", compound.id()).text("facility", compound.facility()).bigint("line", compound.line())
        .instant("at", compound.madeAt()).text("staff", compound.staff()).text("unit", compound.unit())
        .text("made", compound.made().toPlainString()).text("bestBy", compound.bestBy().toString())
        .longs("lots", portions.stream().map(Portion::lot).toList())
        .longs("ids", portions.stream().map(Portion::id).toList())
        .texts("keys", portions.stream().map(Portion::key).toList())
        .texts("units", portions.stream().map(one -> one.units().toPlainString()).toList());
  }

  /** Compounds of this facility, locked by id; recalled when any pack in them is. Behind the gate. */
  public List<Compound> lock(Handle tx, String facility, Collection<Long> ids) {
    return LOCK.in(tx).text("facility", facility).longs("ids", ids).list(row -> new Compound(row.getLong("id"),
        row.getString("facility"), row.getLong("line"), Rows.moment(row, "made_at"), row.getString("staff"),
        row.getString("unit"), row.getBigDecimal("made"), row.getBigDecimal("units"),
        row.getObject("best_by", LocalDate.class), row.getBoolean("recalled")));
  }

  private static final Sql LOCK = Sql.of("""
      select c.id, c.facility, c.line, c.made_at, c.staff, c.unit, c.made, c.units, c.best_by,
             exists (select
                       from facility.portion o
                       join facility.lot l on l.id = o.lot
                       join facility.pack p on p.key = o.key
                      where o.compound = c.id
                        and (l.recalls <> '{}' or p.recalls <> '{}')) as recalled
        from facility.gate g
       cross join facility.compound c
       where c.id = any (:ids)
         and c.facility = :facility
         and g.one
       order by c.id
         for update of c
      """);

  /** What went into compounds: products by substance and price, for what is reported and asked. */
  public List<Part> parts(Handle h, Collection<Long> compounds) {
    return PARTS.in(h).longs("ids", compounds).list(row -> new Part(row.getLong("compound"), row.getString("nie"),
        row.getString("batch"), row.getObject("expiry", LocalDate.class), row.getBigDecimal("units")));
  }

  /** Units of a batch in a compound. */
  public record Part(long compound, String nie, String batch, LocalDate expiry, BigDecimal units) {}

  private static final Sql PARTS = Sql.of("""
      select o.compound, l.nie, l.batch, l.expiry, sum(o.units) as units
        from facility.portion o
        join facility.lot l on l.id = o.lot
       where o.compound = any (:ids)
       group by o.compound, l.nie, l.batch, l.expiry
       order by o.compound, l.nie, l.batch, l.expiry
      """);

  /**
   * A dispense as it is shown and reported.
   *
   * @param lots batch and expiry of what was in it: {@code [{"nie", "batch", "expiry", "units"}]}, compounds included
   */
  public record Shown(long id, String facility, long prescription, long line, String patient, Instant at, String staff,
      BigDecimal quantity, String unit, BigDecimal price, @Nullable Long compound, Optional<JsonNode> substitution,
      JsonNode lots, @Nullable String remote) {}

  /** Dispenses of a facility by id, in order. */
  public List<Shown> shown(Handle h, String facility, Collection<Long> ids) {
    return SHOWN.in(h).text("facility", facility).longs("ids", ids).list(row -> new Shown(row.getLong("id"),
        row.getString("facility"), row.getLong("prescription"), row.getLong("line"), row.getString("patient"),
        Rows.moment(row, "at"), row.getString("staff"), row.getBigDecimal("quantity"), row.getString("unit"),
        row.getBigDecimal("price"), row.getObject("compound", Long.class),
        Optional.ofNullable(row.getString("substitution")).map(Json::read), Json.read(row.getString("lots")),
        row.getString("remote")));
  }

  private static final Sql SHOWN = Sql.of("""
      select d.id, d.facility, d.prescription, d.line, d.patient, d.at, d.staff, d.quantity, d.unit, d.price, d.compound,
             d.substitution, d.remote,
             coalesce((select jsonb_agg(jsonb_build_object('nie', t.nie, 'batch', t.batch, 'expiry', t.expiry, 'units',
                                        t.units) order by t.nie, t.batch, t.expiry)
                         from (select l.nie, l.batch, l.expiry, sum(o.units) as units
                                 from (select lot, units from facility.portion where dispense = d.id
                                       union all
                                       select lot, units from facility.portion where compound = d.compound) o
                                 join facility.lot l on l.id = o.lot
                                group by l.nie, l.batch, l.expiry) t), '[]') as lots
        from facility.dispense d
       where d.id = any (:ids)
         and d.facility = :facility
       order by d.id
      """);

  /**
   * A dispense of a day.
   *
   * @param remote SATUSEHAT's name of it; empty before it is known
   * @param takenBack why it was taken back, on whatever day; empty when it was not
   */
  public record Dated(String facility, long prescription, long id, String remote, BigDecimal quantity, String unit,
      Optional<TakeBack.Kind> takenBack) {}

  /** What a facility gave from a moment to another, which is not in it, by id. */
  public List<Dated> between(Handle h, String facility, Instant from, Instant until) {
    return BETWEEN.in(h).text("facility", facility).instant("from", from).instant("until", until)
        .list(row -> new Dated(facility, row.getLong("prescription"), row.getLong("id"), row.getString("remote"),
            row.getBigDecimal("quantity"), row.getString("unit"), TakeBack.Kind.of(row.getInt("taken_back"))));
  }

  private static final Sql BETWEEN = Sql.of("""
      select d.id, d.prescription, coalesce(d.remote, '') as remote, d.quantity, d.unit, coalesce(b.kind, 0) as taken_back
        from facility.dispense d
        left join facility.takeback b on b.dispense = d.id
       where d.facility = :facility
         and d.at >= :from
         and d.at < :until
       order by d.id
      """);

  /**
   * Keeps what SATUSEHAT calls dispenses, in their order.
   *
   * @return of which prescriptions, and whose they are
   */
  public List<Reported> reported(Handle tx, List<Long> dispenses, List<String> remotes) {
    return REPORTED.in(tx).longs("ids", dispenses).texts("remotes", remotes).list(row -> new Reported(
        row.getLong("prescription"), row.getString("patient"), row.getBoolean("waits")));
  }

  /**
   * A prescription of which SATUSEHAT knows dispenses now.
   *
   * @param waits whether one of them was taken back meanwhile, which SATUSEHAT does not know yet
   */
  public record Reported(long prescription, String patient, boolean waits) {}

  private static final Sql REPORTED = Sql.of("""
      with named as (
        update facility.dispense d
           set remote = t.remote
          from unnest(:ids, :remotes) as t (id, remote)
         where d.id = t.id
        returning d.id, d.prescription, d.patient
      )
      select n.prescription, n.patient, bool_or(b.dispense is not null) as waits
        from named n
        left join facility.takeback b on b.dispense = n.id
         and b.told_at is null
       group by n.prescription, n.patient
       order by n.prescription, n.patient
      """);
}
