package id.jejak.facility.access;

import java.util.List;
import java.util.Optional;

/** The facilities of this installation. Thread-safe; remembered for a few seconds. */
public interface Facilities {
  /** All, by id. */
  List<Facility> all();

  /** One of them. */
  default Optional<Facility> byId(String id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
