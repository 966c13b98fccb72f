package id.jejak.delivery.engine;

import id.jejak.delivery.Carrier;
import id.jejak.delivery.domain.Book;
import id.jejak.delivery.domain.Book.Grip;
import id.jejak.delivery.domain.Ended;
import id.jejak.delivery.domain.Held;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node that carries. Each remote has a thread that takes what is due; each parcel under way has one of its own;
 * what came of them is written down together, by one more. All are virtual. Thread-safe.
 *
 * <p>A node that could not give a sign of life for half of its lease sends nothing new: another one may have taken
 * over.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final int TOGETHER = 500;
  /** So many at once are worth a statement of their own: where more come, nothing is waited for. */
  private static final int MANY = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private record Back(Lane lane, Ended ended) {}

  /** Told of everything that came back, to count it. */
  @FunctionalInterface
  public interface Listener {
    /** One came back. */
    void ended(Ended ended);
  }

  private final Book book;
  private final long node;
  private final Rules rules;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Listener listener;
  private final ConcurrentSkipListMap<String, Lane> lanes = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, Bell> bells = new ConcurrentSkipListMap<>();
  private final LinkedBlockingQueue<Back> back = new LinkedBlockingQueue<>();
  /** What is in this node's hands, from the claim to what is written down. */
  private final Set<Grip> hands = ConcurrentHashMap.newKeySet();
  /** What the book has in this node's hands and the node knows nothing of: given away when it is seen twice. */
  private Set<Grip> suspects = Set.of();
  private final Set<Grip> disowned = ConcurrentHashMap.newKeySet();
  private final Bell heart = new Bell();
  private final Phaser underWay = new Phaser(1);
  private volatile boolean open = true;
  private volatile long lastSign;

  /**
   * Starts a node without any lane yet.
   *
   * @param node unlike that of any other node, and of this process before a restart
   */
  public Engine(Book book, long node, Rules rules, InstantSource clock, RandomGenerator random, Listener listener) {
    this.book = book;
    this.node = node;
    this.rules = rules;
    this.clock = clock;
    this.random = random;
    this.listener = listener;
    sign();
    Thread.ofVirtual().name("delivery-heart").start(this::live);
    Thread.ofVirtual().name("delivery-book").start(this::write);
  }

  /** Opens the lane of a carrier. */
  public void add(Carrier carrier) {
    var lane = new Lane(carrier, book, node, rules, clock, random);
    if (lanes.putIfAbsent(carrier.remote(), lane) != null) {
      throw new IllegalStateException("there is a carrier for " + carrier.remote() + " already");
    }
    var bell = new Bell();
    bells.put(carrier.remote(), bell);
    Thread.ofVirtual().name("delivery-" + carrier.remote()).start(() -> dispatch(lane, bell));
  }

  /** Something may be due for this remote. */
  public void wake(String remote) {
    var bell = bells.get(remote);
    if (bell != null) {
      bell.ring();
    }
  }

  /** Something may be due anywhere, as after the clock was moved. */
  public void wake() {
    bells.values().forEach(Bell::ring);
  }

  /** What was learnt of the remotes is forgotten, as after the world was put back to its first state. */
  public void forget() {
    lanes.values().forEach(Lane::forget);
    wake();
  }

  /** How the lanes stand, by remote. */
  public List<Lane.View> views() {
    return lanes.values().stream().map(Lane::view).toList();
  }

  private void dispatch(Lane lane, Bell bell) {
    while (open) {
      var wait = rules.poll();
      long looked = System.nanoTime();
      int found = 0;
      try {
        var claimed = alive() ? lane.claim() : List.<Held>of();
        claimed.forEach(held -> hands.add(grip(held)));
        claimed.forEach(held -> {
          underWay.register();
          Thread.ofVirtual().name("delivery-" + lane.remote() + "-" + held.id()).start(() -> carry(lane, held));
        });
        found = claimed.size();
        wait = found == 0 ? lane.idle() : Duration.ZERO;
      } catch (RuntimeException e) {
        LOG.warn("deliveries to {} could not be looked up, and will be in {}", lane.remote(), wait, e);
      }
      bell.await(wait);
      if (found < MANY) {
        gather(bell, looked);
      }
    }
  }

  /** Lets pass what is left of the time in which things gather. */
  private void gather(Bell bell, long since) {
    var rest = rules.gather().minusNanos(System.nanoTime() - since);
    if (open && rest.isPositive()) {
      bell.pause(rest);
    }
  }

  private void carry(Lane lane, Held held) {
    try {
      if (alive() && !disowned.remove(grip(held))) {
        long started = System.nanoTime();
        var trip = lane.carry(held);
        back.add(new Back(lane, lane.ended(held, trip, Duration.ofNanos(System.nanoTime() - started))));
      } else { // it is not sent, and given away at a sign of life to come
        hands.remove(grip(held));
        lane.dropped();
      }
    } finally {
      underWay.arriveAndDeregister();
    }
  }

  private void write() {
    int most = TOGETHER;
    long written = System.nanoTime();
    while (open || !back.isEmpty()) {
      try {
        var first = back.poll(rules.poll().toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          var together = gathered(first, written, most);
          written = System.nanoTime();
          // after a failure one by one: one that cannot be written must not keep the others from it
          most = write(together) ? TOGETHER : 1;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** What came back, and what comes until many are there or the time to gather is over. */
  private List<Back> gathered(Back first, long since, int most) throws InterruptedException {
    var together = new ArrayList<Back>(List.of(first));
    while (together.size() < Math.min(MANY, most)) {
      var next = back.poll(rules.gather().minusNanos(System.nanoTime() - since).toNanos(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return together;
      }
      together.add(next);
    }
    back.drainTo(together, most - together.size());
    return together;
  }

  private boolean write(List<Back> together) {
    try {
      book.settle(node, together.stream().map(Back::ended).toList(), clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("{} deliveries are not written down yet, and will be", together.size(), e);
      back.addAll(together);
      heart.pause(rules.poll());
      return false;
    }
    together.forEach(one -> hands.remove(grip(one.ended().held())));
    together.stream().map(Back::lane).distinct().forEach(lane -> wake(lane.remote()));
    together.forEach(one -> listener.ended(one.ended()));
    return true;
  }

  private void live() {
    while (open) {
      heart.await(rules.lease().dividedBy(5));
      if (open) {
        try {
          sign();
          lookAtHands();
          if (book.takeOver(clock.instant(), rules.settle()) > 0) {
            wake();
          }
        } catch (RuntimeException e) {
          LOG.warn("no sign of life of this node could be given", e);
        }
      }
    }
  }

  /**
   * A connection that broke at the commit of a claim leaves parcels in the hands of a node that never heard of them.
   * Seen twice, they are given away; should the claim come back after all, they are not sent.
   */
  private void lookAtHands() {
    var strange = new HashSet<>(book.holds(node));
    strange.removeAll(hands);
    var twice = new HashSet<>(strange);
    twice.retainAll(suspects);
    suspects = Set.copyOf(strange);
    if (!twice.isEmpty()) {
      LOG.warn("{} deliveries were lost sight of: they will be looked for", twice.size());
      disowned.addAll(twice);
      book.disown(node, twice, clock.instant(), rules.settle());
    }
  }

  private static Grip grip(Held held) {
    return new Grip(held.id(), held.life().attempts());
  }

  private void sign() {
    long before = System.nanoTime();
    book.beat(node, rules.lease());
    lastSign = before;
  }

  private boolean alive() {
    return System.nanoTime() - lastSign < rules.lease().toNanos() / 2;
  }

  /** Takes nothing new, waits a while for what is under way, and leaves the rest to be looked for. */
  @Override
  public void close() {
    open = false;
    wake();
    heart.ring();
    try {
      underWay.awaitAdvanceInterruptibly(underWay.arriveAndDeregister(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.info("some deliveries are still under way: they will be looked for");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var rest = new ArrayList<Back>();
    back.drainTo(rest);
    try {
      book.settle(node, rest.stream().map(Back::ended).toList(), clock.instant());
      book.leave(node);
    } catch (RuntimeException e) {
      LOG.warn("{} deliveries are not written down: they will be looked for", rest.size(), e);
    }
  }
}
