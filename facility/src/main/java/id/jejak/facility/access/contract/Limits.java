package id.jejak.facility.access.contract;

import java.time.Duration;

/** The bounds of these operations, each with its unit. */
public final class Limits {
  /** Bytes of a request's body. */
  public static final int BODY_BYTES = 64 * 1024;
  /** Characters of a name. */
  public static final int NAME = 200;
  /** Polyclinics of a facility with a room of their own. */
  public static final int POLYCLINICS = 100;
  /** Characters of an address. */
  public static final int ADDRESS = 500;
  /** Characters of a phone number. */
  public static final int PHONE = 30;
  /** Characters of a username. */
  public static final int USERNAME = 60;
  /** Characters of a new password at least. */
  public static final int PASSWORD_LEAST = 12;
  /** Characters of a reason for breaking the glass at least. */
  public static final int REASON_LEAST = 10;
  /** Characters of a reason at most. */
  public static final int REASON = 500;
  /** Rows of one list. */
  public static final int ROWS = 200;
  /** How long a role that was taken by breaking the glass is had. */
  public static final Duration GLASS = Duration.ofHours(1);
  /** How long a patient's code is good. */
  public static final Duration INVITATION = Duration.ofDays(30);
  /** How long somebody may take at the identity provider. */
  public static final Duration AT_PROVIDER = Duration.ofMinutes(10);
  /** Characters of a token; 43 letters and digits carry 256 bits. */
  public static final int TOKEN = 43;
  /** Sessions that a node remembers. */
  public static final int SESSIONS = 10_000;

  private Limits() {}
}
