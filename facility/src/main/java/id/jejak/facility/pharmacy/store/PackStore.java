package id.jejak.facility.pharmacy.store;

import id.jejak.facility.pharmacy.domain.Pack;
import id.jejak.facility.pharmacy.domain.PackState;
import id.jejak.facility.pharmacy.domain.Product;
import id.jejak.kernel.db.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Packs, one row for each serial. Whoever changes packs locks them by key, in the order of the keys, and reads the gate
 * first: a recall waits for whoever is through it, and holds it until the recall stands. Stateless, thread-safe.
 */
public final class PackStore {
  /**
   * A pack with what is known of its product.
   *
   * @param product empty when nobody mapped it
   * @param price of a unit here; empty when none was set
   * @param earliest expiry of the same product on a shelf here
   */
  public record Held(Pack pack, Optional<Product> product, Optional<BigDecimal> price, Optional<LocalDate> earliest) {}

  /** A lot as goods in name it. */
  public record NewLot(String nie, String batch, LocalDate expiry) {}

  /** A pack that comes in. */
  public record NewPack(String key, String barcode, long lot, BigDecimal units) {}

  /** A pack that is already held, and by whom. */
  public record Holder(String barcode, String facility) {}

  private static final String HELD = """
      select p.key, p.barcode, p.facility, p.place, p.state, p.units, p.whole, cardinality(p.recalls) > 0 as blocked,
             l.id as lot_id, l.nie, l.batch, l.expiry, cardinality(l.recalls) > 0 as recalled,
             d.name as product, d.kfa, d.template, d.form, d.unit, d.substances, d.strength_mg, d.pack_units, d.het, d.jkn,
             d.usable, r.amount,
             (select min(o.expiry)
                from facility.lot o
               where o.nie = l.nie
                 and o.expiry >= :today::date
                 and o.recalls = '{}'
                 and exists (select from facility.pack q
                              where q.facility = :facility and q.lot = o.id and q.state in (1, 3))) as earliest
        from facility.gate g
       cross join facility.pack p
        join facility.lot l on l.id = p.lot
        left join facility.product d on d.nie = l.nie
        left join facility.price r on r.facility = :facility and r.nie = l.nie
       where p.key = any (:keys)
         and g.one
       order by p.key
      """;
  private static final Sql LOOK = Sql.of(HELD);
  private static final Sql LOCK = Sql.of(HELD + " for update of p");

  private static final Sql RECEIVE = Sql.of("""
      insert into facility.pack as p (key, barcode, lot, facility, place, state, units, whole, recalls, received_at,
             trail)
      select t.key, t.barcode, t.lot, :facility, :place, :state, t.units::numeric, t.units::numeric,
             coalesce((select array_agg(r.id order by r.id)
                         from facility.recall r
                        where r.closed_at is null and r.kind = 3 and r.value = t.key), '{}'), :at, array[:movement::bigint]
        from unnest(:keys, :barcodes, :lots, :units) as t (key, barcode, lot, units)
       order by t.key
          on conflict (key) do update
         set facility = excluded.facility,
             place = excluded.place,
             state = excluded.state,
             received_at = excluded.received_at,
             trail = p.trail || excluded.trail
       where p.lot = excluded.lot
         and (p.state = 5 or p.state = 6 and p.facility = excluded.facility)
      returning p.key
      """);

  private static final Sql MOVE = Sql.of("""
      update facility.pack p
         set place = case when :place = '' then p.place else :place end,
             state = case when p.state = 3 and :state = 1 or :state = 0 then p.state
                          when :state = 1 and p.units < p.whole then 3
                          else :state end,
             trail = p.trail || :movement::bigint
        from (select key
                from facility.pack
               where key = any (:keys)
                 and facility = :facility
                 and state = any (:from)
               order by key
                 for update) t
       where p.key = t.key
      returning p.key
      """);

  /** Packs by key, without lock: for looking. */
  public List<Held> look(Handle h, String facility, LocalDate today, Collection<String> keys) {
    return LOOK.in(h).text("facility", facility).text("today", today.toString()).texts("keys", keys).list(PackStore::held);
  }

  /** Packs by key, locked until the transaction ends, behind the gate. */
  public List<Held> lock(Handle tx, String facility, LocalDate today, Collection<String> keys) {
    return locking(tx, facility, today, keys).list(PackStore::held);
  }

  /** The same for whoever locks more in the same round trip; its rows are {@link #held}. */
  public Sql.Call locking(Handle tx, String facility, LocalDate today, Collection<String> keys) {
    return LOCK.in(tx).text("facility", facility).text("today", today.toString()).texts("keys", keys);
  }

  /** A pack that was locked or looked at. */
  public static Held held(ResultSet row) throws SQLException {
    return new Held(Rows.pack(row), Rows.product(row), Optional.ofNullable(row.getBigDecimal("amount")),
        Optional.ofNullable(row.getObject("earliest", LocalDate.class)));
  }

  /** Goes through the gate: from now on no recall begins until this transaction ends. */
  public void enter(Handle tx) {
    tx.createQuery("select one from facility.gate").mapTo(boolean.class).one();
  }

