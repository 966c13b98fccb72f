package id.jejak.kernel.observe;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Names requests: the caller's own id when it is fit to be logged, else a fresh one. Thread-safe. */
public final class RequestIds {
  private static final int LONGEST = 64;

  private final String prefix;
  private final AtomicLong next = new AtomicLong();

  /**
   * Ids of one process.
   *
   * @param seed tells this process from others; anything that differs
   */
  public RequestIds(long seed) {
    this.prefix = Long.toString(seed & 0xFFFFFFFFFFL, 36) + "-";
  }

  /** The caller's id if it is 1 to 64 of letters, digits, dot, dash, underscore; else a new one. */
  public String idFor(Optional<String> given) {
    return given.filter(RequestIds::isPlain).orElseGet(() -> prefix + Long.toString(next.incrementAndGet(), 36));
  }

  private static boolean isPlain(String id) {
    return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(c ->
        c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_');
  }
}
