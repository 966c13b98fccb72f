package id.jejak.antrean.store;

import id.jejak.kernel.db.Emptying;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes prepared worlds, and clears everything. Stateless, thread-safe. */
public final class WorldStore {
  /** A session of a prepared world. */
  public record NewSession(String hospital, int doctor, String sub, int day, LocalTime open, LocalTime close,
      int capacity) {}

  /** An SEP of a prepared world. */
  public record NewSep(String number, String hospital, String card, LocalDate issued, int service, String clinic,
      String diagnosis, String referral) {}

  /** True when no consumer is known. */
  public boolean empty(Handle tx) {
    return !tx.createQuery("select exists (select from antrean.consumer)").mapTo(boolean.class).one();
  }

  /** Removes every row of every table. */
  public void clear(Handle tx) {
    Emptying.of(tx, "antrean.consumer", "antrean.poli", "antrean.dokter", "antrean.jadwal", "antrean.libur",
        "antrean.perubahan_jadwal", "antrean.peserta", "antrean.referensi", "antrean.antrean", "antrean.task",
        "antrean.farmasi", "antrean.sep", "antrean.surat_kontrol", "antrean.rujukan", "antrean.rujukan_khusus",
        "antrean.nomor");
    tx.execute("alter table antrean.rujukan_khusus alter column id restart");
  }

  /** Adds a consumer. */
  public void addConsumer(Handle tx, ConsumerStore.Kept consumer, Instant since) {
    tx.createUpdate("""
            insert into antrean.consumer (cons_id, kode_ppk, nama_ppk, secret, user_key, created_at)
            values (:consId, :hospital, :hospitalName, :secret, :userKey, :since)
            """).bindMethods(consumer).bind("since", since.atOffset(ZoneOffset.UTC)).execute();
  }

  /** Adds subspecialties. */
  public void addClinics(Handle tx, List<HfisStore.Clinic> clinics) {
    var batch = tx.prepareBatch("""
        insert into antrean.poli (kdsubspesialis, nmsubspesialis, kdpoli, nmpoli, sidik_jari)
        values (:sub, :subName, :clinic, :clinicName, :fingerprint)
        """);
    clinics.forEach(one -> batch.bindMethods(one).add());
    batch.execute();
  }

  /** Adds doctors. */
  public void addDoctors(Handle tx, List<HfisStore.Doctor> doctors) {
    var batch = tx.prepareBatch("insert into antrean.dokter (kodedokter, namadokter) values (:id, :name)");
    doctors.forEach(one -> batch.bindMethods(one).add());
    batch.execute();
  }

  /** Adds sessions. */
  public void addSessions(Handle tx, List<NewSession> sessions) {
    var batch = tx.prepareBatch("""
        insert into antrean.jadwal (kode_ppk, kodedokter, kdsubspesialis, hari, buka, tutup, kapasitas)
        values (:hospital, :doctor, :sub, :day, :open, :close, :capacity)
        """);
    sessions.forEach(one -> batch.bindMethods(one).add());
    batch.execute();
  }

  /** Adds a national holiday. */
  public void addHoliday(Handle tx, LocalDate date, String why) {
    tx.createUpdate("insert into antrean.libur (tanggal, keterangan) values (:date, :why) on conflict do nothing")
        .bind("date", date).bind("why", why).execute();
  }

  /** Adds members. */
  public void addMembers(Handle tx, List<MemberStore.Member> members) {
    var batch = tx.prepareBatch("""
        insert into antrean.peserta (nomorkartu, nik, norm, nama, kelamin, tgllahir, daftarfp)
        values (:card, :nik, :record, :name, :sex, :born, :fingerprint)
        """);
    members.forEach(one -> batch.bindMethods(one).add());
    batch.execute();
  }

  /** Adds SEPs. */
  public void addSeps(Handle tx, List<NewSep> seps) {
    var batch = tx.prepareBatch("""
        insert into antrean.sep (no_sep, kode_ppk, nomorkartu, tgl_sep, jns_pelayanan, poli, diagnosa, no_rujukan)
        values (:number, :hospital, :card, :issued, :service, :clinic, :diagnosis, :referral)
        """);
    seps.forEach(one -> batch.bindMethods(one).add());
    batch.execute();
  }
}
