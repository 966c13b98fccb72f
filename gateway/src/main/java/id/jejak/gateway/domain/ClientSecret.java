package id.jejak.gateway.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * A client's secret as it is kept: SHA-256 over a salt of its own and the secret. A fast hash is sound, because secrets
 * are made by machines and too long to be guessed (docs/decisions/0019).
 *
 * @param salt 16 random bytes
 * @param verifier 32 bytes
 */
public record ClientSecret(byte[] salt, byte[] verifier) {
  /** Opens for no secret, with the same work: an unknown client is asked like any other. */
  public static final ClientSecret NOBODY = new ClientSecret(new byte[16], new byte[32]);

  /** Hashes a new secret. */
  public static ClientSecret of(String text, SecureRandom random) {
    var salt = new byte[16];
    random.nextBytes(salt);
    return new ClientSecret(salt, hash(salt, text));
  }

  /** Whether the text is the secret; compared in constant time. */
  public boolean opensFor(String text) {
    return MessageDigest.isEqual(verifier, hash(salt, text));
  }

  private static byte[] hash(byte[] salt, String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
