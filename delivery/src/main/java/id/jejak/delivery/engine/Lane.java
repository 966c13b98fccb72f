package id.jejak.delivery.engine;

import id.jejak.delivery.Carried;
import id.jejak.delivery.Carrier;
import id.jejak.delivery.domain.Book;
import id.jejak.delivery.domain.Breaker;
import id.jejak.delivery.domain.Ended;
import id.jejak.delivery.domain.Held;
import id.jejak.delivery.domain.Pace;
import id.jejak.delivery.domain.Stage;
import id.jejak.delivery.domain.Trip;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one remote from one node: how much may go now, and what to make of how it went. Starts nothing by
 * itself, so a simulated day and real threads drive the same lane. Thread-safe.
 */
public final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  /** What a lane shows of itself. */
  public record View(String remote, int underWay, int atOnce, boolean open, Optional<Instant> notBefore) {}

  private final Carrier carrier;
  private final Book book;
  private final long node;
  private final Rules rules;
  private final InstantSource clock;
  private final RandomGenerator random;
  private Breaker breaker = Breaker.CLOSED;
  private Pace pace;
  private int underWay;
  private Instant asked = Instant.EPOCH;
  private Optional<Instant> soonest = Optional.empty();

  /** A lane with nothing under way. */
  public Lane(Carrier carrier, Book book, long node, Rules rules, InstantSource clock, RandomGenerator random) {
    this.carrier = carrier;
    this.book = book;
    this.node = node;
    this.rules = rules;
    this.clock = clock;
    this.random = random;
    this.pace = Pace.upTo(rules.atOnce());
  }

  /** The remote it leads to. */
  public String remote() {
    return carrier.remote();
  }

  /** Takes as many parcels as may go now; they count as under way. For one thread. */
  public List<Held> claim() {
    var now = clock.instant();
    int room = room(now);
    if (room == 0) {
      return List.of();
    }
    var claimed = book.claim(node, remote(), room, now);
    taken(claimed.size(), room, now);
    return claimed;
  }

  private synchronized int room(Instant now) {
    if (now.isBefore(asked)) {
      return 0;
    }
    return Math.max(0, Math.min(pace.atOnce() - underWay, breaker.admits(now)));
  }

  private synchronized void taken(int count, int room, Instant now) {
    underWay += count;
    breaker = breaker.sent(count);
    if (count < room && soonest.filter(when -> !when.isAfter(now)).isPresent()) {
      soonest = Optional.empty();
    }
  }

  /** Carries one: looks for it first when it may be there. Never throws. */
  public Trip carry(Held held) {
    boolean looked = held.life().doubtful();
    boolean sent = false;
    try {
      if (looked) {
        var found = carrier.lookFor(held.parcel());
        if (found.isPresent()) {
          return new Trip(found.get(), true, false, true, false);
        }
      }
      sent = true;
      var end = carrier.carry(held.parcel());
      return new Trip(end, looked, true, end instanceof Carried.Unknown, false);
    } catch (Throwable e) { // an Error too: a parcel must not stay in the hands of a node that forgot it
      LOG.error("carrier of {} broke at parcel {} ({})", remote(), held.id(), held.parcel().kind(), e);
      return new Trip(new Carried.Unknown("the carrier broke: " + e.getClass().getSimpleName()), looked, sent, true,
          true);
    }
  }

  /** One that was claimed is left as it is, for whoever takes over. */
  public synchronized void dropped() {
    underWay--;
  }

  /** What becomes of a parcel after a trip, which also tells how the remote fares. */
  public synchronized Ended ended(Held held, Trip trip, Duration took) {
    var now = clock.instant();
    int before = underWay--;
    switch (trip.end()) {
      case Carried.Done _ -> well(before);
      case Carried.Refused _ -> well(before);
      case Carried.NotYet _ -> well(before);
      case Carried.Later(var after, _) -> {
        pace = pace.strained(now);
        if (after.isPresent()) {
          breaker = breaker.answered();
          asked = later(asked, now.plus(after.get()));
        } else {
          breaker = breaker.failed(now, random);
        }
      }
      case Carried.Unknown _ -> {
        pace = pace.strained(now);
        breaker = breaker.failed(now, random);
      }
    }
    var after = held.life().after(trip, now, rules.backoff(), rules.settle(), random);
    if (after.stage() == Stage.OWED || after.stage() == Stage.UNKNOWN) {
      soonest = Optional.of(soonest.filter(when -> when.isBefore(after.due())).orElse(after.due()));
    }
    return new Ended(held, trip, after, (int) Math.min(took.toMillis(), Integer.MAX_VALUE));
  }

  private void well(int before) {
    breaker = breaker.answered();
    pace = pace.well(before);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** How long nothing new can be due for this lane, as far as it knows; at most until it polls. */
  public synchronized Duration idle() {
    var now = clock.instant();
    var wait = rules.poll();
    for (var when : List.of(Optional.of(asked), breaker.until(), soonest)) {
      var until = when.map(at -> Duration.between(now, at)).filter(span -> !span.isNegative() && !span.isZero());
      if (until.isPresent() && until.get().compareTo(wait) < 0) {
        wait = until.get();
      }
    }
    return wait;
  }

  /** What was learnt of the remote is forgotten, as after the world was put back to its first state. */
  public synchronized void forget() {
    breaker = Breaker.CLOSED;
    asked = Instant.EPOCH;
    soonest = Optional.empty();
  }

  /** How it stands. */
  public synchronized View view() {
    var now = clock.instant();
    return new View(remote(), underWay, pace.atOnce(), breaker.open(),
        Optional.of(later(asked, breaker.until().orElse(Instant.EPOCH))).filter(when -> when.isAfter(now)));
  }
}
