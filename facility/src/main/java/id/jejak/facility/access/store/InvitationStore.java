package id.jejak.facility.access.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Codes with which a patient may see who looked at their data. Kept hashed. Stateless, thread-safe. */
public final class InvitationStore {
  /** Whom a code is of. */
  public record Invited(String facility, long patient) {}

  /** Keeps a code. */
  public void add(Handle tx, byte[] code, Invited invited, Instant end) {
    tx.createUpdate("""
            insert into access.invitation (code, facility, patient, ends_at)
            values (:code, :facility, :patient, :end)
            """).bind("code", code).bind("facility", invited.facility()).bind("patient", invited.patient())
        .bind("end", end).execute();
  }

  /** Whom a code is of, while it is good. */
  public Optional<Invited> byCode(Handle handle, byte[] code, Instant now) {
    return handle.createQuery("""
            select facility, patient
              from access.invitation
             where code = :code
               and ends_at > :now
            """).bind("code", code).bind("now", now)
        .map((row, _) -> new Invited(row.getString("facility"), row.getLong("patient"))).findOne();
  }
}
