package id.jejak.kfa.client;

import java.time.Duration;

/** The bounds of the client, each with its unit. */
public final class ClientLimits {
  /** Rows asked for at a time when a whole list is walked: the most that is known to be given. */
  public static final int PAGE = 1_000;
  /** Windows of one list that are walked before giving up: ten million rows. */
  public static final int PAGES = 10_000;
  /** Further tries of a call that broke, as callers of the service have it. */
  public static final int RETRIES = 3;
  /** The pause before the first further try; each next one is twice as long, and up to a half is added by chance. */
  public static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  /** The longest wait within one call; whoever must wait longer is told so. */
  public static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  /** How long to wait when the other side said nothing about it. */
  public static final Duration WAIT = Duration.ofSeconds(5);
  /** How long to wait when too much was asked and the other side does not say for how long. */
  public static final Duration QUOTA_WAIT = Duration.ofSeconds(60);
  /** The longest wait that the other side is believed. */
  public static final Duration LONGEST_WAIT = Duration.ofHours(1);
  /** Characters of the other side's words that are handed on. */
  public static final int WORDS = 500;
  /** Characters of a strength that are read; a longer one is left as text. */
  public static final int STRENGTH = 60;

  private ClientLimits() {}
}
