package id.jejak.facility.pharmacy.store;

import id.jejak.facility.pharmacy.domain.PackState;
import id.jejak.kernel.db.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Recalls, and whom they reach. Lists go by what lies in the order of an index, page after page. Stateless, thread-safe. */
public final class RecallStore {
  /** By what is recalled; the number is what is stored. */
  public enum By {
    /** A registration number. */
    NIE(1),
    /** A batch. */
    BATCH(2),
    /** One pack. */
    SERIAL(3),
    /** A product or template of KFA. */
    KFA(4);

    private final int number;

    By(int number) {
      this.number = number;
    }
  }

  /** A recall. */
  public record Recall(long id, String facility, Instant openedAt, String staff, By by, String value, String nie,
      String reason, @Nullable Instant closedAt) {}

  /** Packs of a recall in one place. */
  public record Count(String facility, PackState state, long packs) {}

  /** A lot of a recall. */
  public record RecalledLot(long id, String nie, String batch, LocalDate expiry) {}

  /** A pack of a recall. */
  public record PackRow(long lot, String key, String barcode, String facility, String place, PackState state,
      BigDecimal units) {}

  /**
   * Something of it that a patient was given.
   *
   * @param takenBack whether it was taken back since: the patient may have had it in hand nevertheless
   */
  public record PatientRow(long lot, long portion, long dispense, String patient, Instant at, @Nullable Long compound,
      String barcode, String nie, String batch, BigDecimal quantity, String unit, boolean takenBack) {}

  /**
   * Opens a recall, blocks its lots or its pack, and says how many of them it knew. Waits for whoever is at the counter,
   * then nobody passes until this transaction ends.
   */
  public int open(Handle tx, Recall recall) {
    tx.execute("lock table facility.gate in access exclusive mode");
    tx.createUpdate("""
            insert into facility.recall (id, facility, opened_at, staff, kind, value, nie, reason)
            values (:id, :facility, :at, :staff, :kind, :value, :nie, :reason)
            """).bind("id", recall.id()).bind("facility", recall.facility())
        .bind("at", recall.openedAt().atOffset(ZoneOffset.UTC)).bind("staff", recall.staff())
        .bind("kind", recall.by().number).bind("value", recall.value()).bind("nie", recall.nie())
        .bind("reason", recall.reason()).execute();
    var sql = switch (recall.by()) {
      case NIE -> tx.createUpdate("update facility.lot set recalls = recalls || :id where nie = :value");
      case BATCH -> tx.createUpdate("""
          update facility.lot set recalls = recalls || :id where batch = :value and :nie in ('', nie)
          """).bind("nie", recall.nie());
      case SERIAL -> tx.createUpdate("update facility.pack set recalls = recalls || :id where key = :value");
      case KFA -> tx.createUpdate("""
          update facility.lot set recalls = recalls || :id
           where nie in (select nie from facility.product where kfa = :value
                         union
                         select nie from facility.product where template = :value)
          """);
    };
    return sql.bind("id", recall.id()).bind("value", recall.value()).execute();
  }

  /** Closes it: what no other recall blocks is free again. */
  public void close(Handle tx, Recall recall, Instant at) {
    tx.execute("lock table facility.gate in access exclusive mode");
    tx.createUpdate("update facility.recall set closed_at = :at where id = :id").bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("id", recall.id()).execute();
    if (recall.by() == By.SERIAL) {
      tx.createUpdate("update facility.pack set recalls = array_remove(recalls, :id) where key = :key")
          .bind("id", recall.id()).bind("key", recall.value()).execute();
    } else {
      tx.createUpdate("""
              update facility.lot set recalls = array_remove(recalls, :id)
               where id = any (:lots)
              """).bind("id", recall.id())
          .bind("lots", id.jejak.kernel.db.SqlArray.longs(lots(tx, recall).stream().map(RecalledLot::id).toList())).execute();
    }
  }

  /** A recall by id. */
  public Optional<Recall> find(Handle h, long id) {
    return h.createQuery("""
            select id, facility, opened_at, staff, kind, value, nie, reason, closed_at from facility.recall where id = :id
            """).bind("id", id)
        .map((row, _) -> recall(row)).findOne();
  }

  /** The latest recalls of all facilities before an id: they block everywhere. */
  public List<Recall> list(Handle h, long before, int limit) {
    return LIST.in(h).bigint("before", before).integer("limit", limit).list(RecallStore::recall);
  }

  private static final Sql LIST = Sql.of("""
      select id, facility, opened_at, staff, kind, value, nie, reason, closed_at
        from facility.recall
       where id < :before
       order by id desc
       limit :limit
      """);

  private static Recall recall(ResultSet row) throws SQLException {
    return new Recall(row.getLong("id"), row.getString("facility"), Rows.moment(row, "opened_at"), row.getString("staff"),
        By.values()[row.getInt("kind") - 1], row.getString("value"), row.getString("nie"), row.getString("reason"),
        Rows.instant(row, "closed_at"));
  }

  /** Lots that a recall is about, whether it is open or not; of one pack, its lot. */
  public List<RecalledLot> lots(Handle h, Recall recall) {
    var query = switch (recall.by()) {
      case NIE -> h.createQuery(LOTS + " where nie = :value order by nie, batch, expiry");
      case BATCH -> h.createQuery(LOTS + " where batch = :value and :nie in ('', nie) order by nie, batch, expiry")
          .bind("nie", recall.nie());
      case SERIAL -> h.createQuery(LOTS
          + " where id = (select lot from facility.pack where key = :value) order by nie, batch, expiry");
      case KFA -> h.createQuery(LOTS + """
           where nie in (select nie from facility.product where kfa = :value
                         union
                         select nie from facility.product where template = :value)
           order by nie, batch, expiry
          """);
    };
    return query.bind("value", recall.value()).map((row, _) -> new RecalledLot(row.getLong("id"), row.getString("nie"),
        row.getString("batch"), row.getObject("expiry", LocalDate.class))).list();
  }

