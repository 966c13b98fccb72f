package id.jejak.app.sandbox;

import java.util.Locale;

/**
 * What goes wrong the next few times an operation is asked for.
 *
 * @param operation its id
 * @param left how many more requests it takes, 1 to {@link #MOST}
 * @param delayMillis for {@link Kind#DELAY}, up to {@link #LONGEST_MILLIS}; else 0
 */
public record PlannedFault(String operation, int left, Kind kind, int delayMillis) {
  /** Requests that one plan may take. */
  public static final int MOST = 1_000;
  /** Milliseconds that one request may be held. */
  public static final int LONGEST_MILLIS = 60_000;

  /** How an operation fails. */
  public enum Kind {
    /** Breaks before anything is done; the system answers in its own envelope. */
    ERROR,
    /** Does the work, then cuts the connection: the caller cannot know that it was done. */
    DROP_AFTER_COMMIT,
    /** Answers late. */
    DELAY,
    /** Answers status 500 with a web page, as a proxy in front does; nothing is done. */
    HTML,
    /** Answers status 504 with the plain text of a gateway that waited in vain; nothing is done. */
    GATEWAY_TIMEOUT;

    /** The name on the wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Refuses what would not end. */
  public PlannedFault {
    if (left < 1 || left > MOST) {
      throw new IllegalArgumentException("next must be from 1 to " + MOST + ": " + left);
    }
    if (delayMillis < 0 || delayMillis > LONGEST_MILLIS) {
      throw new IllegalArgumentException("ms must be from 0 to " + LONGEST_MILLIS + ": " + delayMillis);
    }
  }
}
