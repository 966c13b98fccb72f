package id.jejak.ttac.client;

import java.time.Duration;

/** The bounds of the client, each with its unit. */
public final class ClientLimits {
  /** Barcodes of one call; what a production client sends, so every server takes it. */
  public static final int BARCODES = 1_500;
  /** Barcodes of one dry run, which is ours. */
  public static final int CHECKED = 5_000;
  /** Rows asked for at a time. */
  public static final int PAGE = 500;
  /** Windows of one list that are walked before giving up: five million rows. */
  public static final int PAGES = 10_000;
  /** How long to wait when the other side could not be reached and said nothing about it. */
  public static final Duration WAIT = Duration.ofSeconds(5);
  /** The longest wait that the other side is believed. */
  public static final Duration LONGEST_WAIT = Duration.ofHours(1);
  /** How often a token of unknown age is asked for again; well within the notice of three days. */
  public static final Duration TOKEN_ASKED = Duration.ofDays(1);
  /** How long a token is used on after a renewal that did not work out. */
  public static final Duration RENEWAL_PAUSE = Duration.ofMinutes(5);

  private ClientLimits() {}
}
