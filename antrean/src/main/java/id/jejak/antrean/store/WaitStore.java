package id.jejak.antrean.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Waiting and service times, drawn from the tasks when asked for. Stateless, thread-safe. */
public final class WaitStore {
  /**
   * A clinic's day.
   *
   * @param sums seconds of the six spans
   * @param counts bookings that have both ends of each span
   */
  public record Row(String clinic, String clinicName, LocalDate day, long bookings, List<Long> sums,
      List<Long> counts) {}

  private static final int SPANS = 6;

  /**
   * The days of a hospital's clinics, both ends included, by day and clinic.
   *
   * @param server whether times are those of arrival at BPJS; else those the hospital told
   */
  public List<Row> between(Handle handle, String hospital, LocalDate from, LocalDate to, boolean server, int most) {
    return handle.createQuery("""
            with told as (
              select a.kodebooking, a.tanggal, p.kdpoli, p.nmpoli,
                     max(case when t.taskid = 1 then case when :server then t.waktu else t.wakturs end end) as t1,
                     max(case when t.taskid = 2 then case when :server then t.waktu else t.wakturs end end) as t2,
                     max(case when t.taskid = 3 then case when :server then t.waktu else t.wakturs end end) as t3,
                     max(case when t.taskid = 4 then case when :server then t.waktu else t.wakturs end end) as t4,
                     max(case when t.taskid = 5 then case when :server then t.waktu else t.wakturs end end) as t5,
                     max(case when t.taskid = 6 then case when :server then t.waktu else t.wakturs end end) as t6,
                     max(case when t.taskid = 7 then case when :server then t.waktu else t.wakturs end end) as t7
                from antrean.antrean a
                join antrean.poli p on p.kdsubspesialis = a.kdsubspesialis
                left join antrean.task t on t.kode_ppk = a.kode_ppk and t.kodebooking = a.kodebooking
               where a.kode_ppk = :hospital and a.tanggal between :from and :to and a.dibatalkan_at is null
               group by a.kodebooking, a.tanggal, p.kdpoli, p.nmpoli
              having max(t.taskid) is distinct from 99
            )
            select kdpoli, nmpoli, tanggal, count(*) as jumlah,
                   coalesce(sum(extract(epoch from t2 - t1)), 0)::bigint as s1, count(t2 - t1) as n1,
                   coalesce(sum(extract(epoch from t3 - t2)), 0)::bigint as s2, count(t3 - t2) as n2,
                   coalesce(sum(extract(epoch from t4 - t3)), 0)::bigint as s3, count(t4 - t3) as n3,
                   coalesce(sum(extract(epoch from t5 - t4)), 0)::bigint as s4, count(t5 - t4) as n4,
                   coalesce(sum(extract(epoch from t6 - t5)), 0)::bigint as s5, count(t6 - t5) as n5,
                   coalesce(sum(extract(epoch from t7 - t6)), 0)::bigint as s6, count(t7 - t6) as n6
              from told
             group by kdpoli, nmpoli, tanggal
             order by tanggal, kdpoli, nmpoli
             limit :most
            """)
        .bind("hospital", hospital).bind("from", from).bind("to", to).bind("server", server).bind("most", most)
        .map((rs, _) -> {
          var sums = new ArrayList<Long>();
          var counts = new ArrayList<Long>();
          for (int span = 1; span <= SPANS; span++) {
            sums.add(rs.getLong("s" + span));
            counts.add(rs.getLong("n" + span));
          }
          return new Row(rs.getString("kdpoli"), rs.getString("nmpoli"), rs.getObject("tanggal", LocalDate.class),
              rs.getLong("jumlah"), sums, counts);
        }).list();
  }
}
