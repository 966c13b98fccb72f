package id.jejak.satusehat.store;

import id.jejak.kernel.db.SqlArray;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Patients who do not want other organizations to see or write about them. Stateless, thread-safe. */
public final class ConsentStore {
  /** Notes what a patient wants from now on. */
  public void set(Handle tx, String patient, boolean agrees) {
    tx.createUpdate(agrees
            ? "delete from satusehat.optout where patient = :patient"
            : "insert into satusehat.optout (patient) values (:patient) on conflict do nothing")
        .bind("patient", patient).execute();
  }

  /** True when one of these patients does not agree. */
  public boolean refused(Handle tx, Collection<String> patients) {
    return tx.createQuery("select exists (select from satusehat.optout where patient = any(:patients))")
        .bind("patients", SqlArray.texts(patients)).mapTo(boolean.class).one();
  }

  /** True when any patient does not agree: seldom, and then there is nothing more to ask. */
  public boolean anyRefused(Handle tx) {
    return tx.createQuery("select exists (select from satusehat.optout)").mapTo(boolean.class).one();
  }
}
