package id.jejak.ttac.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which unit was inside which, and when, as far as one barcode's history needs to know. Times are event ids; the
 * events of joining and leaving themselves count as outside, since the unit takes part in them by itself.
 */
final class Ties {
  /**
   * A unit that joined a holder, or left it.
   *
   * @param joined false when it left
   */
  record Tie(long event, boolean joined, long holder) {}

  private record Stay(long since, long until, long holder) {}

  private final Map<Long, List<Stay>> stays = new HashMap<>();

  /**
   * Adds a unit.
   *
   * @param born the event by which it became known
   * @param ties oldest first; a unit that left a holder it never joined was registered inside it
   * @param holder where it is now; null when in none
   * @param joined the event by which it entered {@code holder}
   */
  void add(long unit, long born, List<Tie> ties, @Nullable Long holder, long joined) {
    var found = new ArrayList<Stay>();
    long since = born;
    for (var tie : ties) {
      if (tie.joined()) {
        since = tie.event();
      } else {
        found.add(new Stay(since, tie.event(), tie.holder()));
      }
    }
    if (holder != null) {
      found.add(new Stay(joined, Long.MAX_VALUE, holder));
    }
    stays.put(unit, found);
  }

  /** The unit that was handled at an event which this unit lived through: itself, or what it was inside of. */
  long handled(long unit, long event) {
    long top = unit;
    for (var stay = at(top, event); stay.isPresent(); stay = at(top, event)) {
      top = stay.get().holder();
    }
    return top;
  }

  /** The holder that a unit entered by an event. */
  Optional<Long> entered(long unit, long event) {
    return stays.getOrDefault(unit, List.of()).stream().filter(stay -> stay.since() == event)
        .map(Stay::holder).findFirst();
  }

  private Optional<Stay> at(long unit, long event) {
    return stays.getOrDefault(unit, List.of()).stream()
        .filter(stay -> stay.since() < event && event < stay.until()).findFirst();
  }
}
