package id.jejak.antrean.store;

import id.jejak.kernel.db.SqlArray;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Clinics, doctors and their sessions as HFIS has them. Stateless, thread-safe. */
public final class HfisStore {
  /** A subspecialty of a clinic. */
  public record Clinic(String sub, String subName, String clinic, String clinicName, boolean fingerprint) {}

  /** A doctor. */
  public record Doctor(int id, String name) {}

  /**
   * A session of a doctor.
   *
   * @param day 1 to 8
   */
  public record Session(Clinic clinic, Doctor doctor, int day, LocalTime open, LocalTime close, int capacity) {}

  private static final String SESSION = """
            select j.hari, j.buka, j.tutup, j.kapasitas, p.kdsubspesialis, p.nmsubspesialis, p.kdpoli, p.nmpoli,
                   p.sidik_jari, d.kodedokter, d.namadokter
              from antrean.jadwal j
              join antrean.poli p on p.kdsubspesialis = j.kdsubspesialis
              join antrean.dokter d on d.kodedokter = j.kodedokter
      """;

  /** Every subspecialty, by clinic and name. */
  public List<Clinic> clinics(Handle handle) {
    return handle.createQuery("""
            select kdsubspesialis, nmsubspesialis, kdpoli, nmpoli, sidik_jari
              from antrean.poli
             order by nmpoli, nmsubspesialis, kdsubspesialis
            """).map((rs, _) -> clinic(rs)).list();
  }

  /** A subspecialty, by its own code. */
  public Optional<Clinic> clinic(Handle handle, String sub) {
    return handle.createQuery("""
            select kdsubspesialis, nmsubspesialis, kdpoli, nmpoli, sidik_jari
              from antrean.poli
             where kdsubspesialis = :sub
            """).bind("sub", sub).map((rs, _) -> clinic(rs)).findOne();
  }

  private static Clinic clinic(java.sql.ResultSet rs) throws java.sql.SQLException {
    return new Clinic(rs.getString("kdsubspesialis"), rs.getString("nmsubspesialis"), rs.getString("kdpoli"),
        rs.getString("nmpoli"), rs.getBoolean("sidik_jari"));
  }

  /** Every doctor, by number. */
  public List<Doctor> doctors(Handle handle) {
    return handle.createQuery("select kodedokter, namadokter from antrean.dokter order by kodedokter")
        .map((rs, _) -> new Doctor(rs.getInt("kodedokter"), rs.getString("namadokter"))).list();
  }

  /** A doctor. */
  public Optional<Doctor> doctor(Handle handle, int id) {
    return handle.createQuery("select kodedokter, namadokter from antrean.dokter where kodedokter = :id")
        .bind("id", id)
        .map((rs, _) -> new Doctor(rs.getInt("kodedokter"), rs.getString("namadokter"))).findOne();
  }

  /** Sessions at a clinic or subspecialty on some days of the week, by doctor and hour. */
  public List<Session> sessions(Handle handle, String hospital, String clinic, List<Integer> days) {
    return handle.createQuery(SESSION + """
             where j.kode_ppk = :hospital and (p.kdpoli = :clinic or p.kdsubspesialis = :clinic)
               and j.hari = any(:days)
             order by j.hari, d.kodedokter, p.kdsubspesialis, j.buka
            """)
        .bind("hospital", hospital).bind("clinic", clinic).bind("days", SqlArray.ints(days))
        .map((rs, _) -> session(rs)).list();
  }

  /** Sessions at every clinic of a hospital on some days of the week, by clinic and subspecialty. */
  public List<Session> sessions(Handle handle, String hospital, List<Integer> days) {
    return handle.createQuery(SESSION + """
             where j.kode_ppk = :hospital and j.hari = any(:days)
             order by p.nmpoli, p.nmsubspesialis, p.kdsubspesialis, j.hari, d.kodedokter, j.buka
            """)
        .bind("hospital", hospital).bind("days", SqlArray.ints(days))
        .map((rs, _) -> session(rs)).list();
  }

  /** All sessions of a doctor at a clinic or subspecialty, by day and hour. */
  public List<Session> sessionsOf(Handle handle, String hospital, int doctor, String clinic) {
    return handle.createQuery(SESSION + """
             where j.kode_ppk = :hospital and j.kodedokter = :doctor
               and (p.kdpoli = :clinic or p.kdsubspesialis = :clinic)
             order by j.hari, p.kdsubspesialis, j.buka
            """)
        .bind("hospital", hospital).bind("doctor", doctor).bind("clinic", clinic)
        .map((rs, _) -> session(rs)).list();
  }

  private static Session session(java.sql.ResultSet rs) throws java.sql.SQLException {
    return new Session(clinic(rs), new Doctor(rs.getInt("kodedokter"), rs.getString("namadokter")),
        rs.getInt("hari"), rs.getObject("buka", LocalTime.class), rs.getObject("tutup", LocalTime.class),
        rs.getInt("kapasitas"));
  }

  /** Whether a date is a national holiday. */
  public boolean holiday(Handle handle, LocalDate date) {
    return handle.createQuery("select exists (select from antrean.libur where tanggal = :date)")
        .bind("date", date).mapTo(boolean.class).one();
  }

  /** Puts sessions of some days of a doctor's week in the place of those that are there. */
  public void replace(Handle tx, String hospital, int doctor, String sub, List<Integer> days, List<LocalTime> opens,
      List<LocalTime> closes) {
    int capacity = tx.createQuery("""
            select coalesce(max(kapasitas), 0)
              from antrean.jadwal
             where kode_ppk = :hospital and kodedokter = :doctor and kdsubspesialis = :sub
            """)
        .bind("hospital", hospital).bind("doctor", doctor).bind("sub", sub).mapTo(int.class).one();
    tx.createUpdate("""
            delete from antrean.jadwal
             where kode_ppk = :hospital and kodedokter = :doctor and kdsubspesialis = :sub and hari = any(:days)
            """)
        .bind("hospital", hospital).bind("doctor", doctor).bind("sub", sub).bind("days", SqlArray.ints(days))
        .execute();
    var batch = tx.prepareBatch("""
        insert into antrean.jadwal (kode_ppk, kodedokter, kdsubspesialis, hari, buka, tutup, kapasitas)
        values (:hospital, :doctor, :sub, :day, :open, :close, :capacity)
        """);
    for (int i = 0; i < days.size(); i++) {
      batch.bind("hospital", hospital).bind("doctor", doctor).bind("sub", sub).bind("day", days.get(i))
          .bind("open", opens.get(i)).bind("close", closes.get(i)).bind("capacity", capacity).add();
    }
    batch.execute();
  }
}
