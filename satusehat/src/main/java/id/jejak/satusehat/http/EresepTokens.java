package id.jejak.satusehat.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.store.EresepStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * eresep's tokens: JSON Web Tokens signed with Ed25519 by the installation's own key. Whoever holds a token can read who
 * it stands for and when it ends, and nothing that is secret. A token that was found good is remembered until it ends,
 * since checking a signature takes longer than all the rest of an answer. Thread-safe.
 */
final class EresepTokens {
  private static final String ALGORITHM = "Ed25519";
  private static final String HEADER = encoded("{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}");
  private static final int LONGEST = 1024;
  private static final int REMEMBERED = 10_000;

  private final PrivateKey secret;
  private final PublicKey open;
  private final ConcurrentHashMap<String, Long> good = new ConcurrentHashMap<>();

  EresepTokens(Db db, EresepStore store) {
    try {
      var keys = db.transaction(tx -> store.keys(tx, EresepTokens::pair));
      var factory = KeyFactory.getInstance(ALGORITHM);
      secret = factory.generatePrivate(new PKCS8EncodedKeySpec(keys.secret()));
      open = factory.generatePublic(new X509EncodedKeySpec(keys.open()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of eresep's tokens cannot be read", e);
    }
  }

  private static EresepStore.Keys pair() {
    try {
      var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new EresepStore.Keys(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** A token, and when it ends, seconds since 1970. */
  record Issued(String token, long expired) {}

  /** A token for a client. */
  Issued issue(String user, String id, Instant now) {
    long ends = now.plus(Limits.ERESEP_TOKEN).getEpochSecond();
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", "eResep");
    claims.put("jti", id);
    claims.put("uid", user);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", ends);
    var signed = HEADER + "." + encoded(new String(Json.write(claims), StandardCharsets.UTF_8));
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return new Issued(signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()), ends);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a token of eresep cannot be signed", e);
    }
  }

  /** True for a token of ours that has not ended. */
  boolean good(String token, Instant now) {
    if (token.length() > LONGEST) {
      return false;
    }
    var known = good.get(token);
    if (known != null) {
      return now.getEpochSecond() < known;
    }
    var parts = token.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(HEADER) || !signed(parts)) {
      return false;
    }
    long ends = Json.read(Base64.getUrlDecoder().decode(parts[1])).path("exp").asLong(0);
    if (good.size() >= REMEMBERED) {
      good.clear();
    }
    good.put(token, ends);
    return now.getEpochSecond() < ends;
  }

  private boolean signed(String[] parts) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(open);
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (GeneralSecurityException | IllegalArgumentException e) { // no signature at all is a wrong one
      return false;
    }
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
