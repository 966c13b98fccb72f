package id.jejak.facility.queue.store;

import id.jejak.facility.queue.domain.Holder;
import id.jejak.facility.queue.domain.Patient;
import id.jejak.kernel.db.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The hospital's patients, as far as the queue needs them: sealed, and found by hashes. Thread-safe. */
public final class PatientStore {
  private final Safe safe;

  /** Patients in a safe. */
  public PatientStore(Safe safe) {
    this.safe = safe;
  }

  /**
   * A patient to be. Prints nothing of the patient.
   *
   * @param record empty for the next number
   * @param region code and name of province, regency, district and village, then RW and RT; or nothing
   * @param complete whether admission has seen the patient
   */
  public record NewPatient(String record, String card, String nik, String name, String sex, @Nullable LocalDate born,
      String phone, String address, String familyCard, List<String> region, boolean complete) {
    /** Copies the region. */
    public NewPatient {
      region = List.copyOf(region);
    }

    /** Whose numbers will be. */
    public Holder holder() {
      return new Holder(card, nik, phone);
    }

    /** What is sealed of it. */
    Map<String, Object> person() {
      var all = new LinkedHashMap<String, Object>();
      all.put("card", card);
      all.put("nik", nik);
      all.put("name", name);
      all.put("sex", sex);
      all.put("born", born == null ? "" : born.toString());
      all.put("phone", phone);
      all.put("address", address);
      all.put("family_card", familyCard);
      all.put("region", region);
      return all;
    }

    @Override
    public String toString() {
      return "NewPatient[***]";
    }
  }

  /**
   * Adds a patient.
   *
   * @return the number of the medical record; empty when the card or the identity number is known
   */
  public Optional<String> add(Handle tx, NewPatient patient, Instant now) {
    safe.alone(tx, patient.nik(), patient.card());
    return record(tx, patient).flatMap(record -> add(tx, record, patient, now));
  }

  /**
   * The record that a patient is to have, who is sealed for it; empty when the card or the identity number is known.
   */
  private Optional<String> record(Handle tx, NewPatient patient) {
    return tx.createQuery("""
            select case when :record = '' then nextval('queue.record_number')::text else :record end
             where not exists (select from queue.patient p where p.card = any(:cards))
               and not exists (select from queue.patient p where p.nik = any(:niks))
            """)
        .bind("record", patient.record()).bind("cards", SqlArray.bytes(safe.cards(patient.card())))
        .bind("niks", SqlArray.bytes(safe.niks(patient.nik()))).mapTo(String.class).findOne();
  }

  private Optional<String> add(Handle tx, String record, NewPatient patient, Instant now) {
    var row = safe.row(patient.person(), Safe.patient(record));
    return tx.createQuery("""
            insert into queue.patient (record, key_id, sealed, index_key, nik, card, complete, created_at)
            values (:record, :key, :sealed, :index, :nik, :card, :complete, :now)
                on conflict do nothing
            returning record
            """)
        .bind("record", record).bind("key", row.key()).bind("sealed", row.sealed()).bind("index", row.index())
        .bind("nik", row.nik()).bind("card", row.card()).bind("complete", patient.complete())
        .bind("now", now.atOffset(ZoneOffset.UTC)).mapTo(String.class).findOne();
  }

  /** A patient by record. */
  public Optional<Found> byRecord(Handle handle, String record) {
    return handle.createQuery("""
            select record, complete, sealed
              from queue.patient
             where record = :record
            """).bind("record", record).map((rs, _) -> found(rs)).findOne();
  }

  /** Whoever has a card or an identity number; an empty one finds nobody. */
  public Optional<Found> byNumber(Handle handle, String card, String nik) {
    return handle.createQuery("""
            select p.record, p.complete, p.sealed
              from (select q.record from queue.patient q where q.card = any(:cards)
                     union all
                    select q.record from queue.patient q where q.nik = any(:niks)) as known
              join queue.patient p on p.record = known.record
             order by p.record
             limit 1
            """).bind("cards", SqlArray.bytes(safe.cards(card))).bind("niks", SqlArray.bytes(safe.niks(nik)))
        .map((rs, _) -> found(rs)).findOne();
  }

  private Found found(ResultSet row) throws SQLException {
    var record = row.getString("record");
    var person = safe.open(row.getBytes("sealed"), Safe.patient(record));
    return new Found(new Patient(record, row.getBoolean("complete")), new Holder(person.path("card").asString(""),
        person.path("nik").asString(""), person.path("phone").asString("")));
  }

  /** A patient with what a booking is made of. */
  public record Found(Patient patient, Holder holder) {}

  /** Admission has seen the patient. */
  public void complete(Handle tx, String record) {
    tx.createUpdate("update queue.patient set complete = true where record = :record").bind("record", record)
        .execute();
  }

  /** Remembers until when a referral holds. */
  public void putReferral(Handle tx, String number, LocalDate until) {
    tx.createUpdate("""
            insert into queue.referral (number, until) values (:number, :until)
                on conflict (number) do update set until = excluded.until
            """).bind("number", number).bind("until", until).execute();
  }
}
