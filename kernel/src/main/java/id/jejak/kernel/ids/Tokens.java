package id.jejak.kernel.ids;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** Makes random tokens and hashes them for keeping. Thread-safe. */
public final class Tokens {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final SecureRandom random;

  /** Tokens from a source of randomness. */
  public Tokens(SecureRandom random) {
    this.random = random;
  }

  /** A token of letters and digits; 60 of them carry 357 bits. */
  public String alphanumeric(int length) {
    var token = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return token.toString();
  }

  /** SHA-256, to keep a token by: it is random and long, so a slow hash would add nothing. */
  public static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
