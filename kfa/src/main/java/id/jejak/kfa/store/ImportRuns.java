package id.jejak.kfa.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Loads that are remembered, so that the next one knows from when it must ask. Stateless, thread-safe. */
public final class ImportRuns {
  /** Sources that are told at the most. */
  private static final int MOST = 100;

  /**
   * A load that came in.
   *
   * @param source where its rows are from, such as an address
   * @param began when somebody began to gather them
   * @param report what became of them, as JSON
   */
  public record Run(String source, Instant began, Instant finished, String report) {}

  /** Remembers a load; in its own transaction. */
  public void keep(Handle tx, long id, Run run) {
    tx.createUpdate("""
            insert into kfa.import_run (id, source, state, started_at, finished_at, report)
            values (:id, :source, 'finished', :began, :finished, :report::json)
            """)
        .bind("id", id).bind("source", run.source()).bind("began", run.began().atOffset(ZoneOffset.UTC))
        .bind("finished", run.finished().atOffset(ZoneOffset.UTC)).bind("report", run.report())
        .execute();
  }

  /** The newest load of each source, the newest first. */
  public List<Run> newest(Handle handle, Optional<String> source) {
    return handle.createQuery("""
            select source, started_at, finished_at, report::text as report
              from (select distinct on (source) source, started_at, finished_at, report
                      from kfa.import_run
                     where finished_at is not null and (:source::text is null or source = :source)
                     order by source, started_at desc, id desc) newest
             order by finished_at desc, source
             limit :most
            """)
        .bind("source", source.orElse(null)).bind("most", MOST)
        .map((rs, _) -> new Run(rs.getString("source"),
            rs.getObject("started_at", OffsetDateTime.class).toInstant(),
            rs.getObject("finished_at", OffsetDateTime.class).toInstant(), rs.getString("report")))
        .list();
  }
}
