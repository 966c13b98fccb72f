package id.jejak.facility.access.store;

import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Why;
import id.jejak.facility.access.domain.AuditEntry;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Notes lines of the audit and finds them again; {@link AuditChain} ties them together. Thread-safe. */
public final class AuditStore implements Audit {
  private static final Sql NOTE = Sql.of("""
      insert into access.audit_inbox (facility, id, at, staff, glass, operation, deed, patient, purpose)
      values (:facility, :id, :at, :staff, :glass, :operation, :deed, :patient, :purpose)
      """);
  private static final Sql NOTE_ALL = Sql.of("""
      insert into access.audit_inbox (facility, id, at, staff, glass, operation, deed, patient, purpose)
      select :facility, id, :at, :staff, :glass, :operation, :deed, patient, :purpose
        from unnest(:ids, :patients) as line (id, patient)
      """);
  private static final Sql OF_PATIENT = Sql.of("""
      select facility, seq, id, at, staff, glass, operation, deed, patient, purpose
        from access.audit_entry
       where facility = :facility
         and patient = :patient
         and patient <> 0
         and at >= :from
         and at < :until
       order by at desc, seq desc
       limit :most
      """);

  /** A line in its place. */
  public record Line(long seq, AuditEntry entry) {}

  private final Ids ids;
  private final InstantSource clock;

  /** An audit that takes the time from a clock. */
  public AuditStore(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void note(Handle tx, Why why, Deed deed, long patient) {
    var actor = why.actor();
    NOTE.in(tx).text("facility", actor.facility()).bigint("id", ids.next())
        .instant("at", clock.instant().truncatedTo(ChronoUnit.MICROS)).bigint("staff", actor.staff())
        .flag("glass", actor.glass()).text("operation", why.operation()).text("deed", deed.name())
        .bigint("patient", patient).text("purpose", why.purpose().word()).update();
  }

  /** Notes the same deed for many patients, in one statement. */
  void noteAll(Handle tx, Why why, Deed deed, List<Long> patients) {
    if (!patients.isEmpty()) {
      var actor = why.actor();
      NOTE_ALL.in(tx).text("facility", actor.facility()).instant("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
          .bigint("staff", actor.staff()).flag("glass", actor.glass()).text("operation", why.operation())
          .text("deed", deed.name()).text("purpose", why.purpose().word())
          .longs("ids", patients.stream().map(_ -> ids.next()).toList()).longs("patients", patients).update();
    }
  }

  /** Who touched a patient's data between two instants, the latest first. */
  public List<Line> ofPatient(Handle handle, String facility, long patient, Instant from, Instant until, int most) {
    return OF_PATIENT.in(handle).text("facility", facility).bigint("patient", patient).instant("from", from)
        .instant("until", until).integer("most", most).list(AuditStore::line);
  }

  /** Lines of a facility, the latest first, from before a place. */
  public List<Line> before(Handle handle, String facility, long seq, int most) {
    return handle.createQuery("""
            select facility, seq, id, at, staff, glass, operation, deed, patient, purpose
              from access.audit_entry
             where facility = :facility
               and seq < :seq
             order by seq desc
             limit :most
            """)
        .bind("facility", facility).bind("seq", seq).bind("most", most).map((row, _) -> line(row)).list();
  }

  /** Lines of one member of staff before an instant, the latest first. */
  public List<Line> ofStaff(Handle handle, String facility, long staff, Instant from, Instant until, int most) {
    return handle.createQuery("""
            select facility, seq, id, at, staff, glass, operation, deed, patient, purpose
              from access.audit_entry
             where facility = :facility
               and staff = :staff
               and at >= :from
               and at < :until
             order by at desc, seq desc
             limit :most
            """)
        .bind("facility", facility).bind("staff", staff).bind("from", from).bind("until", until).bind("most", most)
        .map((row, _) -> line(row)).list();
  }

  static Line line(ResultSet row) throws SQLException {
    return new Line(row.getLong("seq"), entry(row));
  }

  static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(row.getString("facility"), row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(), row.getLong("staff"), row.getBoolean("glass"),
        row.getString("operation"), Deed.valueOf(row.getString("deed")), row.getLong("patient"),
        row.getString("purpose"));
  }
}
