package id.jejak.facility.access.store;

import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Identifier;
import id.jejak.facility.access.Why;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.ids.Ids;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Notes touches of patients that are known by identifiers alone: whose they are is found, and written down, in one statement,
 * since it stands in every dispense. Thread-safe.
 */
final class TouchStore {
  private static final Sql NOTE = Sql.of("""
      insert into access.audit_inbox (facility, id, at, staff, glass, operation, deed, patient, purpose)
      select :facility, w.line, :at, :staff, :glass, :operation, :deed, coalesce(max(p.id), 0), :purpose
        from unnest(:lines::bigint[], :kinds::text[], :hashes) as w (line, kind, hash)
        left join lateral FOUND p on true
       group by w.line
      """.replace("FOUND", Sought.FOUND));
  private final IndexRing index;
  private final Ids ids;
  private final InstantSource clock;

  TouchStore(IndexRing index, Ids ids, InstantSource clock) {
    this.index = index;
    this.ids = ids;
    this.clock = clock;
  }

  /** A statement for one line for each person, found by any of the identifiers; empty for nobody. */
  Optional<Sql.Call> noting(Handle tx, Why why, Audit.Deed deed, Collection<? extends Set<? extends Identifier>> people) {
    var touched = List.<Set<? extends Identifier>>copyOf(new LinkedHashSet<>(people));
    return touched.isEmpty() ? Optional.empty() : Optional.of(noting(tx, why, deed, touched));
  }

  private Sql.Call noting(Handle tx, Why why, Audit.Deed deed, List<Set<? extends Identifier>> touched) {
    var lines = touched.stream().map(_ -> ids.next()).toList();
    var sought = Sought.of(index, touched);
    var actor = why.actor();
    return NOTE.in(tx).text("facility", actor.facility()).instant("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
        .bigint("staff", actor.staff()).flag("glass", actor.glass()).text("operation", why.operation())
        .text("deed", deed.name()).text("purpose", why.purpose().word())
        .longs("lines", sought.places().stream().map(lines::get).toList()).texts("kinds", sought.kinds())
        .bytes("hashes", sought.hashes());
  }
}
