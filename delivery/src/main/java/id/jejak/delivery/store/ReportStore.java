package id.jejak.delivery.store;

import id.jejak.delivery.domain.Difference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

  /** Writes a report in place of an older one of the same remote and day. */
  public void write(Handle tx, Report report, List<Line> lines) {
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

  /** The report of a remote and day. */
  public Optional<Report> report(Handle tx, String remote, LocalDate day) {
    return tx.createQuery("""
            select remote, day, at, here, there,
                   (select count(*) from delivery.difference d where d.remote = r.remote and d.day = r.day) as differ
              from delivery.reconciliation r
             where remote = :remote and day = :day
            """)
        .bind("remote", remote).bind("day", day).map((row, _) -> report(row)).findOne();
  }

  /** The reports of a day, by remote. */
  public List<Report> reports(Handle tx, LocalDate day, List<String> remotes) {
    var found = new ArrayList<Report>();
    remotes.forEach(remote -> report(tx, remote, day).ifPresent(found::add));
    return found;
  }

  private static Report report(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Report(row.getString("remote"), row.getObject("day", LocalDate.class),
        row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("here"), row.getInt("there"),
        row.getInt("differ"));
  }

  /** The differences of a report, in order. */
  public List<Line> lines(Handle tx, String remote, LocalDate day, int after, int most) {
    return tx.createQuery("""
            select facility, key, kind, what, here, there, delivery
              from delivery.difference
             where remote = :remote and day = :day and number > :after
             order by number
             limit :most
            """)
        .bind("remote", remote).bind("day", day).bind("after", after).bind("most", most)
        .map((row, _) -> new Line(new Difference(Difference.What.valueOf(row.getString("what")),
            row.getString("facility"), row.getString("key"), row.getString("kind"), row.getString("here"),
            row.getString("there")), row.getString("delivery")))
        .list();
  }
}
