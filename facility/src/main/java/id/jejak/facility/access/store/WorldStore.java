package id.jejak.facility.access.store;

import org.jdbi.v3.core.Handle;

/** Throws everything away, for the demo world. Stateless, thread-safe. */
public final class WorldStore {
  /** Empties every table. */
  public void clear(Handle tx) {
    tx.execute("lock table access.audit_entry in access exclusive mode"); // whoever ties the audit together is waited for
    if (tx.createQuery("select exists (select from access.audit_entry)").mapTo(boolean.class).one()) {
      tx.execute("truncate access.audit_entry"); // which refuses to have lines taken out
    }
    // Of a few rows each: making a table's files anew takes longer than taking the rows out.
    tx.execute("""
        delete from access.audit_inbox; delete from access.audit_head; delete from access.audit_root;
        delete from access.invitation; delete from access.patient; delete from access.glass;
        delete from access.oidc_attempt; delete from access.session; delete from access.staff_role;
        delete from access.staff; delete from access.polyclinic; delete from access.facility
        """);
  }
}
