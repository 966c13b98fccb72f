package id.jejak.kfa.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Loads that come in pieces: how far each has come, so that one that was cut off goes on there. Stateless. */
public final class ImportRuns {
  /**
   * A run.
   *
   * @param source what it reads, such as an address with its filter
   * @param place how far it has come, in the words of whoever runs it; null at the beginning
   */
  public record Run(long id, String source, @Nullable String place, Instant startedAt) {}

  /** Begins a run. */
  public void begin(Handle tx, long id, String source, Instant at) {
    tx.createUpdate("""
            insert into kfa.import_run (id, source, state, started_at)
            values (:id, :source, 'running', :at)
            """)
        .bind("id", id).bind("source", source).bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The newest run of a source that has not ended. */
  public Optional<Run> unfinished(Handle handle, String source) {
    return handle.createQuery("""
            select id, source, place, started_at
              from kfa.import_run
             where source = :source and state = 'running'
             order by started_at desc, id desc
             limit 1
            """)
        .bind("source", source)
        .map((rs, _) -> new Run(rs.getLong("id"), rs.getString("source"), rs.getString("place"),
            rs.getObject("started_at", java.time.OffsetDateTime.class).toInstant()))
        .findOne();
  }

  /** Notes how far a run has come; in the transaction of the rows that it speaks of. */
  public void reached(Handle tx, long id, String place) {
    tx.createUpdate("update kfa.import_run set place = :place where id = :id")
        .bind("id", id).bind("place", place)
        .execute();
  }

  /** Ends a run, with a report as JSON. */
  public void end(Handle tx, long id, Instant at, String report) {
    tx.createUpdate("""
            update kfa.import_run
               set state = 'finished', finished_at = :at, report = :report::json
             where id = :id
            """)
        .bind("id", id).bind("at", at.atOffset(ZoneOffset.UTC)).bind("report", report)
        .execute();
  }
}
