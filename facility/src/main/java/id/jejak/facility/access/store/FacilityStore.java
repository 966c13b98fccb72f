package id.jejak.facility.access.store;

import id.jejak.facility.access.Facilities;
import id.jejak.facility.access.Facility;
import id.jejak.kernel.db.Db;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The facilities of this installation, remembered for a few seconds: they hardly ever change. Thread-safe. */
public final class FacilityStore implements Facilities {
  private static final Duration KEPT = Duration.ofSeconds(5);

  private record Seen(List<Facility> all, long atNanos) {}

  private final Db db;
  private volatile Seen seen = new Seen(List.of(), System.nanoTime() - KEPT.toNanos());

  /** Facilities in a database. */
  public FacilityStore(Db db) {
    this.db = db;
  }

  @Override
  public List<Facility> all() {
    var now = seen;
    if (System.nanoTime() - now.atNanos < KEPT.toNanos()) {
      return now.all;
    }
    var fresh = db.read(FacilityStore::read);
    seen = new Seen(fresh, System.nanoTime());
    return fresh;
  }

  /** Looks anew the next time. */
  public void forget() {
    seen = new Seen(List.of(), System.nanoTime() - KEPT.toNanos());
  }

  /** Adds a facility. */
  public void add(Handle tx, Facility facility) {
    tx.createUpdate("""
            insert into access.facility (id, name, kind, sarana, organization, ppk, zone)
            values (:id, :name, :kind, :sarana, :organization, :ppk, :zone)
            """).bind("id", facility.id()).bind("name", facility.name()).bind("kind", facility.kind().name())
        .bind("sarana", facility.sarana().orElse(null)).bind("organization", facility.organization().orElse(null))
        .bind("ppk", facility.ppk().orElse(null)).bind("zone", facility.zone().name()).execute();
  }

  /** Whether there is none. */
  public boolean empty(Handle handle) {
    return read(handle).isEmpty();
  }

  private static List<Facility> read(Handle handle) {
    return handle.createQuery("""
            select id, name, kind, sarana, organization, ppk, zone
              from access.facility
             order by id
            """)
        .map((row, _) -> new Facility(row.getString("id"), row.getString("name"),
            Facility.Kind.valueOf(row.getString("kind")), Optional.ofNullable(row.getObject("sarana", Integer.class)),
            Optional.ofNullable(row.getString("organization")), Optional.ofNullable(row.getString("ppk")),
            Facility.Zone.valueOf(row.getString("zone"))))
        .list();
  }
}
