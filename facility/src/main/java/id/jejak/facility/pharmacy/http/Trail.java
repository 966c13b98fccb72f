package id.jejak.facility.pharmacy.http;

import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.pharmacy.contract.Touch;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Role;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.http.Operation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What one request leaves in the audit: whose data it touched. It is handed to whatever touches patients, and the gate answers
 * for nobody who did not use it. For one request.
 */
final class Trail {
  private static final Set<Role> DISPENSING = Set.of(Role.PHARMACIST, Role.ASSISTANT);

  private final Patients patients;
  private final Patients.Look look;
  private final Deed deed;
  private final Set<String> touched = new LinkedHashSet<>();
  private boolean used;

  Trail(Patients patients, Actor actor, Operation operation, Touch touch) {
    boolean treats = touch.purpose() == Purpose.DISPENSING && !actor.isAny(DISPENSING);
    this.patients = patients;
    this.look = new Patients.Look(actor, operation.id(), treats ? Purpose.TREATMENT : touch.purpose());
    this.deed = touch.deed();
  }

  /** Data of these patients are touched in a transaction: a line for each, in one statement. */
  void touches(Handle tx, Collection<String> some) {
    uses(some);
    Sql.update(patients.touching(tx, look, deed, some));
  }

  /** Data of one patient are touched in a transaction: lines that its last statements are to write. */
  List<Sql.Call> touching(Handle tx, String one) {
    uses(List.of(one));
    return patients.touching(tx, look, deed, List.of(one));
  }

  /** Data of one patient are. */
  void touches(Handle tx, String one) {
    touches(tx, List.of(one));
  }

  /** Nobody's are, this time. */
  void touchesNobody() {
    used = true;
  }

  /** Names by number, of those that are known; that is a touch of each. */
  Map<String, String> names(Handle tx, Collection<String> some) {
    uses(some);
    return patients.names(tx, look, some);
  }

  private void uses(Collection<String> some) {
    used = true;
    touched.addAll(some); // a transaction that runs again touches the same ones
  }

  /** Stops what would answer without having said whose data it touched: a mistake of this program. */
  void mustBeUsed() {
    if (!used) {
      throw new IllegalStateException(look.operation() + " touches patients and did not say whose data");
    }
  }

  /** What was refused is rolled back, and its lines with it; but the refusal tells what was seen. */
  void refused(Db db) {
    note(db, Deed.READ, touched);
  }

  /** Asked for by somebody who may not. */
  void denied(Db db) {
    note(db, Deed.DENIED, Set.of(""));
  }

  private void note(Db db, Deed what, Set<String> whom) {
    if (!whom.isEmpty()) {
      db.transaction(tx -> {
        Sql.update(patients.touching(tx, look, what, whom));
        return whom.size();
      });
    }
  }
}
