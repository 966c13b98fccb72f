package id.jejak.facility.queue.http;

import id.jejak.kernel.config.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for BPJS: the moment of their end under a key that comes of user and password, so that they need no table,
 * are good on every node and after a restart, and end when the password is changed. The slow derivation is done once; a
 * token costs one HMAC, because BPJS asks for one before most calls. Thread-safe.
 */
final class HospitalTokens {
  private static final int ROUNDS = 210_000;
  private static final int MAC_BYTES = 24;

  private final String username;
  private final byte[] password;
  private final Duration life;
  private final InstantSource clock;
  private final Secret secret;
  private final boolean open;
  /** Derived when the first token is wanted: it takes longer than all the rest of a start. */
  private volatile @Nullable SecretKeySpec key;

  HospitalTokens(String username, Secret password, Duration life, InstantSource clock) {
    this.username = username;
    this.password = digest(password.reveal());
    this.life = life;
    this.clock = clock;
    this.secret = password;
    this.open = !password.reveal().isEmpty();
  }

  private SecretKeySpec key() {
    var known = key;
    return known == null ? derived() : known;
  }

  private synchronized SecretKeySpec derived() {
    var known = key;
    if (known == null) {
      known = key(username, secret);
      key = known;
    }
    return known;
  }

  private static SecretKeySpec key(String username, Secret password) {
    try {
      var spec = new PBEKeySpec(password.reveal().toCharArray(),
          ("jejak hospital token of " + username).getBytes(StandardCharsets.UTF_8), ROUNDS, 256);
      return new SecretKeySpec(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded(),
          "HmacSHA256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no PBKDF2", e);
    }
  }

  /** A token; empty when user or password are wrong. */
  Optional<String> issue(String user, String given) {
    boolean right = MessageDigest.isEqual(digest(user), digest(username))
        & MessageDigest.isEqual(digest(given), password);
    return right && open ? Optional.of(token(clock.instant().plus(life))) : Optional.empty();
  }

  private String token(Instant end) {
    var bytes = ByteBuffer.allocate(Long.BYTES + MAC_BYTES).putLong(end.toEpochMilli());
    bytes.put(mac(end.toEpochMilli()), 0, MAC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** True for a token that was issued here and has not ended. */
  boolean good(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (!open || bytes.length != Long.BYTES + MAC_BYTES) {
      return false;
    }
    var read = ByteBuffer.wrap(bytes);
    long end = read.getLong();
    var mac = new byte[MAC_BYTES];
    read.get(mac);
    return MessageDigest.isEqual(mac, java.util.Arrays.copyOf(mac(end), MAC_BYTES)) && clock.millis() < end;
  }

  /** True for the user that the hospital gave BPJS. */
  boolean known(String user) {
    return MessageDigest.isEqual(digest(user), digest(username));
  }

  private byte[] mac(long end) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key());
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(end).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  private static byte[] digest(String text) {
    return id.jejak.kernel.ids.Tokens.hash(text);
  }
}
