package id.jejak.facility.pharmacy.http;

import id.jejak.facility.access.Practitioner;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.kernel.http.Request;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Knows who asks. The wing of staff and sessions is one; the demo world has a plain one of its own. Thread-safe. */
@FunctionalInterface
public interface Actors {
  /** The actor of a request; empty when it names none that is known. */
  Optional<Actor> of(Request request);

  /**
   * Some of the staff as the SATUSEHAT platform knows them, by {@link Actor#staff}; those who have no number there are
   * left out, and are told there by the id that they have here.
   */
  default Map<String, Practitioner> practitioners(Handle h, Collection<String> staff) {
    return Map.of();
  }
}
