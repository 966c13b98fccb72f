package id.jejak.delivery.engine;

import id.jejak.delivery.domain.Backoff;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How parcels are carried.
 *
 * @param atOnce parcels under way to one remote from one node, at the most
 * @param settle how long a parcel without answer is left alone before it is looked for: as long as a remote may take to
 *     finish what nobody waits for any more
 * @param lease a node that gave no sign for so long is gone; longer than any call of a carrier
 * @param backoff between attempts
 * @param poll at least so often is looked for what other nodes left
 * @param gather so long after a look for what is due, or after writing down what came of it, passes before the next: what
 *     comes meanwhile is dealt with in one statement. What comes to an idle lane does not wait, nor what comes in numbers
 */
public record Rules(int atOnce, Duration settle, Duration lease, Backoff backoff, Duration poll, Duration gather) {
  private static final int MOST = 512;
  private static final Key<Integer> AT_ONCE = Key.number("delivery.at-once", 64, 1, MOST,
      "parcels under way to one national system from this node, at the most");
  private static final Key<Duration> SETTLE = Key.span("delivery.settle", Duration.ofSeconds(3),
      "how long a delivery without an answer is left alone before the remote is asked whether it is there");
  private static final Key<Duration> LEASE = Key.span("delivery.lease", Duration.ofSeconds(45),
      "a node that gave no sign for so long is taken for dead; longer than any call that a carrier makes");
  private static final Key<Duration> LONGEST = Key.span("delivery.longest-wait", Duration.ofMinutes(5),
      "the longest wait between attempts");
  private static final Duration GATHER = Duration.ofMillis(10);
  /** The settings that are known. */
  public static final List<Key<?>> KEYS = List.of(AT_ONCE, SETTLE, LEASE, LONGEST);

  /** As set. */
  public static Rules of(Settings settings) {
    return new Rules(settings.get(AT_ONCE), settings.get(SETTLE), settings.get(LEASE),
        new Backoff(Duration.ofSeconds(1), settings.get(LONGEST)), Duration.ofSeconds(1), GATHER);
  }
}
