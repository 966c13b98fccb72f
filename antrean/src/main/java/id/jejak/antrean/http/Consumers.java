package id.jejak.antrean.http;

import id.jejak.antrean.store.ConsumerStore;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.security.MessageDigest;

/**
 * Who may ask, with secrets opened: kept for a minute, since each request needs one. Only ids that there are are kept,
 * so strangers cannot fill the memory. Thread-safe.
 */
final class Consumers {
  private static final Duration KEPT = Duration.ofMinutes(1);

  /** A consumer with its secret. */
  record Known(String consId, String hospital, String hospitalName, Secret secret, byte[] userKey, Instant since) {
    boolean hasKey(String given) {
      return MessageDigest.isEqual(userKey, Tokens.hash(given));
    }
  }

  private final Db db;
  private final ConsumerStore store;
  private final SecretBox box;
  private final InstantSource machine;
  private final Map<String, Known> kept = new ConcurrentHashMap<>();

  Consumers(Db db, ConsumerStore store, SecretBox box, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.box = box;
    this.machine = clock;
  }

  Optional<Known> byId(String consId) {
    var now = machine.instant();
    var known = kept.get(consId);
    if (known != null && Duration.between(known.since(), now).abs().compareTo(KEPT) < 0) {
      return Optional.of(known);
    }
    var fresh = db.read(handle -> store.byId(handle, consId)).map(one -> opened(one, now));
    fresh.ifPresentOrElse(one -> kept.put(consId, one), () -> kept.remove(consId));
    return fresh;
  }

  private Known opened(ConsumerStore.Kept one, Instant now) {
    return new Known(one.consId(), one.hospital(), one.hospitalName(), box.unseal(one.consId(), one.secret()),
        one.userKey(), now);
  }

  /**
   * Opens one secret, so that a wrong key stops the start instead of every request.
   *
   * @throws id.jejak.kernel.config.StartFailure when it cannot be opened
   */
  void check() {
    db.read(store::any).ifPresent(one -> box.unseal(one.consId(), one.secret()));
  }

  void forget() {
    kept.clear();
  }
}