  private static final String LOTS = "select id, nie, batch, expiry from facility.lot";

  /** Packs by facility and state, counted up to a limit. */
  public List<Count> counts(Handle h, Recall recall, List<Long> lots, int most) {
    var sql = recall.by() == By.SERIAL ? COUNT_ONE.in(h).text("key", recall.value())
        : COUNT.in(h).longs("lots", lots).integer("most", most);
    return sql.list(row -> new Count(row.getString("facility"), PackState.of(row.getInt("state")), row.getLong("packs")));
  }

  private static final Sql COUNT = Sql.of("""
      select facility, state, count(*) as packs
        from (select facility, state from facility.pack where lot = any (:lots) limit :most) t
       group by facility, state
       order by facility, state
      """);
  private static final Sql COUNT_ONE = Sql.of("""
      select facility, state, 1 as packs from facility.pack where key = :key order by facility, state
      """);

  /** Packs in hand on the shelves of a facility. */
  public long here(Handle h, String facility, Recall recall, List<Long> lots) {
    return recall.by() == By.SERIAL
        ? HERE_ONE.in(h).text("facility", facility).text("key", recall.value()).number()
        : HERE.in(h).text("facility", facility).longs("lots", lots).number();
  }

  private static final Sql HERE = Sql.of("""
      select count(*) from facility.pack where facility = :facility and lot = any (:lots) and state in (1, 2, 3)
      """);
  private static final Sql HERE_ONE = Sql.of("""
      select count(*) from facility.pack where facility = :facility and key = :key and state in (1, 2, 3)
      """);

  /** Portions that went out of this facility, counted up to a limit. */
  public long dispensed(Handle h, String facility, List<Long> lots, Optional<String> key, int most) {
    return key.map(one -> DISPENSED_ONE.in(h).text("facility", facility).text("key", one).integer("most", most))
        .orElseGet(() -> DISPENSED.in(h).text("facility", facility).longs("lots", lots).integer("most", most)).number();
  }

  private static final Sql DISPENSED = Sql.of("""
      select count(*)
        from (select 1 from facility.portion where lot = any (:lots) and facility = :facility limit :most) t
      """);
  private static final Sql DISPENSED_ONE = Sql.of("""
      select count(*)
        from (select 1 from facility.portion where key = :key and facility = :facility limit :most) t
      """);

  /** Every pack of one lot behind a key. */
  public List<PackRow> packs(Handle h, long lot, String after, int limit) {
    return PACKS.in(h).bigint("lot", lot).text("after", after).integer("limit", limit).list(row ->
        new PackRow(row.getLong("lot"), row.getString("key"), row.getString("barcode"), row.getString("facility"),
            row.getString("place"), PackState.of(row.getInt("state")), row.getBigDecimal("units")));
  }

  private static final Sql PACKS = Sql.of("""
      select lot, key, barcode, facility, place, state, units
        from facility.pack
       where lot = :lot
         and key > :after
       order by lot, key
       limit :limit
      """);

  /** What of one lot went to patients of this facility, behind a portion and a dispense, compounds included. */
  public List<PatientRow> patients(Handle h, String facility, long lot, Optional<String> key, long portion, long dispense,
      int limit) {
    var sql = (key.isPresent() ? PATIENTS_OF_ONE : PATIENTS).in(h).text("facility", facility).bigint("lot", lot)
        .bigint("portion", portion).bigint("dispense", dispense).integer("limit", limit);
    key.ifPresent(one -> sql.text("key", one));
    return sql.list(row -> new PatientRow(row.getLong("lot"),
        row.getLong("portion"), row.getLong("dispense"), row.getString("patient"), Rows.moment(row, "at"),
        row.getObject("compound", Long.class), row.getString("barcode"), row.getString("nie"), row.getString("batch"),
        row.getBigDecimal("quantity"), row.getString("unit"), row.getBoolean("taken_back")));
  }

  private static final String OF_LOT = """
      select o.lot, o.id as portion, d.id as dispense, d.patient, d.at, o.compound, p.barcode, l.nie, l.batch, d.quantity,
             d.unit, exists (select from facility.takeback b where b.dispense = d.id) as taken_back
        from (select lot, id, key, dispense, compound
                from facility.portion
               where lot = :lot
                 and id >= :portion
                 and facility = :facility
      """;
  private static final String GIVEN = """
               order by lot, id) o
       cross join lateral (
         select id, patient, at, quantity, unit from facility.dispense where id = o.dispense
          union all
         select id, patient, at, quantity, unit from facility.dispense where compound = o.compound) d
        join facility.pack p on p.key = o.key
        join facility.lot l on l.id = o.lot
       where (o.id, d.id) > (:portion, :dispense)
       order by o.lot, o.id, d.id
       limit :limit
      """;
  private static final Sql PATIENTS = Sql.of(OF_LOT + GIVEN);
  private static final Sql PATIENTS_OF_ONE = Sql.of(OF_LOT + " and key = :key\n" + GIVEN);

  /** Writes down who asked for names, before they are given. */
  public void noteContacts(Handle tx, long id, Recall recall, String facility, String staff, Instant at, String purpose,
      int patients) {
    tx.createUpdate("""
            insert into facility.contact_list (id, recall, facility, staff, at, purpose, patients)
            values (:id, :recall, :facility, :staff, :at, :purpose, :patients)
            """).bind("id", id).bind("recall", recall.id()).bind("facility", facility).bind("staff", staff)
        .bind("at", at.atOffset(ZoneOffset.UTC)).bind("purpose", purpose).bind("patients", patients).execute();
  }
}
