package id.jejak.antrean.client;

import java.time.Duration;

/** The bounds of the clients, each with its unit. */
public final class ClientLimits {
  /** How long to wait when the other side could not be reached and said nothing about it. */
  public static final Duration WAIT = Duration.ofSeconds(5);
  /** The longest wait that the other side is believed. */
  public static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private ClientLimits() {}
}
