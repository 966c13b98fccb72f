package id.jejak.app.sandbox;

import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import java.util.Locale;
import java.util.Optional;

/**
 * What goes wrong, and for whom.
 *
 * @param target which requests may meet it
 * @param left how many more requests it takes, 1 to {@link #MOST}; 0 for any number, until it is forgotten
 * @param probability that a request which may meet it does, above 0 to 1
 * @param code for {@link Kind#REFUSE}: the refusal's code; else empty
 * @param delayMillis for {@link Kind#DELAY}, up to {@link #LONGEST_MILLIS}; else 0
 */
public record PlannedFault(Target target, int left, double probability, Kind kind, String code, int delayMillis) {
  /** Requests that one plan may take. */
  public static final int MOST = 1_000;
  /** Milliseconds that one request may be held. */
  public static final int LONGEST_MILLIS = 60_000;

  /**
   * Which requests.
   *
   * @param system name; empty for every one
   * @param operation id; empty for every one
   * @param client a consumer id, a token, an address, or the beginning of a User-Agent; empty for everybody
   */
  public record Target(Optional<String> system, Optional<String> operation, Optional<String> client) {
    /** Every request of one operation. */
    static Target of(String operation) {
      return new Target(Optional.empty(), Optional.of(operation), Optional.empty());
    }

    boolean takes(String mount, Operation asked, Request request) {
      return operation.filter(id -> !id.equals(asked.id())).isEmpty()
          && system.filter(name -> !name.equals(mount) && !asked.id().startsWith(name + ".")).isEmpty()
          && client.filter(who -> !is(who, request)).isEmpty();
    }

    private static boolean is(String who, Request request) {
      return is(who, request.headers(), request.peer(), request.query());
    }

    /**
     * Whether a request is of a client: by address, consumer id, user, token, or how its User-Agent begins.
     *
     * @param query raw
     */
    public static boolean is(String who, Headers headers, String peer, String query) {
      return peer.equals(who)
          || headers.first("X-cons-id").filter(who::equals).isPresent()
          || headers.first("Authorization").filter(given -> given.endsWith(" " + who)).isPresent()
          || headers.first("x-token").filter(who::equals).isPresent()
          || headers.first("x-username").filter(who::equals).isPresent()
          || headers.first("User-Agent").filter(given -> given.startsWith(who)).isPresent()
          || ("&" + query + "&").contains("&token=" + who + "&");
    }
  }

  /** How an operation fails. */
  public enum Kind {
    /** Breaks before anything is done; the system answers in its own envelope. */
    ERROR,
    /** Refuses with a code of the document; nothing is done. */
    REFUSE,
    /** Does the work, then cuts the connection: the caller cannot know that it was done. */
    DROP_AFTER_COMMIT,
    /** Does the work, and cuts the connection in the middle of the answer. */
    CUT_ANSWER,
    /** Cuts the connection before anything is done. */
    CUT,
    /** Answers late. */
    DELAY,
    /** Answers status 500 with a web page, as a proxy in front does; nothing is done. */
    HTML,
    /** Answers status 200 without a body; nothing is done. */
    EMPTY,
    /** Answers status 503 with plain text; nothing is done. */
    UNAVAILABLE,
    /** Answers status 504 with the plain text of a gateway that waited in vain; nothing is done. */
    GATEWAY_TIMEOUT,
    /** Answers status 403 with the web page of a firewall, as was recorded of the platform; nothing is done. */
    BLOCKED,
    /** Answers status 429 and asks to come again in half a minute; nothing is done. */
    RATE_LIMIT,
    /** Refuses as when the token is not good any more. */
    TOKEN_EXPIRED,
    /** Refuses as when the signature is wrong, where there are signatures. */
    WRONG_SIGNATURE;

    /** The name on the wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Refuses what would not end. */
  public PlannedFault {
    if (left < 0 || left > MOST) {
      throw new IllegalArgumentException("next must be from 1 to " + MOST + ": " + left);
    }
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be above 0 and at most 1: " + probability);
    }
    if (delayMillis < 0 || delayMillis > LONGEST_MILLIS) {
      throw new IllegalArgumentException("ms must be from 0 to " + LONGEST_MILLIS + ": " + delayMillis);
    }
  }

  /** The same with one request less to take. */
  PlannedFault taken() {
    return new PlannedFault(target, left - 1, probability, kind, code, delayMillis);
  }
}
