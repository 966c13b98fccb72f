package id.jejak.facility.access.store;

import id.jejak.facility.access.Identifier;
import id.jejak.facility.access.Vault;
import id.jejak.kernel.config.StartFailure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes, HMAC-SHA-256 under a key that is not in the database: of identifiers, so that a patient is found without
 * the database knowing by what; and of the end of the audit. Sixteen digits are soon guessed, so a plain hash would hide
 * nothing. Thread-safe.
 */
public final class BlindIndex {
  private static final int KEY = 32;

  private final SecretKeySpec key;

  private BlindIndex(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /**
   * Hashes under the key of one file.
   *
   * @throws StartFailure when it cannot be read or made
   */
  public static BlindIndex of(KeyFolder folder, String file, SecureRandom random) {
    var text = folder.text(file, () -> {
      var fresh = new byte[KEY];
      random.nextBytes(fresh);
      return Base64.getEncoder().encodeToString(fresh);
    });
    return of(text, file);
  }

  /** Hashes under a key in base64, of a file. */
  static BlindIndex of(String text, String file) {
    try {
      var bytes = Base64.getDecoder().decode(text);
      if (bytes.length == KEY) {
        return new BlindIndex(bytes);
      }
    } catch (IllegalArgumentException e) {
      throw new StartFailure(file + " in the folder of keys is not base64", e);
    }
    throw new StartFailure(file + " in the folder of keys is not a key of 32 bytes in base64");
  }

  /** What stands for an identifier in the database. */
  public byte[] of(Identifier identifier) {
    return hash(switch (identifier) {
      case Identifier.Nik _ -> Vault.NIK;
      case Identifier.Card _ -> Vault.CARD;
      case Identifier.Ihs _ -> "ihs";
    }, identifier.reveal());
  }

  /** What stands for a text of a kind. */
  byte[] hash(String kind, String text) {
    return of((kind + ' ' + text).getBytes(StandardCharsets.UTF_8));
  }

  /** A keyed hash of bytes. */
  public byte[] of(byte[] bytes) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
    }
  }

  /** Whether a keyed hash is that of some bytes, in constant time. */
  public boolean matches(byte[] hash, byte[] bytes) {
    return MessageDigest.isEqual(hash, of(bytes));
  }
}
