package id.jejak.antrean.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** Names of headers on both sides; they compare without case. */
@Source(grade = Grade.CERTAIN, ref = "Katalog WS Antrean, headers of every service; facts 2.2 and 3", seen = "2026-11")
public final class Header {
  /** Consumer id, to BPJS. */
  public static final String CONS_ID = "X-cons-id";
  /** Unix time in seconds, as decimal text, to BPJS. */
  public static final String TIMESTAMP = "X-timestamp";
  /** See {@link id.jejak.antrean.contract.crypto.Signature}. */
  public static final String SIGNATURE = "X-signature";
  /** Key for a family of services. With an underscore, which some proxies drop. */
  public static final String USER_KEY = "user_key";
  /** Who asks a hospital. */
  public static final String USERNAME = "x-username";
  /** With which password a token is asked of a hospital. */
  public static final String PASSWORD = "x-password";
  /** The token a hospital gave. */
  public static final String TOKEN = "x-token";

  private Header() {}
}
