package id.jejak.kernel.ids;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guesses down without ever locking anybody out: a login that follows many failed ones waits before it is
 * judged, and the right password still works.
 *
 * <p>Failures are counted per account and address together, per address over all accounts, and per account over
 * all addresses. The last count does not touch addresses from which that account has logged in before, so a
 * stranger who guesses from a thousand addresses does not slow its owner down.
 *
 * <p>Counts halve every {@link #HALF_LIFE}. At most {@link #REMEMBERED} counts, and as many trusted
 * addresses, are kept; the oldest are forgotten.
 * Thread-safe.
 */
public final class GuessThrottle {
  /** In this time a count halves. */
  public static final Duration HALF_LIFE = Duration.ofMinutes(5);
  /** Counts kept at the most. */
  public static final int REMEMBERED = 20_000;
  /** Failures that cost no time: people mistype. */
  public static final int FREE = 5;
  /** Failures from one address over all accounts that cost no time: a hospital shares one address. */
  public static final int FREE_PER_ADDRESS = 50;
  /** The longest wait. */
  public static final Duration LONGEST = Duration.ofSeconds(2);
  private static final Duration FIRST = Duration.ofMillis(125);

  private record Count(double failures, long atNanos) {}

  private final Map<String, Count> counts = lately();
  /** Apart from the counts: only a right password adds to it, so no flood of guesses can wash it out. */
  private final Map<String, Boolean> trusted = lately();

  /**
   * How long a login must wait before it is judged.
   *
   * @param nanos a clock that only rises, such as {@code System.nanoTime()}
   */
  public synchronized Duration delay(String account, String address, long nanos) {
    double worst = Math.max(failures(pair(account, address), nanos) - FREE,
        failures(address(address), nanos) - FREE_PER_ADDRESS);
    if (trusted.get(pair(account, address)) == null) {
      worst = Math.max(worst, failures(account(account), nanos) - FREE);
    }
    if (worst < 1) {
      return Duration.ZERO;
    }
    long millis = (long) (FIRST.toMillis() * Math.pow(2, Math.min(worst, 20) - 1));
    return millis >= LONGEST.toMillis() ? LONGEST : Duration.ofMillis(millis);
  }

  /** Notes a failed login. */
  public synchronized void failed(String account, String address, long nanos) {
    add(pair(account, address), nanos);
    add(address(address), nanos);
    add(account(account), nanos);
  }

  /** Notes a login that worked: this address is trusted with this account from now on. */
  public synchronized void succeeded(String account, String address) {
    counts.remove(pair(account, address));
    trusted.put(pair(account, address), true);
  }

  /** How many counts and trusted addresses are kept at present. */
  synchronized int remembered() {
    return counts.size() + trusted.size();
  }

  private void add(String key, long nanos) {
    counts.put(key, new Count(failures(key, nanos) + 1, nanos));
  }

  private double failures(String key, long nanos) {
    var count = counts.get(key);
    return count == null ? 0
        : count.failures * Math.pow(0.5, (nanos - count.atNanos) / (double) HALF_LIFE.toNanos());
  }

  private static String pair(String account, String address) {
    return "p " + address + " " + account;
  }

  private static String address(String address) {
    return "a " + address;
  }

  private static String account(String account) {
    return "u " + account;
  }

  private static <V> Map<String, V> lately() {
    return new LinkedHashMap<>(64, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
