package id.jejak.facility.pharmacy.http;

import id.jejak.facility.access.Purpose;
import id.jejak.facility.pharmacy.domain.Actor;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Knows patients' names, and writes down who asked for them. The pharmacy itself knows patients by SATUSEHAT's number
 * alone. Thread-safe.
 */
@FunctionalInterface
public interface Patients {
  /** Nobody's name is known: labels and lists show the number in its place. */
  Patients NOBODY = (_, _, _, _) -> Map.of();

  /**
   * Names by number, of those that are known.
   *
   * @param purpose what they are needed for; a list and no free words, since it is kept with every look
   */
  Map<String, String> names(Handle tx, Actor actor, Collection<String> patients, Purpose purpose);
}
