package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import java.util.List;

/**
 * Operations of a system that are served below the same addresses.
 *
 * @param bases path prefixes without a trailing slash, all equal; the first one is shown in examples
 * @param operations in the order of the document
 */
public record Section(List<String> bases, List<Operation> operations) {
  /** Refuses a section that could not be reached. */
  public Section {
    if (bases.isEmpty()) {
      throw new IllegalArgumentException("operations without an address: " + operations);
    }
    bases = List.copyOf(bases);
    operations = List.copyOf(operations);
  }
}
