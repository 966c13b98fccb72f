package id.jejak.app.web.queue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A doctor's door: whose hours, and who waits.
 *
 * @param lines in the order of the numbers
 */
public record Room(Session session, List<Line> lines) {
  /** Who was called last and is not done yet. */
  public Optional<Line> current() {
    return lines.stream().filter(one -> one.calledAt().isPresent() && one.at("waiting", "served"))
        .max(Comparator.comparing(one -> one.calledAt().get()));
  }

  /** How many wait for the doctor now. */
  public long waiting() {
    return lines.stream().filter(one -> one.at("waiting")).count();
  }

  /** How many are expected and were not seen yet. */
  public long expected() {
    return lines.stream().filter(one -> one.at("expected")).count();
  }

  /** Lines that still need somebody's hand, those that wait longest for it first. */
  public List<Line> open() {
    return lines.stream().filter(one -> one.at("expected", "admission", "admitted", "waiting", "served")).toList();
  }

  /** Lines that are done with here. */
  public List<Line> over() {
    return lines.stream().filter(one -> !open().contains(one)).toList();
  }
}
