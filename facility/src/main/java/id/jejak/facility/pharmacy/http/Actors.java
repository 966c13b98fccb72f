package id.jejak.facility.pharmacy.http;

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
   * Numbers on the SATUSEHAT platform of some of the staff, by {@link Actor#staff}; those who have none are left out, and are told
   * there by the id that they have here.
   */
  default Map<String, String> practitioners(Handle h, Collection<String> staff) {
    return Map.of();
  }
}
