package id.jejak.facility.pharmacy.http;

import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.kernel.db.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Knows patients' names, and writes down who touched their data. The pharmacy itself knows patients by SATUSEHAT's number
 * alone. Thread-safe.
 */
public interface Patients {
  /** Nobody's name is known, and nothing written down: labels and lists show the number in the name's place. */
  Patients NOBODY = new Patients() {
    @Override
    public Map<String, String> names(Handle tx, Look look, Collection<String> patients) {
      return Map.of();
    }

    @Override
    public List<Sql.Call> touching(Handle tx, Look look, Deed deed, Collection<String> patients) {
      return List.of(); // there is no audit
    }
  };

  /**
   * Who does something with data of patients.
   *
   * @param operation its id
   * @param purpose what they are needed for; a list and no free words, since it is kept with every look
   */
  record Look(Actor actor, String operation, Purpose purpose) {}

  /** Names by number, of those that are known; each look is written down. */
  Map<String, String> names(Handle tx, Look look, Collection<String> patients);

  /**
   * What writes down that data of patients were touched, each by its number. The caller runs it in the transaction in which they
   * are, together with its other last statements: one statement, since it stands in every dispense; none for nobody.
   */
  List<Sql.Call> touching(Handle tx, Look look, Deed deed, Collection<String> patients);
}
