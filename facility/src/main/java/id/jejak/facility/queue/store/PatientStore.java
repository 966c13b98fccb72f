package id.jejak.facility.queue.store;

import id.jejak.facility.queue.domain.Patient;
import id.jejak.kernel.db.SqlArray;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The hospital's patients, as far as the queue needs them. Stateless, thread-safe. */
public final class PatientStore {
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
    return tx.createQuery("""
            insert into queue.patient (record, card, nik, name, sex, born, phone, address, family_card, region,
                                       complete, created_at)
            select case when :record = '' then nextval('queue.record_number')::text else :record end, :card, :nik,
                   :name, :sex, cast(:born as date), :phone, :address, :familyCard, :region, :complete, :now
             where not exists (select from queue.patient p where p.card = :card and p.card <> '')
               and not exists (select from queue.patient p where p.nik = :nik and p.nik <> '')
                on conflict do nothing
            returning record
            """)
        .bind("record", patient.record()).bind("card", patient.card()).bind("nik", patient.nik())
        .bind("name", patient.name()).bind("sex", patient.sex()).bind("born", patient.born())
        .bind("phone", patient.phone()).bind("address", patient.address()).bind("familyCard", patient.familyCard())
        .bind("region", SqlArray.texts(patient.region())).bind("complete", patient.complete())
        .bind("now", now.atOffset(ZoneOffset.UTC)).mapTo(String.class).findOne();
  }

  /** A patient by record. */
  public Optional<Found> byRecord(Handle handle, String record) {
    return handle.createQuery("""
            select record, complete, card, nik, phone
              from queue.patient
             where record = :record
            """).bind("record", record)
        .map((rs, _) -> new Found(new Patient(rs.getString("record"), rs.getBoolean("complete")),
            rs.getString("card"), rs.getString("nik"), rs.getString("phone"))).findOne();
  }

  /** The record of whoever has a card or an identity number; an empty one finds nobody. */
  public Optional<Patient> byNumber(Handle handle, String card, String nik) {
    return handle.createQuery("""
            select record, complete
              from queue.patient
             where card = :card and card <> '' or nik = :nik and nik <> ''
             order by record
             limit 1
            """).bind("card", card).bind("nik", nik)
        .map((rs, _) -> new Patient(rs.getString("record"), rs.getBoolean("complete"))).findOne();
  }

  /** A patient with what a booking is made of. Prints nothing of the patient. */
  public record Found(Patient patient, String card, String nik, String phone) {
    @Override
    public String toString() {
      return "Found[***]";
    }
  }

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
