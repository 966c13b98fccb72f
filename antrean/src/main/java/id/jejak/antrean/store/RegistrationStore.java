package id.jejak.antrean.store;

import id.jejak.antrean.domain.Chain;
import id.jejak.antrean.domain.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Bookings looked at, not worked on. Stateless, thread-safe. */
public final class RegistrationStore {
  /**
   * A booking in a list.
   *
   * @param estimate milliseconds since 1970
   */
  public record Row(String code, LocalDate day, String sub, int doctor, String hours, String nik, String card,
      String phone, String record, int kind, String reference, String source, boolean member, String number,
      long estimate, Instant createdAt, Chain.Progress progress) {}

  private static final String ROW = """
            select a.kodebooking, a.tanggal, a.kdsubspesialis, a.kodedokter, a.jampraktek, a.nik, a.nomorkartu, a.nohp,
                   a.norm, a.jeniskunjungan, a.nomorreferensi, a.sumberdata, a.jkn, a.nomorantrean, a.estimasi,
                   a.created_at, a.pasienbaru, a.dibatalkan_at is not null as batal,
                   coalesce((select array_agg(t.taskid order by t.taskid)
                               from antrean.task t
                              where t.kode_ppk = a.kode_ppk and t.kodebooking = a.kodebooking), '{}') as tasks
              from antrean.antrean a
      """;
  private static final String OPEN = """
               and a.dibatalkan_at is null
               and not exists (select
                                 from antrean.task t
                                where t.kode_ppk = a.kode_ppk and t.kodebooking = a.kodebooking
                                  and t.taskid in (4, 99))
      """;

  /** The bookings of a day, in the order in which they came. */
  public List<Row> on(Handle handle, String hospital, LocalDate day, int most) {
    return handle.createQuery(ROW + """
             where a.kode_ppk = :hospital and a.tanggal = :day
             order by a.created_at, a.kodebooking
             limit :most
            """)
        .bind("hospital", hospital).bind("day", day).bind("most", most).map((rs, _) -> row(rs)).list();
  }

  /** One booking. */
  public Optional<Row> as(Handle handle, String hospital, String code) {
    return handle.createQuery(ROW + """
             where a.kode_ppk = :hospital and a.kodebooking = :code
            """)
        .bind("hospital", hospital).bind("code", code).map((rs, _) -> row(rs)).findOne();
  }

  /** The bookings from a day on whose patient was not called. */
  public List<Row> open(Handle handle, String hospital, LocalDate from, int most) {
    return handle.createQuery(ROW + """
             where a.kode_ppk = :hospital and a.tanggal >= :from
            """ + OPEN + """
             order by a.tanggal, a.created_at, a.kodebooking
             limit :most
            """)
        .bind("hospital", hospital).bind("from", from).bind("most", most).map((rs, _) -> row(rs)).list();
  }

  /** The open bookings of one session, on weekdays 1 Monday to 7 Sunday, or holidays. */
  public List<Row> open(Handle handle, String hospital, LocalDate from, String sub, int doctor, String hours, int day,
      int most) {
    return handle.createQuery(ROW + """
             where a.kode_ppk = :hospital and a.tanggal >= :from and a.kdsubspesialis = :sub
               and a.kodedokter = :doctor and a.jampraktek = :hours
               and case when :day = 8 then a.tanggal in (select l.tanggal from antrean.libur l)
                        else extract(isodow from a.tanggal) = :day end
            """ + OPEN + """
             order by a.tanggal, a.created_at, a.kodebooking
             limit :most
            """)
        .bind("hospital", hospital).bind("from", from).bind("sub", sub).bind("doctor", doctor).bind("hours", hours)
        .bind("day", day).bind("most", most).map((rs, _) -> row(rs)).list();
  }

  private static Row row(java.sql.ResultSet rs) throws java.sql.SQLException {
    var told = new EnumMap<Task, Instant>(Task.class);
    Arrays.stream((Short[]) rs.getArray("tasks").getArray())
        .forEach(id -> told.put(Task.of(id).orElseThrow(), Instant.EPOCH));
    var day = rs.getObject("tanggal", LocalDate.class);
    return new Row(rs.getString("kodebooking"), day, rs.getString("kdsubspesialis"), rs.getInt("kodedokter"),
        rs.getString("jampraktek"), rs.getString("nik"), rs.getString("nomorkartu"), rs.getString("nohp"),
        rs.getString("norm"), rs.getInt("jeniskunjungan"), rs.getString("nomorreferensi"), rs.getString("sumberdata"),
        rs.getBoolean("jkn"), rs.getString("nomorantrean"), rs.getLong("estimasi"),
        rs.getObject("created_at", OffsetDateTime.class).toInstant(),
        new Chain(rs.getBoolean("pasienbaru"), day, rs.getBoolean("batal"), told).progress());
  }
}
