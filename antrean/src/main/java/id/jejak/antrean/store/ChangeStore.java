package id.jejak.antrean.store;

import id.jejak.antrean.domain.ScheduleChange;
import id.jejak.antrean.domain.ScheduleChange.Verdict;
import id.jejak.kernel.db.SqlArray;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Requests for other hours of doctors. Locked in the order of their ids. Stateless, thread-safe. */
public final class ChangeStore {
  /** The sessions that are asked for, day by day. */
  public record Week(List<Integer> days, List<LocalTime> opens, List<LocalTime> closes) {
    /** Copies the lists. */
    public Week {
      days = List.copyOf(days);
      opens = List.copyOf(opens);
      closes = List.copyOf(closes);
    }
  }

  /** A request as kept. */
  public record Kept(long id, String hospital, int doctor, String sub, Week week, ScheduleChange change) {}

  /** Keeps a request; one of the same doctor, clinic and day gives way to it. */
  public void submit(Handle tx, Kept kept, LocalDate day) {
    tx.createUpdate("""
            insert into antrean.perubahan_jadwal (id, kode_ppk, kodedokter, kdsubspesialis, hari, buka, tutup,
                                                  diajukan_at, diajukan_pada)
            values (:id, :hospital, :doctor, :sub, :days::integer[]::smallint[], :opens::text[]::time[],
                    :closes::text[]::time[], :asked, :day)
                on conflict (kode_ppk, kodedokter, kdsubspesialis, diajukan_pada) where not selesai
                do update set hari = excluded.hari, buka = excluded.buka, tutup = excluded.tutup,
                              diajukan_at = excluded.diajukan_at
            """)
        .bind("id", kept.id()).bind("hospital", kept.hospital()).bind("doctor", kept.doctor())
        .bind("sub", kept.sub()).bind("days", SqlArray.ints(kept.week().days()))
        .bind("opens", SqlArray.texts(kept.week().opens().stream().map(LocalTime::toString).toList()))
        .bind("closes", SqlArray.texts(kept.week().closes().stream().map(LocalTime::toString).toList()))
        .bind("asked", kept.change().asked().atOffset(ZoneOffset.UTC)).bind("day", day)
        .execute();
  }

  /** Whether a request of an earlier day waits to be put into force or aside; locks nothing. */
  public boolean due(Handle handle, LocalDate today) {
    return handle.createQuery("""
            select exists (select from antrean.perubahan_jadwal where not selesai and diajukan_pada < :today)
            """).bind("today", today).mapTo(boolean.class).one();
  }

  /** Requests of earlier days that are not settled, oldest first, locked. */
  public List<Kept> lockDue(Handle tx, LocalDate today) {
    return tx.createQuery("""
            select id, kode_ppk, kodedokter, kdsubspesialis, hari, buka::text[] as buka, tutup::text[] as tutup,
                   diajukan_at, putusan
              from antrean.perubahan_jadwal
             where not selesai and diajukan_pada < :today
             order by id
               for update
            """).bind("today", today).map((rs, _) -> kept(rs)).list();
  }

  /** The open request of a doctor asked for on a day, locked. */
  public Optional<Kept> lock(Handle tx, String hospital, int doctor, LocalDate day) {
    return tx.createQuery("""
            select id, kode_ppk, kodedokter, kdsubspesialis, hari, buka::text[] as buka, tutup::text[] as tutup,
                   diajukan_at, putusan
              from antrean.perubahan_jadwal
             where not selesai and kode_ppk = :hospital and kodedokter = :doctor and diajukan_pada = :day
             order by id
             limit 1
               for update
            """)
        .bind("hospital", hospital).bind("doctor", doctor).bind("day", day)
        .map((rs, _) -> kept(rs)).findOne();
  }

  /** Remembers the office's verdict. */
  public void decide(Handle tx, long id, Verdict verdict, Instant at) {
    tx.createUpdate("""
            update antrean.perubahan_jadwal
               set putusan = :verdict, diputus_at = :at
             where id = :id
            """).bind("id", id).bind("verdict", verdict.name()).bind("at", at.atOffset(ZoneOffset.UTC)).execute();
  }

  /** Nothing is left to do about a request. */
  public void settle(Handle tx, long id) {
    tx.createUpdate("update antrean.perubahan_jadwal set selesai = true where id = :id").bind("id", id).execute();
  }

  private static Kept kept(java.sql.ResultSet rs) throws java.sql.SQLException {
    return new Kept(rs.getLong("id"), rs.getString("kode_ppk"), rs.getInt("kodedokter"),
        rs.getString("kdsubspesialis"),
        new Week(Arrays.stream((Short[]) rs.getArray("hari").getArray()).map(Short::intValue).toList(),
            times(rs.getArray("buka")), times(rs.getArray("tutup"))),
        new ScheduleChange(rs.getObject("diajukan_at", OffsetDateTime.class).toInstant(),
            Verdict.valueOf(rs.getString("putusan"))));
  }

  private static List<LocalTime> times(java.sql.Array array) throws java.sql.SQLException {
    return Arrays.stream((String[]) array.getArray()).map(LocalTime::parse).toList();
  }
}
