package id.jejak.facility.access;

import id.jejak.kernel.db.Sql;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The patients of a facility: that of the actor, never another one's. Each call leaves its trail in the audit, in the
 * caller's transaction. Whether the actor may is for the guard to say. Thread-safe.
 */
public interface Patients {
  /** The number of the patient with an identifier; looked for in the audit also when there is none. */
  Optional<Long> find(Handle tx, Why why, Identifier identifier);

  /** Who a patient is; empty when there is no such patient here, or they were erased. */
  Optional<Patient> read(Handle tx, Why why, long id);

  /**
   * Names of many patients by an identifier of each; those that are not known here are left out. One statement, and one for
   * all their entries in the audit, which has one for each that was looked for.
   */
  Map<Identifier, String> namesBy(Handle tx, Why why, Collection<? extends Identifier> identifiers);

  /**
   * Notes that data of patients were seen or written by whoever knows them by identifiers alone. One statement; one entry in the
   * audit for each identifier, of {@link Audit#NO_PATIENT} where it is not known here. None for no identifier.
   */
  void touched(Handle tx, Why why, Audit.Deed deed, Collection<? extends Identifier> identifiers);

  /** The same for whoever writes more in the same round trip: the statement, which the caller is to run; empty for nobody. */
  Optional<Sql.Call> touching(Handle tx, Why why, Audit.Deed deed, Collection<? extends Identifier> identifiers);

  /** The same of patients who are known by several identifiers each: one entry for each patient, whom any of them finds. */
  void touchedEach(Handle tx, Why why, Audit.Deed deed, Collection<? extends Set<? extends Identifier>> people);

  /** The same for whoever writes more in the same round trip. */
  Optional<Sql.Call> touchingEach(Handle tx, Why why, Audit.Deed deed, Collection<? extends Set<? extends Identifier>> people);

  /** Names of some patients; those that are not here are left out. One entry in the audit for each. */
  Map<Long, String> names(Handle tx, Why why, Collection<Long> ids);

  /**
   * Adds a patient.
   *
   * @return the number
   * @throws Taken when an identifier is that of another patient here
   */
  long add(Handle tx, Why why, Person person);

  /**
   * Writes anew who a patient is.
   *
   * @return false when there is no such patient here
   * @throws Taken when an identifier is that of another patient here
   */
  boolean change(Handle tx, Why why, long id, Person person);

  /**
   * Forgets who a patient was: the key under which it was written is destroyed. The number stays, with nothing behind it.
   *
   * @return false when there is no such patient here
   */
  boolean erase(Handle tx, Why why, long id);

  /** An identifier belongs to another patient of this facility. Says which kind, never the value. */
  final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String kind;

    /** Names the kind of identifier: {@code nik}, {@code card}, {@code ihs}. */
    public Taken(String kind) {
      super(kind + " belongs to another patient of this facility", null, false, false);
      this.kind = kind;
    }

    /** The kind of identifier. */
    public String kind() {
      return kind;
    }
  }
}
