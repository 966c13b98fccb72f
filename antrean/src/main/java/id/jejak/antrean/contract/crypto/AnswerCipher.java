package id.jejak.antrean.contract.crypto;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes and opens the {@code response} of an answer: compressed by {@link LzString}, then AES-256-CBC, then base64.
 * The key is made of the timestamp of the <em>request</em>, so a client keeps it until the answer has come.
 *
 * <p>Immutable, thread-safe.
 */
@Source(grade = Grade.CERTAIN, ref = "BPJS Trust Mark, guide of decryption; facts 2.4", seen = "2026-11")
public final class AnswerCipher {
  private static final int IV = 16;
  private static final String ALGORITHM = "AES/CBC/PKCS5Padding";

  private final SecretKeySpec key;
  private final IvParameterSpec iv;

  /**
   * A cipher for the answers to one request.
   *
   * @param timestamp the text of the request's header
   */
  public AnswerCipher(String consId, String secret, String timestamp) {
    try {
      var hash = MessageDigest.getInstance("SHA-256")
          .digest((consId + secret + timestamp).getBytes(StandardCharsets.UTF_8));
      key = new SecretKeySpec(hash, "AES");
      iv = new IvParameterSpec(Arrays.copyOf(hash, IV));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** What was given cannot be opened: another key, or no such text. Shows nothing of it. */
  public static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Closed(Throwable cause) {
      super("the response cannot be opened with this cons_id, secret and timestamp", cause);
    }
  }

  /** Closes a JSON text. */
  public String seal(String json) {
    return sealCompressed(LzString.compress(json));
  }

  /** Closes a text that {@link LzString} has compressed already, such as a list that many ask for. */
  public String sealCompressed(String compressed) {
    return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, compressed.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Opens a response.
   *
   * @throws Closed when it is not for this key, or was changed on its way
   */
  public String open(String base64) {
    try {
      var compressed = run(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(base64));
      return LzString.decompress(new String(compressed, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | IllegalStateException | LzString.Unreadable e) {
      throw new Closed(e);
    }
  }

  private byte[] run(int mode, byte[] input) {
    try {
      var cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key, iv);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES could not be run", e);
    }
  }
}
