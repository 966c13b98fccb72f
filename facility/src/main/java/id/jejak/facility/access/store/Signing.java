package id.jejak.facility.access.store;

import id.jejak.kernel.config.StartFailure;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Signs the day's end of each audit, Ed25519, under a key that is not in the database. Thread-safe. */
public final class Signing {
  private static final String FILE = "access-audit.ed25519";
  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final PublicKey open;

  /**
   * Reads the pair of keys; makes one when there is none.
   *
   * @throws StartFailure when it cannot be read or made
   */
  public Signing(KeyFolder folder) {
    var halves = folder.text(FILE, Signing::fresh).split("\\s+");
    try {
      var factory = KeyFactory.getInstance(ALGORITHM);
      secret = factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0])));
      open = factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(halves[1])));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new StartFailure(FILE + " in the folder of keys is no pair of Ed25519 keys", e);
    }
  }

  /** The signature of some bytes. */
  public byte[] sign(byte[] bytes) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the audit could not be signed", e);
    }
  }

  /** Whether a signature is ours. */
  public boolean verifies(byte[] bytes, byte[] signed) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(open);
      signature.update(bytes);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) { // a signature of another length, too
      return false;
    }
  }

  /** The half that anybody may have, X.509 in base64: with it a signature can be checked elsewhere. */
  public String open() {
    return Base64.getEncoder().encodeToString(open.getEncoded());
  }

  private static String fresh() {
    try {
      var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n"
          + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }
}
