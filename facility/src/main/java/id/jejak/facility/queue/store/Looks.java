package id.jejak.facility.queue.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Who has just looked at which bookings: a page of the floor asks for its list again every few seconds, and whoever
 * keeps one open looks once, not a thousand times (docs/decisions/0646). Remembered on this node alone, of the latest
 * looks. Thread-safe.
 */
public final class Looks {
  /** How long a look lasts. */
  public static final Duration LASTS = Duration.ofMinutes(10);
  /** Looks remembered. */
  private static final int MOST = 20_000;

  private record Look(long staff, String operation, String booking) {}

  private final InstantSource clock;
  private final Map<Look, Instant> latest = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Look, Instant> eldest) {
      return size() > MOST;
    }
  };

  /** Looks by a clock. */
  public Looks(InstantSource clock) {
    this.clock = clock;
  }

  /** Those of a list at which somebody has not just looked. */
  public synchronized <T> List<T> fresh(long staff, String operation, List<T> list, Function<T, String> booking) {
    var since = clock.instant().minus(LASTS);
    return list.stream().filter(one -> {
      var before = latest.get(new Look(staff, operation, booking.apply(one)));
      return before == null || before.isBefore(since) || before.isAfter(clock.instant());
    }).toList();
  }

  /** Somebody looked at these, and it is noted. */
  public synchronized <T> void noted(long staff, String operation, List<T> list, Function<T, String> booking) {
    var now = clock.instant();
    list.forEach(one -> {
      var look = new Look(staff, operation, booking.apply(one));
      latest.remove(look); // put last again: the eldest one goes first
      latest.put(look, now);
    });
  }
}
