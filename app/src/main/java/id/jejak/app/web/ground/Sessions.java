package id.jejak.app.web.ground;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the server remembers of visitors who logged in somewhere, in memory and for some hours. A login changes the
 * visitor's id, so an id that somebody planted is worth nothing. Thread-safe.
 */
public final class Sessions {
  /** Visitors remembered; the one not seen for longest is forgotten first. */
  public static final int MOST = 1_000;
  /** Forgotten after so long without a visit. */
  public static final Duration IDLE = Duration.ofHours(10);
  private static final int ID_BYTES = 24;

  private record Kept(Instant seen, Map<Class<?>, Object> things) {}

  private final SecureRandom random;
  private final InstantSource machine;
  private final LinkedHashMap<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Nobody yet.
   *
   * @param machine the machine's clock: a moved demo clock must not log people out
   */
  public Sessions(SecureRandom random, InstantSource machine) {
    this.random = random;
    this.machine = machine;
  }

  String newId() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is remembered of a visitor; there is at most one thing of a kind. */
  public synchronized <T> Optional<T> get(Visitor visitor, Class<T> type) {
    var here = kept.get(visitor.id());
    if (here == null) {
      return Optional.empty();
    }
    var now = machine.instant();
    if (here.seen().plus(IDLE).isBefore(now)) {
      kept.remove(visitor.id());
      return Optional.empty();
    }
    kept.put(visitor.id(), new Kept(now, here.things()));
    return here.things().values().stream().filter(type::isInstance).findFirst().map(type::cast);
  }

  /** Remembers something more of a visitor of whom something is remembered, in place of what was of its kind. */
  public synchronized void keep(Visitor visitor, Object thing) {
    var here = kept.get(visitor.id());
    if (here != null) {
      here.things().put(thing.getClass(), thing);
    }
  }

  /** Remembers something of a visitor under a new id, and gives the visitor with it. */
  public synchronized Visitor begin(Visitor visitor, Object thing) {
    var before = kept.remove(visitor.id());
    var things = new HashMap<Class<?>, Object>(before == null ? Map.of() : before.things());
    things.put(thing.getClass(), thing);
    var id = newId();
    kept.put(id, new Kept(machine.instant(), things));
    if (kept.size() > MOST) {
      kept.remove(kept.firstEntry().getKey());
    }
    return new Visitor(id, visitor.language(), true);
  }

  /** Forgets one thing about a visitor. */
  public synchronized void end(Visitor visitor, Class<?> type) {
    var here = kept.get(visitor.id());
    if (here != null) {
      here.things().remove(type);
    }
  }
}
