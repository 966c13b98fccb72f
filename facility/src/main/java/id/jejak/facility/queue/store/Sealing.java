package id.jejak.facility.queue.store;

import id.jejak.facility.queue.domain.Holder;
import id.jejak.facility.queue.store.PatientStore.NewPatient;
import id.jejak.facility.queue.store.Safe.Row;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Seals what an earlier version kept in plain text (docs/decisions/0645). The migration has put it aside; here it comes
 * back, sealed, in batches that each stand alone: a start that is killed goes on where it was, and of several nodes one
 * works at a time. At the end the tables that were put aside are dropped, and with them their files. Thread-safe.
 */
public final class Sealing {
  private static final int BATCH = 1_000;
  /** Of the advisory lock; any number that nobody else has. */
  private static final long LOCK = 202_611_221_901L;

  private static final Sql PATIENTS = Sql.of("""
      select record as id, card, nik, name, sex, born, phone, address, family_card, region
        from queue.unsealed_patient
       order by record
       limit :most
      """);
  private static final Sql PUT_PATIENTS = Sql.of("""
      with gone as (
        delete from queue.unsealed_patient where record = any(:ids) returning record, complete, created_at
      )
      insert into queue.patient (record, key_id, sealed, index_key, nik, card, complete, created_at)
      select g.record, s.key, s.sealed, s.index, s.nik, s.card, g.complete, g.created_at
        from gone g
        join unnest(:ids, :keys, :sealed, :indexes, :niks, :cards) as s (id, key, sealed, index, nik, card)
          on s.id = g.record
      """);
  private static final Sql BOOKINGS = Sql.of("""
      select code as id, session, record, card, nik, phone
        from queue.unsealed_booking
       order by code
       limit :most
      """);
  private static final Sql PUT_BOOKINGS = Sql.of("""
      with gone as (
        delete from queue.unsealed_booking where code = any(:ids)
        returning code, session, number, day, jkn, record, new_patient, kind, reference, source, created_at, active,
                  waiting, cancelled_at, cancel_reason, prescription, calls, called_at
      )
      insert into queue.booking (code, session, number, day, jkn, key_id, sealed, index_key, nik, card, record,
                                 new_patient, kind, reference, source, created_at, active, waiting, cancelled_at,
                                 cancel_reason, prescription, calls, called_at)
      select g.code, g.session, g.number, g.day, g.jkn, s.key, s.sealed, s.index, s.nik, s.card,
             g.record, g.new_patient, g.kind, g.reference, g.source, g.created_at, g.active, g.waiting, g.cancelled_at,
             g.cancel_reason, g.prescription, g.calls, g.called_at
        from gone g
        join unnest(:ids, :keys, :sealed, :indexes, :niks, :cards) as s (id, key, sealed, index, nik, card)
          on s.id = g.code
      """);
  private static final Sql SURGERIES = Sql.of("""
      select code as id, card
        from queue.unsealed_surgery
       order by code
       limit :most
      """);
  private static final Sql PUT_SURGERIES = Sql.of("""
      with gone as (
        delete from queue.unsealed_surgery where code = any(:ids)
        returning code, day, procedure, clinic, name, done, updated_at
      )
      insert into queue.surgery (code, day, procedure, clinic, name, done, key_id, sealed, index_key, card, updated_at)
      select g.code, g.day, g.procedure, g.clinic, g.name, g.done, s.key, s.sealed, s.index, s.card, g.updated_at
        from gone g
        join unnest(:ids, :keys, :sealed, :indexes, :niks, :cards) as s (id, key, sealed, index, nik, card)
          on s.id = g.code
      """);

  private record Plain(String id, Row row) {}

  private final Db db;
  private final Safe safe;

  /** Sealing into a safe. */
  public Sealing(Db db, Safe safe) {
    this.db = db;
    this.safe = safe;
  }

  /** Seals everything that is plain; nobody may be answered before. Returns at once when nothing is. */
  public void run() {
    all(PATIENTS, PUT_PATIENTS, this::patient);
    all(BOOKINGS, PUT_BOOKINGS, this::booking);
    all(SURGERIES, PUT_SURGERIES, this::surgery);
    db.transaction(tx -> {
      if (locked(tx)) {
        tx.execute("drop table queue.unsealed_patient, queue.unsealed_booking, queue.unsealed_surgery");
      }
      return true;
    });
  }

  private void all(Sql plain, Sql put, Sql.Row<Row> sealed) {
    while (db.<Integer>transaction(tx -> locked(tx) ? some(tx, plain, put, sealed) : 0) == BATCH) {
      continue; // the rest in the next transaction, so that none is long
    }
  }

  /** Waits for other nodes; false when everything is done. */
  private static boolean locked(Handle tx) {
    tx.createQuery("select pg_advisory_xact_lock(:lock)::text").bind("lock", LOCK).mapTo(String.class).one();
    // the catalogue itself: to_regclass answers from what this connection remembers, and others may have dropped it since
    return tx.createQuery("""
        select exists (select
                         from pg_catalog.pg_class c
                         join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'queue' and c.relname = 'unsealed_booking')
        """).mapTo(boolean.class).one();
  }

  private static int some(Handle tx, Sql plain, Sql put, Sql.Row<Row> sealed) {
    var rows = plain.in(tx).integer("most", BATCH).list(row -> new Plain(row.getString("id"), sealed.read(row)));
    if (!rows.isEmpty()) {
      put.in(tx).texts("ids", each(rows, Plain::id)).longs("keys", each(rows, one -> one.row().key()))
          .bytes("sealed", each(rows, one -> one.row().sealed())).longs("indexes", each(rows, one -> one.row().index()))
          .bytes("niks", each(rows, one -> one.row().nik())).bytes("cards", each(rows, one -> one.row().card()))
          .update();
    }
    return rows.size();
  }

  private static <T> List<T> each(List<Plain> rows, Function<Plain, T> part) {
    return rows.stream().map(part).toList();
  }

  private Row patient(ResultSet row) throws SQLException {
    var record = row.getString("id");
    return safe.row(new NewPatient(record, row.getString("card"), row.getString("nik"), row.getString("name"),
        row.getString("sex"), row.getObject("born", LocalDate.class), row.getString("phone"), row.getString("address"),
        row.getString("family_card"), List.of((String[]) row.getArray("region").getArray()), false).person(),
        Safe.patient(record));
  }

  private Row booking(ResultSet row) throws SQLException {
    return safe.row(new Holder(row.getString("card"), row.getString("nik"), row.getString("phone")),
        Safe.booking(row.getLong("session"), row.getString("record")));
  }

  private Row surgery(ResultSet row) throws SQLException {
    return safe.row(Map.of("card", row.getString("card")), Safe.surgery(row.getString("id")));
  }
}
