package id.jejak.facility.access.http;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.contract.Limits;
import id.jejak.facility.access.domain.SessionLife;
import id.jejak.facility.access.store.SessionStore;
import id.jejak.facility.access.store.SessionStore.Session;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Tokens;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Sessions by token. A look is remembered for five seconds, so what one node ends may live that long on another; on the node
 * that ends it, it ends at once. Thread-safe.
 */
final class Sessions {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final Duration NOTED = Duration.ofMinutes(1);

  /** A session that lives. */
  record Live(Actor actor, String username, Instant end) {}

  /** A session that begins, with the only copy of its token. */
  record Begun(String token, Instant end) {
    @Override
    public String toString() {
      return "Begun[***]";
    }
  }

  private record Looked(Session session, Instant at) {}

  private final Db db;
  private final SessionStore store;
  private final SessionLife life;
  private final Tokens tokens;
  private final InstantSource clock;
  private final Map<String, Looked> looked = new ConcurrentHashMap<>();

  Sessions(Db db, SessionStore store, SessionLife life, SecureRandom random, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.life = life;
    this.tokens = new Tokens(random);
    this.clock = clock;
  }

  Begun begin(Handle tx, long staff, String facility) {
    var now = clock.instant();
    var begun = new Begun(tokens.alphanumeric(Limits.TOKEN), life.end(now));
    store.start(tx, Tokens.hash(begun.token()), staff, facility, now, begun.end());
    return begun;
  }

  Optional<Live> byToken(String token) {
    if (token.length() != Limits.TOKEN) {
      return Optional.empty();
    }
    var now = clock.instant();
    var before = looked.get(token);
    Session session;
    if (before != null && Duration.between(before.at, now).abs().compareTo(REMEMBERED) < 0) {
      session = before.session;
    } else {
      var hash = Tokens.hash(token);
      var found = db.read(handle -> store.byToken(handle, hash, now));
      if (found.isEmpty() || !found.get().active() || !life.lives(found.get().seen(), found.get().end(), now)) {
        looked.remove(token);
        return Optional.empty();
      }
      session = found.get();
      if (looked.size() >= Limits.SESSIONS) {
        looked.clear(); // costs each of them one look
      }
      looked.put(token, new Looked(session, now));
      if (Duration.between(session.seen(), now).compareTo(NOTED) >= 0) {
        db.transaction(tx -> {
          store.seen(tx, hash, now);
          return true;
        });
      }
    }
    return Optional.of(live(session, now)); // looked at less than five seconds ago
  }

  /** The session of a token that begins in this transaction. */
  Optional<Live> byTokenWithin(Handle tx, String token) {
    var now = clock.instant();
    return store.byToken(tx, Tokens.hash(token), now).map(session -> live(session, now));
  }

  void end(Handle tx, String token) {
    store.end(tx, Tokens.hash(token));
    looked.remove(token);
  }

  void endAll(Handle tx, long staff) {
    store.endAll(tx, staff);
    looked.values().removeIf(one -> one.session.staff() == staff);
  }

  /** Looks anew at everybody the next time. */
  void forget() {
    looked.clear();
  }

  void sweep() {
    db.transaction(tx -> {
      store.sweep(tx, clock.instant());
      return true;
    });
  }

  private static Live live(Session session, Instant now) {
    var roles = new TreeSet<>(session.roles());
    boolean glass = !session.extra().isEmpty() && now.isBefore(session.extraEnd());
    if (glass) {
      roles.addAll(session.extra());
    }
    return new Live(new Actor(session.staff(), session.name(), roles, session.facility(), glass), session.username(),
        session.end());
  }
}
