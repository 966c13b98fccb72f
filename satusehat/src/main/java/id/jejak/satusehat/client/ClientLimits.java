package id.jejak.satusehat.client;

import java.time.Duration;
import java.util.List;

/** The bounds of the client, each with its unit. */
public final class ClientLimits {
  /** How long to wait when the server could not be reached, or answered nothing that can be read. */
  public static final Duration WAIT = Duration.ofSeconds(5);
  /** How long to wait when the server says 429 and not how long: clients of the real one back off so far. */
  public static final Duration QUOTA_WAIT = Duration.ofSeconds(60);
  /** The longest wait that the server is believed. */
  public static final Duration LONGEST_WAIT = Duration.ofHours(1);
  /** Pauses before each look for what an unanswered request may have left: what is on its way may still arrive. */
  public static final List<Duration> LOOKS = List.of(Duration.ofMillis(200), Duration.ofSeconds(1),
      Duration.ofSeconds(3));
  /** Pauses between two looks for a national number where nobody tells of it; the last one is repeated. */
  public static final List<Duration> POLLS = List.of(Duration.ofMillis(500), Duration.ofSeconds(1),
      Duration.ofSeconds(2), Duration.ofSeconds(3));
  /** Characters of a refusal's words that are handed on. */
  public static final int WORDS = 1000;
  /** Pages of one search that are walked. */
  public static final int PAGES = 1000;
  /** How long before its end eresep's token is not used any more. */
  public static final Duration BEFORE_THE_END = Duration.ofSeconds(30);

  private ClientLimits() {}
}
