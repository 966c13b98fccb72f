package id.jejak.antrean.http;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the secrets of consumers under a key that is not in the database (docs/decisions/0030): a signature can only be
 * checked with the secret itself. AES-256-GCM, bound to the consumer's id. Thread-safe.
 */
final class SecretBox {
  private static final int KEY = 32;
  private static final int NONCE = 12;

  private final SecretKeySpec key;
  private final SecureRandom random;

  private SecretBox(byte[] key, SecureRandom random) {
    this.key = new SecretKeySpec(key, "AES");
    this.random = random;
  }

  /**
   * A box.
   *
   * @param given key in base64; empty for the one in the file, which is made when it is not there
   * @throws StartFailure when the key cannot be read or made
   */
  static SecretBox open(String given, Path file, SecureRandom random) {
    return new SecretBox(given.isBlank() ? kept(file, random) : bytes(given, "setting antrean.secret.key"), random);
  }

  private static byte[] kept(Path file, SecureRandom random) {
    try {
      if (!Files.exists(file)) {
        make(file, random);
      }
      return bytes(Files.readString(file).strip(), file.toString());
    } catch (IOException e) {
      throw new StartFailure(file + " cannot be read or made: mend its permissions, or give antrean.secret.key", e);
    }
  }

  private static void make(Path file, SecureRandom random) throws IOException {
    var fresh = new byte[KEY];
    random.nextBytes(fresh);
    var folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder for " + file);
    }
    Files.createDirectories(folder);
    var written = Files.createTempFile(folder, "antrean", ".key",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(written, Base64.getEncoder().encodeToString(fresh) + "\n");
    try {
      Files.createLink(file, written); // all of it or nothing, and never over another one
    } catch (FileAlreadyExistsException e) { // another start was faster; its key counts
      Files.deleteIfExists(written);
      return;
    }
    Files.delete(written);
  }

  private static byte[] bytes(String base64, String where) {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      if (bytes.length == KEY) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new StartFailure(where + " is not base64: give 32 bytes, as openssl rand -base64 32 makes them", e);
    }
    throw new StartFailure(where + " is not a key of 32 bytes: give one as openssl rand -base64 32 makes it");
  }

  byte[] seal(String consId, Secret secret) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var box = cipher(Cipher.ENCRYPT_MODE, nonce, consId)
          .doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
      var whole = Arrays.copyOf(nonce, NONCE + box.length);
      System.arraycopy(box, 0, whole, NONCE, box.length);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret could not be sealed", e);
    }
  }

  /**
   * Opens what was sealed.
   *
   * @throws StartFailure when it was sealed under another key
   */
  Secret unseal(String consId, byte[] whole) {
    try {
      return new Secret(new String(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE), consId)
          .doFinal(whole, NONCE, whole.length - NONCE), StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new StartFailure("the secrets of BPJS consumers were sealed under another key: put the antrean.key that"
          + " belongs to these data in its place, or give antrean.secret.key", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String consId) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(128, nonce));
    cipher.updateAAD(consId.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
