package id.jejak.antrean.contract.crypto;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a request: HMAC-SHA256 over {@code cons_id&timestamp} under the secret key, in base64 with padding.
 * Neither method, path nor body is signed, so one signature is good for every request of its second.
 *
 * <p>Stateless, thread-safe.
 */
@Source(grade = Grade.CERTAIN, ref = "BPJS Trust Mark, guide of the signature; facts 2.3", seen = "2026-11")
public final class Signature {
  private Signature() {}

  /**
   * Signs.
   *
   * @param timestamp Unix time in seconds, as it stands in the header
   */
  public static String of(String consId, String timestamp, String secret) {
    return base64(consId + "&" + timestamp, secret);
  }

  /** Whether a signature is the right one; takes as long for a wrong one. */
  public static boolean matches(String given, String consId, String timestamp, String secret) {
    return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
        of(consId, timestamp, secret).getBytes(StandardCharsets.UTF_8));
  }

  static String base64(String message, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }
}
