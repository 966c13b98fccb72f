package id.jejak.kernel.ids;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as it is kept: argon2id over a random salt.
 *
 * <p>One argon2id run gives 64 bytes: the first half is kept and compared, the second half is never stored.
 * It opens a small box that only the password's owner can open; a token that must be handed out again
 * lives in such a box, so that nobody who reads the database can use it.
 *
 * @param salt 16 random bytes
 * @param verifier 32 bytes
 */
public record Password(byte[] salt, byte[] verifier) {
  /** OWASP's smallest recommended setting: 19 MiB, two passes, one lane. */
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int HALF = 32;
  private static final int NONCE = 12;
  /** Characters of a password that are looked at; more is refused by whoever reads the request. */
  public static final int LONGEST = 1024;

  /** Hashes a new password. */
  public static Password of(String text, SecureRandom random) {
    var salt = new byte[16];
    random.nextBytes(salt);
    return new Password(salt, Arrays.copyOf(derive(text, salt), HALF));
  }

  /**
   * One that was hashed beforehand, for a world whose passwords everybody knows: hashing takes time on purpose.
   *
   * @param salt 16 characters of ASCII
   * @param verifier 64 hexadecimal digits
   */
  public static Password beforehand(String salt, String verifier) {
    return new Password(salt.getBytes(StandardCharsets.US_ASCII), HexFormat.of().parseHex(verifier));
  }

  /** One that no text opens, for judging a login of somebody who does not exist in the time that anybody's takes. */
  public static Password nobodys() {
    return new Password(new byte[16], new byte[HALF]);
  }

  /** The key of this password's box if the text is the password; compared in constant time. */
  public Optional<BoxKey> open(String text) {
    var derived = derive(text, salt);
    return MessageDigest.isEqual(verifier, Arrays.copyOf(derived, HALF))
        ? Optional.of(new BoxKey(Arrays.copyOfRange(derived, HALF, 2 * HALF)))
        : Optional.empty();
  }

  private static byte[] derive(String text, byte[] salt) {
    var generator = new Argon2BytesGenerator();
    generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withSalt(salt).withMemoryAsKB(MEMORY_KIB).withIterations(PASSES).withParallelism(1).build());
    var out = new byte[2 * HALF];
    generator.generateBytes(text.getBytes(StandardCharsets.UTF_8), out);
    return out;
  }

  /** Closes and opens boxes: AES-256-GCM. */
  public static final class BoxKey {
    private final SecretKeySpec key;

    private BoxKey(byte[] key) {
      this.key = new SecretKeySpec(key, "AES");
    }

    /** Closes a text. */
    public byte[] seal(String text, SecureRandom random) {
      var nonce = new byte[NONCE];
      random.nextBytes(nonce);
      var box = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), 0);
      var whole = Arrays.copyOf(nonce, NONCE + box.length);
      System.arraycopy(box, 0, whole, NONCE, box.length);
      return whole;
    }

    /** Opens what this key closed. */
    public String unseal(byte[] whole) {
      return new String(run(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE), whole, NONCE),
          StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, int from) {
      try {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        return cipher.doFinal(input, from, input.length - from);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a sealed value could not be read or written", e);
      }
    }
  }
}
