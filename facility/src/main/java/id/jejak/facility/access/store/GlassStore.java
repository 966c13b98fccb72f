package id.jejak.facility.access.store;

import id.jejak.facility.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Roles that were taken for a while, with the reason, which is sealed. Thread-safe. */
public final class GlassStore {
  /** A role taken. */
  public record Broken(long id, long staff, Role role, String reason, Instant at, Instant end) {
    @Override
    public String toString() {
      return "Broken[" + id + "]";
    }
  }

  private final Keyring ring;

  /** Reasons are sealed with a keyring. */
  public GlassStore(Keyring ring) {
    this.ring = ring;
  }

  /** Notes that a role was taken. */
  public void take(Handle tx, String facility, Broken broken) {
    tx.createUpdate("""
            insert into access.glass (facility, id, staff, role, reason, taken_at, ends_at)
            values (:facility, :id, :staff, :role, :reason, :at, :end)
            """).bind("facility", facility).bind("id", broken.id()).bind("staff", broken.staff())
        .bind("role", broken.role().word())
        .bind("reason", ring.seal(broken.reason().getBytes(StandardCharsets.UTF_8), place(facility, broken.id()))
            .bytes())
        .bind("at", broken.at()).bind("end", broken.end()).execute();
  }

  /** What was taken at a facility, the latest first. */
  public List<Broken> of(Handle handle, String facility, int most) {
    return handle.createQuery("""
            select id, staff, role, reason, taken_at, ends_at
              from access.glass
             where facility = :facility
             order by id desc
             limit :most
            """).bind("facility", facility).bind("most", most)
        .map((row, _) -> new Broken(row.getLong("id"), row.getLong("staff"),
            Role.of(row.getString("role")).orElseThrow(),
            new String(ring.open(row.getBytes("reason"), place(facility, row.getLong("id"))), StandardCharsets.UTF_8),
            row.getObject("taken_at", OffsetDateTime.class).toInstant(),
            row.getObject("ends_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Seals every reason anew under the primary key; there are few. */
  public void reseal(Handle tx) {
    record Row(String facility, long id, byte[] reason) {}
    var rows = tx.createQuery("select facility, id, reason from access.glass order by facility, id for update")
        .map((row, _) -> new Row(row.getString("facility"), row.getLong("id"), row.getBytes("reason"))).list();
    rows.forEach(row -> tx.createUpdate(
            "update access.glass set reason = :reason where facility = :facility and id = :id")
        .bind("reason", ring.seal(ring.open(row.reason(), place(row.facility(), row.id())),
            place(row.facility(), row.id())).bytes())
        .bind("facility", row.facility()).bind("id", row.id()).execute());
  }

  private static String place(String facility, long id) {
    return "glass " + facility + " " + id;
  }
}
