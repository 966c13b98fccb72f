package id.jejak.app.conformance;

import id.jejak.kernel.config.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is judged, the oldest first.
 *
 * @param recorded whether it comes from a file: then its times are those of whoever recorded it
 * @param secrets the key of a consumer, by which a signature can be computed again; empty when nobody knows it
 */
public record Traffic(List<Exchange> all, boolean recorded, Function<String, Optional<Secret>> secrets) {
  /** Copies the list. */
  public Traffic {
    all = List.copyOf(all);
  }

  /** The exchanges of a system. */
  public List<Exchange> of(String system) {
    return where(one -> one.system().equals(system));
  }

  /** The exchanges of operations whose id begins so. */
  public List<Exchange> operations(String id) {
    return where(one -> one.id().startsWith(id));
  }

  /** Some of the exchanges. */
  public List<Exchange> where(Predicate<Exchange> which) {
    return all.stream().filter(which).toList();
  }

  /** Whether it is known when each was. */
  public boolean timed() {
    return all.stream().allMatch(Exchange::timed);
  }
}
