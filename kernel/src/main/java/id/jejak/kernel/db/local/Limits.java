package id.jejak.kernel.db.local;

import java.time.Duration;

/** How long each step may take, and how often it is tried. */
final class Limits {
  static final Duration PROBE = Duration.ofSeconds(10);
  static final Duration EXTRACTION = Duration.ofMinutes(2);
  static final Duration CREATION = Duration.ofSeconds(60);
  static final Duration START = Duration.ofSeconds(60);
  /** Replaying the log after a crash takes as long as there is log, loosely {@code max_wal_size}. */
  static final Duration RECOVERY = Duration.ofMinutes(10);
  static final Duration STOP = Duration.ofSeconds(30);
  static final Duration STOP_AT_ONCE = Duration.ofSeconds(10);
  static final Duration LOGIN = Duration.ofSeconds(10);
  /** Between our look for a free port and the server's bind, another program may take the port. */
  static final int LAUNCHES = 5;
  static final long LOG_BYTES = 10_000_000;
  static final int SHOWN_LOG_BYTES = 2_000;

  private Limits() {}
}
