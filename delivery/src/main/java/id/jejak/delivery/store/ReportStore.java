package id.jejak.delivery.store;

import id.jejak.delivery.domain.Difference;
import id.jejak.kernel.db.SqlArray;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reports of reconciliation: one for each remote and day, the newest in place of an older one. Stateless, thread-safe.
 */
public final class ReportStore {
  /** What is kept of the remote's side when it could not say. */
  public static final int SILENT = -1;

  /** A report without its differences; {@code there} is {@link #SILENT} when the remote could not say. */
  public record Report(String remote, LocalDate day, Instant at, int here, int there, int differences) {}

  /** A difference, and how the newest delivery about it stands; empty when nothing was ever posted. */
  public record Line(Difference difference, String delivery) {}

  /** How many things of a report are a facility's. */
  public record Share(String facility, int here, int there) {}

  /** Writes a report in place of an older one of the same remote and day. */
  public void write(Handle tx, Report report, List<Share> shares, List<Line> lines) {
    tx.createUpdate("""
            insert into delivery.reconciliation (remote, day, at, here, there)
            values (:remote, :day, :at, :here, :there)
                on conflict (remote, day) do update
               set at = excluded.at, here = excluded.here, there = excluded.there
            """)
        .bind("remote", report.remote()).bind("day", report.day()).bind("at", report.at().atOffset(ZoneOffset.UTC))
        .bind("here", report.here()).bind("there", report.there()).execute();
    tx.createUpdate("""
            delete from delivery.difference
             where remote = :remote and day = :day
            """).bind("remote", report.remote()).bind("day", report.day()).execute();
    share(tx, report, shares);
    if (lines.isEmpty()) {
      return;
    }
    var batch = tx.prepareBatch("""
        insert into delivery.difference (remote, day, number, facility, key, kind, what, here, there, delivery)
        values (:remote, :day, :number, :facility, :key, :kind, :what, :here, :there, :delivery)
        """);
    int number = 0;
    for (var line : lines) {
      var one = line.difference();
      batch.bind("remote", report.remote()).bind("day", report.day()).bind("number", ++number)
          .bind("facility", one.facility()).bind("key", one.key()).bind("kind", one.kind())
          .bind("what", one.what().name()).bind("here", one.here()).bind("there", one.there())
          .bind("delivery", line.delivery()).add();
    }
    batch.execute();
  }

  private static void share(Handle tx, Report report, List<Share> shares) {
    tx.createUpdate("""
            delete from delivery.reconciled
             where remote = :remote and day = :day
            """).bind("remote", report.remote()).bind("day", report.day()).execute();
    for (var one : shares) { // a facility or a few
      tx.createUpdate("""
              insert into delivery.reconciled (remote, day, facility, here, there)
              values (:remote, :day, :facility, :here, :there)
              """)
          .bind("remote", report.remote()).bind("day", report.day()).bind("facility", one.facility())
          .bind("here", one.here()).bind("there", one.there()).execute();
    }
  }

  /** The report of a remote and day, in the figures of these facilities, or of all when none is named. */
  public Optional<Report> report(Handle tx, String remote, LocalDate day, List<String> facilities) {
    return tx.createQuery("""
            select r.remote, r.day, r.at,
                   case when :all then r.here else coalesce(s.here, 0) end as here,
                   case when :all or r.there = :silent then r.there else coalesce(s.there, 0) end as there,
                   (select count(*)
                      from delivery.difference d
                     where d.remote = r.remote and d.day = r.day and (:all or d.facility = any(:facilities))) as differ
              from delivery.reconciliation r
             cross join lateral (select sum(one.here)::integer as here, sum(one.there)::integer as there
                                   from delivery.reconciled one
                                  where one.remote = r.remote and one.day = r.day
                                    and one.facility = any(:facilities)) s
             where r.remote = :remote and r.day = :day
            """)
        .bind("remote", remote).bind("day", day).bind("all", facilities.isEmpty()).bind("silent", SILENT)
        .bind("facilities", SqlArray.texts(facilities)).map((row, _) -> report(row)).findOne();
  }

  private static Report report(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Report(row.getString("remote"), row.getObject("day", LocalDate.class),
        row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("here"), row.getInt("there"),
        row.getInt("differ"));
  }

  /** The differences of a report, in order; of these facilities, or of all when none is named. */
  public List<Line> lines(Handle tx, String remote, LocalDate day, List<String> facilities, int after, int most) {
    return tx.createQuery("""
            select facility, key, kind, what, here, there, delivery
              from delivery.difference
             where remote = :remote and day = :day
               and (:facilities = '{}'::text[] or facility = any(:facilities))
             order by number
            offset :after
             limit :most
            """)
        .bind("remote", remote).bind("day", day).bind("facilities", SqlArray.texts(facilities)).bind("after", after)
        .bind("most", most)
        .map((row, _) -> new Line(new Difference(Difference.What.valueOf(row.getString("what")),
            row.getString("facility"), row.getString("key"), row.getString("kind"), row.getString("here"),
            row.getString("there")), row.getString("delivery")))
        .list();
  }
}
