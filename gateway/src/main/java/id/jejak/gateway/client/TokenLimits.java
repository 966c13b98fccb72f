package id.jejak.gateway.client;

import id.jejak.gateway.contract.Limits;
import java.time.Duration;

/** The bounds of the client, each with its unit. */
public final class TokenLimits {
  /** How long before its end a token is renewed; of a token that lives shorter than two of these, at half its life. */
  public static final Duration RENEWED_BEFORE = Duration.ofMinutes(2);
  /** After a refused request no other one is made for so long: each failure costs a minute. */
  public static final Duration AFTER_A_REFUSAL = Limits.PENALTY;
  /** How long to wait when the gateway could not be reached, or answered nothing that can be read. */
  public static final Duration WAIT = Duration.ofSeconds(5);
  /** The longest wait that the gateway is believed. */
  public static final Duration LONGEST_WAIT = Duration.ofHours(1);
  /** The longest life of a token that the gateway is believed. */
  public static final Duration LONGEST_LIFE = Duration.ofDays(1);

  private TokenLimits() {}
}
