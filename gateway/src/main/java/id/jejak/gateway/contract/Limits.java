package id.jejak.gateway.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.time.Duration;

/** The bounds of the gateway, each with its unit. */
@Source(grade = Grade.INFERRED, ref = "KFA ReST API, section 3, where it states one (life of a token); the rule of one"
    + " minute is in the note of the token request of SATUSEHAT collection 04; else ours", seen = "2026-11")
public final class Limits {
  /** How long a token lives; written in the document, as seconds. */
  public static final Duration TOKEN_LIFE = Duration.ofSeconds(3_599);
  /** Letters and digits of a token, as many as the product behind the real gateway makes. */
  public static final int TOKEN_LENGTH = 28;
  /** How long a client waits after a failed request for a token, where the rule is switched on. */
  public static final Duration PENALTY = Duration.ofMinutes(1);
  /** Bytes of a request for a token. */
  public static final int BODY_BYTES = 16 * 1024;
  /** Characters of a client's id. */
  public static final int CLIENT_ID_LENGTH = 200;
  /** Characters of a secret at the least: secrets are made by a machine. */
  public static final int SECRET_LEAST = 16;
  /** Characters of a secret at the most. */
  public static final int SECRET_LENGTH = 1_000;

  /** Requests of a client in one minute that a quota may allow. */
  public static final int QUOTA_MOST = 1_000_000;

  private Limits() {}
}
