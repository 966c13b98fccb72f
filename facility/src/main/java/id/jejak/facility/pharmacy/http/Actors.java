package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.kernel.http.Request;
import java.util.Optional;

/** Knows who asks. The wing of staff and sessions is one; the demo world has a plain one of its own. Thread-safe. */
@FunctionalInterface
public interface Actors {
  /** The actor of a request; empty when it names none that is known. */
  Optional<Actor> of(Request request);
}
