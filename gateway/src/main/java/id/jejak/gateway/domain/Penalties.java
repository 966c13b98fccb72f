package id.jejak.gateway.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who failed to get a token a moment ago and has to wait. At most {@link #REMEMBERED} clients are kept; the oldest are
 * forgotten. Thread-safe.
 */
public final class Penalties {
  /** Clients kept at the most. */
  public static final int REMEMBERED = 20_000;

  private final boolean usual;
  private final Duration wait;
  private volatile boolean on;
  private final Map<String, Instant> failed = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
      return size() > REMEMBERED;
    }
  };

  /**
   * A rule.
   *
   * @param on whether it holds
   * @param wait from a failed request to the next that is judged
   */
  public Penalties(boolean on, Duration wait) {
    this.usual = on;
    this.on = on;
    this.wait = wait;
  }

  /** Switches the rule, until all is forgotten. */
  public void set(boolean other) {
    on = other;
  }

  /** Whether the rule holds at present. */
  public boolean on() {
    return on;
  }

  /** Whether a client has to wait. Asking does not make the wait longer. */
  public synchronized boolean waits(String client, Instant now) {
    var since = failed.get(client);
    return on && since != null && now.isBefore(since.plus(wait)) && !now.isBefore(since);
  }

  /** Notes a failed request. */
  public synchronized void failed(String client, Instant now) {
    if (on) {
      failed.remove(client);
      failed.put(client, now);
    }
  }

  /** Forgets everybody, and that the rule was switched, as after a reset. */
  public synchronized void forget() {
    on = usual;
    failed.clear();
  }
}
