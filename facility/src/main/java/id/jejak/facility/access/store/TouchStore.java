package id.jejak.facility.access.store;

import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Identifier;
import id.jejak.facility.access.Why;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.ids.Ids;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Notes touches of patients that are known by identifiers alone: whose they are is found, and written down, in one statement,
 * since it stands in every dispense. Thread-safe.
 */
final class TouchStore {
  /** A line has as many rows here as there are keys under which its patient may be found. */
  private static final Sql NOTE = Sql.of("""
      insert into access.audit_inbox (facility, id, at, staff, glass, operation, deed, patient, purpose)
      select :facility, w.line, :at, :staff, :glass, :operation, :deed, coalesce(max(p.id), 0), :purpose
        from unnest(:lines::bigint[], :kinds::text[], :hashes::text[]) as w (line, kind, hash)
        left join lateral (select id
                             from access.patient
                            where w.kind = 'nik' and nik = decode(w.hash, 'hex') and facility = :facility
                           union all
                           select id
                             from access.patient
                            where w.kind = 'card' and card = decode(w.hash, 'hex') and facility = :facility
                           union all
                           select id
                             from access.patient
                            where w.kind = 'ihs' and ihs = decode(w.hash, 'hex') and facility = :facility) p
          on true
       group by w.line
      returning patient
      """);
  private static final Sql TAKE_BACK = Sql.of("""
      delete from access.audit_inbox
       where facility = :facility
         and id = any(:lines)
      """);

  private final IndexRing index;
  private final Ids ids;
  private final InstantSource clock;

  TouchStore(IndexRing index, Ids ids, InstantSource clock) {
    this.index = index;
    this.ids = ids;
    this.clock = clock;
  }

  /** One line for each identifier. */
  void note(Handle tx, Why why, Audit.Deed deed, Collection<? extends Identifier> identifiers) {
    noteEach(tx, why, deed, identifiers.stream().map(Set::of).toList());
  }

  /** One line for each person, found by any of the identifiers. */
  void noteEach(Handle tx, Why why, Audit.Deed deed, Collection<? extends Set<? extends Identifier>> people) {
    var touched = List.<Set<? extends Identifier>>copyOf(new LinkedHashSet<>(people));
    if (touched.isEmpty()) {
      return;
    }
    var lines = touched.stream().map(_ -> ids.next()).toList();
    // Where somebody is not known, another node may have rotated; lines that nobody else has seen yet are written anew.
    if (note(tx, why, deed, touched, lines).contains(Audit.NO_PATIENT) && index.lookWhenDue()) {
      TAKE_BACK.in(tx).text("facility", why.actor().facility()).longs("lines", lines).update();
      note(tx, why, deed, touched, lines);
    }
  }

  private List<Long> note(Handle tx, Why why, Audit.Deed deed, List<Set<? extends Identifier>> touched,
      List<Long> lines) {
    var rows = new ArrayList<Long>();
    var kinds = new ArrayList<String>();
    var hashes = new ArrayList<String>();
    for (int i = 0; i < touched.size(); i++) {
      for (var identifier : touched.get(i)) {
        for (var hash : index.all(identifier)) {
          rows.add(lines.get(i));
          kinds.add(PatientStore.kind(identifier));
          hashes.add(HexFormat.of().formatHex(hash));
        }
      }
    }
    var actor = why.actor();
    return NOTE.in(tx).text("facility", actor.facility()).instant("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
        .bigint("staff", actor.staff()).flag("glass", actor.glass()).text("operation", why.operation())
        .text("deed", deed.name()).text("purpose", why.purpose().word()).longs("lines", rows).texts("kinds", kinds)
        .texts("hashes", hashes).list(row -> row.getLong("patient"));
  }
}
