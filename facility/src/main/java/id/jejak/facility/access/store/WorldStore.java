package id.jejak.facility.access.store;

import org.jdbi.v3.core.Handle;

/** Throws everything away, for the demo world. Stateless, thread-safe. */
public final class WorldStore {
  /** Empties every table. */
  public void clear(Handle tx) {
    tx.execute("""
        truncate access.facility, access.staff, access.staff_role, access.session, access.glass, access.patient,
                 access.invitation, access.audit_inbox, access.audit_entry, access.audit_head, access.audit_root,
                 access.oidc_attempt
        """);
  }
}