  /**
   * The ids of these lots, in their order; those that are new are written, blocked by whatever recall of theirs is open.
   *
   * @param ids one for each, used for those that are new
   */
  public List<Long> lots(Handle tx, List<NewLot> lots, List<Long> ids) {
    var nies = lots.stream().map(NewLot::nie).toList();
    var batches = lots.stream().map(NewLot::batch).toList();
    var days = lots.stream().map(lot -> lot.expiry().toString()).toList();
    ADD_LOTS.in(tx).longs("ids", ids).texts("nies", nies).texts("batches", batches).texts("days", days).update();
    return FIND_LOTS.in(tx).texts("nies", nies).texts("batches", batches).texts("days", days)
        .list(row -> row.getLong("id"));
  }

  private static final Sql ADD_LOTS = Sql.of("""
      insert into facility.lot (id, nie, batch, expiry, recalls)
      select t.id, t.nie, t.batch, t.expiry::date,
             coalesce((select array_agg(r.id order by r.id)
                         from facility.recall r
                        where r.closed_at is null
                          and (r.kind = 1 and r.value = t.nie
                               or r.kind = 2 and r.value = t.batch and r.nie in ('', t.nie)
                               or r.kind = 4 and exists (select from facility.product d
                                                          where d.nie = t.nie and r.value in (d.kfa, d.template)))), '{}')
        from unnest(:ids, :nies, :batches, :days) as t (id, nie, batch, expiry)
       order by t.nie, t.batch, t.expiry
          on conflict (nie, batch, expiry) do nothing
      """);
  private static final Sql FIND_LOTS = Sql.of("""
      select l.id
        from unnest(:nies, :batches, :days) with ordinality as t (nie, batch, expiry, place)
        join facility.lot l on l.nie = t.nie and l.batch = t.batch and l.expiry = t.expiry::date
       order by t.place
      """);

  /**
   * Takes packs in, in one statement: new ones, those that were sent here, and those of ours that had been missing.
   *
   * @return how many; fewer than given when some are held already
   */
  public int receive(Handle tx, String facility, String place, PackState state, Instant at, long movement,
      List<NewPack> packs) {
    return RECEIVE.in(tx).text("facility", facility).text("place", place).integer("state", state.number())
        .instant("at", at).bigint("movement", movement)
        .texts("keys", packs.stream().map(NewPack::key).toList())
        .texts("barcodes", packs.stream().map(NewPack::barcode).toList())
        .longs("lots", packs.stream().map(NewPack::lot).toList())
        .texts("units", packs.stream().map(one -> one.units().toPlainString()).toList())
        .list(row -> row.getString("key")).size();
  }

  /** Which of these are held already, but for those that this movement took in. */
  public List<Holder> held(Handle tx, Collection<String> keys, long movement) {
    return HOLDERS.in(tx).texts("keys", keys).bigint("movement", movement)
        .list(row -> new Holder(row.getString("barcode"), row.getString("facility")));
  }

  private static final Sql HOLDERS = Sql.of("""
      select barcode, facility
        from facility.pack
       where key = any (:keys)
         and not :movement::bigint = any (trail)
       order by key
      """);

  /**
   * Puts packs elsewhere, or into another state.
   *
   * @param place empty to leave them where they lie
   * @param from states in which they may be; others are left alone
   * @param to empty to leave the state; a pack that was opened comes back from quarantine as opened
   * @return keys of those that were moved
   */
  public List<String> move(Handle tx, String facility, String place, Collection<PackState> from, Optional<PackState> to,
      long movement, Collection<String> keys) {
    return MOVE.in(tx).text("facility", facility).text("place", place)
        .integer("state", to.map(PackState::number).orElse(0)).bigint("movement", movement)
        .ints("from", from.stream().map(PackState::number).toList()).texts("keys", keys)
        .list(row -> row.getString("key"));
  }

  /** Which of these lots are recalled. */
  public java.util.Set<Long> blocked(Handle h, Collection<Long> lots) {
    return java.util.Set.copyOf(BLOCKED.in(h).longs("lots", lots).list(row -> row.getLong("id")));
  }

  private static final Sql BLOCKED = Sql.of("select id from facility.lot where id = any (:lots) and recalls <> '{}' order by id");

  /** Packs of a product that nobody took from hold this many units. */
  public void resize(Handle tx, String facility, String nie, BigDecimal units) {
    tx.createUpdate("""
            update facility.pack
               set units = :units, whole = :units
             where facility = :facility
               and lot in (select id from facility.lot where nie = :nie)
               and state in (1, 2, 3)
               and units = whole
            """).bind("units", units).bind("facility", facility).bind("nie", nie).execute();
  }

  /** Keys and barcodes of what should lie at a place. */
  public List<NewPack> at(Handle tx, String facility, String place) {
    return AT.in(tx).text("facility", facility).text("place", place).list(row -> new NewPack(row.getString("key"),
        row.getString("barcode"), row.getLong("lot"), row.getBigDecimal("units")));
  }

  private static final Sql AT = Sql.of("""
      select key, barcode, lot, units
        from facility.pack
       where facility = :facility
         and place = :place
         and state in (1, 2, 3)
       order by key
      """);
}
