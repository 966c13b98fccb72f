package id.jejak.facility.queue.store;

import id.jejak.facility.queue.domain.Holder;
import id.jejak.kernel.db.Emptying;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/** What a prepared world needs beside the other stores. Thread-safe. */
public final class WorldStore {
  private final Safe safe;

  /** A world whose people are in a safe. */
  public WorldStore(Safe safe) {
    this.safe = safe;
  }

  /** True when nobody practises here yet. */
  public boolean empty(Handle tx) {
    return !tx.createQuery("select exists (select from queue.practice)").mapTo(boolean.class).one();
  }

  /** Removes every row of every table. */
  public void clear(Handle tx) {
    Emptying.of(tx, "queue.clinic", "queue.doctor", "queue.practice", "queue.holiday", "queue.booking", "queue.session",
        "queue.patient", "queue.referral", "queue.event", "queue.owed", "queue.pharmacy_day", "queue.pharmacy_ticket",
        "queue.surgery", "queue.display");
    tx.execute("alter sequence queue.record_number restart");
  }

  /** Puts a booking with a code of its own, as one that came from an earlier queue, under the next number. */
  public void booking(Handle tx, String code, LocalDate day, int doctor, LocalTime open, Holder holder,
      String record, Instant now) {
    long session = tx.createQuery("select id from queue.session where day = :day and doctor = :doctor and open = :open")
        .bind("day", day).bind("doctor", doctor).bind("open", open).mapTo(Long.class).one();
    var row = safe.row(holder, Safe.booking(session, record));
    tx.createUpdate("""
            with place as (
              update queue.session
                 set last_number = last_number + 1, waiting = waiting + 1, taken_jkn = taken_jkn + 1
               where id = :session
              returning id, last_number
            )
            insert into queue.booking (code, session, number, day, jkn, key_id, sealed, index_key, nik, card, record,
                                       new_patient, kind, reference, source, created_at)
            select :code, id, last_number, :day, true, :key, :sealed, :index, :nik, :card, :record,
                   false, 1, '', 'MOBILE_JKN', :now
              from place
            """).bind("code", code).bind("day", day).bind("session", session).bind("key", row.key())
        .bind("sealed", row.sealed()).bind("index", row.index()).bind("nik", row.nik()).bind("card", row.card())
        .bind("record", record).bind("now", now.atOffset(ZoneOffset.UTC)).execute();
  }
}
