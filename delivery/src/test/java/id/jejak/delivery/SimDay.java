package id.jejak.delivery;

import id.jejak.delivery.domain.Backoff;
import id.jejak.delivery.domain.Book;
import id.jejak.delivery.domain.Ended;
import id.jejak.delivery.domain.Held;
import id.jejak.delivery.domain.Stage;
import id.jejak.delivery.engine.Lane;
import id.jejak.delivery.engine.Rules;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * An evening, a night and a morning of delivery, drawn by one seed: who posts what and when, how the remotes feel,
 * which node is killed between which two steps, what the staff do about what is parked. One thread, no real time.
 */
final class SimDay<B extends Book & Rows> {
  private static final Instant BEGIN = Instant.parse("2026-11-22T11:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(45);
  private static final Rules RULES = new Rules(6, Duration.ofSeconds(3), LEASE,
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2)), Duration.ofSeconds(60), Duration.ZERO);
  private static final int KEYS = 4;

  /**
   * How large a day is.
   *
   * @param length until everybody is well again
   */
  record Size(int parcels, Duration length) {}

  private record Event(Instant at, long number, Runnable what) {}

  private record Posted(long id, int number, String remote, String key) {}

  private final class Node {
    final long id = ++lastNode;
    final List<Lane> lanes = new ArrayList<>();
    final List<Ended> back = new ArrayList<>();
    boolean alive = true;
  }

  private final B book;
  private final Random random;
  private final Size size;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
  final List<SimRemote> remotes = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Posted> posted = new ArrayList<>();
  private final Set<Integer> givenUp = new HashSet<>();
  private final Set<Integer> aside = new HashSet<>();
  private Instant now = BEGIN;
  private long lastEvent;
  private long lastNode;
  private int lastNumber;
  int kills;
  int takenOver;

  SimDay(long seed, B book, Size size) {
    this.book = book;
    this.random = new Random(seed);
    this.size = size;
    for (int i = 0; i < 2; i++) {
      remotes.add(new SimRemote("r" + i, i == 0, random, this::in));
    }
  }

  private void in(Duration after, Runnable what) {
    events.add(new Event(now.plus(after), ++lastEvent, what));
  }

  private void on(Node node, Duration after, Runnable what) {
    in(after, () -> {
      if (node.alive) {
        what.run();
      }
    });
  }

  /** Lives the day; gives what is wrong at its end, empty when all is well. */
  String live() {
    long length = size.length().toMillis();
    for (int i = 0; i < size.parcels(); i++) {
      in(Duration.ofMillis(random.nextLong(length)), this::post);
    }
    for (var remote : remotes) {
      for (int i = 0; i < 6; i++) {
        var mood = SimRemote.Mood.values()[random.nextInt(SimRemote.Mood.values().length)];
        in(Duration.ofMillis(random.nextLong(length)), () -> remote.mood = mood);
      }
    }
    for (int i = 0; i < 6; i++) {
      in(Duration.ofMillis(random.nextLong(length)), this::kill);
    }
    in(Duration.ofMinutes(7), this::staff);
    in(size.length(), () -> remotes.forEach(remote -> remote.mood = SimRemote.Mood.WELL));
    start();
    start();
    var end = BEGIN.plus(size.length()).plus(Duration.ofHours(12));
    while (!events.isEmpty() && now.isBefore(end)) {
      var next = events.poll();
      now = next.at();
      next.what().run();
      if (now.isAfter(BEGIN.plus(size.length())) && lastNumber == size.parcels() && book.open().isEmpty()) {
        break;
      }
    }
    return verdict();
  }

  private void post() {
    int number = ++lastNumber;
    if (random.nextInt(20) == 0) {
      return; // the business change was rolled back, and with it the posting
    }
    var what = switch (random.nextInt(25)) {
      case 0, 1 -> ",\"bad\":true";
      case 2 -> ",\"poison\":true";
      default -> "";
    };
    var remote = "r" + random.nextInt(2);
    var key = "k" + random.nextInt(KEYS);
    long id = book.post(new Parcel(remote, "f", key, "a", Json.read("{\"n\":" + number + what + "}")), now);
    posted.add(new Posted(id, number, remote, key));
    if (random.nextInt(3) > 0) { // else whoever posted was killed before it could ring the bell
      nodes.forEach(node -> node.lanes.stream().filter(lane -> lane.remote().equals(remote))
          .forEach(lane -> on(node, Duration.ZERO, () -> tick(node, lane, false))));
    }
  }

  private void start() {
    var node = new Node();
    nodes.add(node);
    book.beat(node.id, LEASE);
    for (var remote : remotes) {
      var lane = new Lane(remote, book, node.id, RULES, () -> now, random);
      node.lanes.add(lane);
      on(node, Duration.ZERO, () -> tick(node, lane, true));
    }
    on(node, LEASE.dividedBy(5), () -> heart(node));
  }

  private void heart(Node node) {
    book.beat(node.id, LEASE);
    takenOver += book.takeOver(now, RULES.settle());
    on(node, LEASE.dividedBy(5).plusMinutes(1), () -> heart(node));
  }

  private void kill() {
    var alive = nodes.stream().filter(node -> node.alive).toList();
    if (alive.isEmpty()) {
      return;
    }
    var victim = alive.get(random.nextInt(alive.size()));
    // most kills strike right after something was taken, or was answered and not written down
    victim.alive = random.nextInt(3) > 0 && events.size() > 0 && delay(victim);
    if (!victim.alive) {
      bury(victim);
    }
  }

  private boolean delay(Node victim) {
    int steps = random.nextInt(400);
    on(victim, Duration.ofMillis(steps), () -> {
      victim.alive = false;
      bury(victim);
    });
    var lane = victim.lanes.get(random.nextInt(victim.lanes.size()));
    on(victim, Duration.ZERO, () -> tick(victim, lane, false));
    return true;
  }

  private void bury(Node victim) {
    kills++;
    nodes.remove(victim);
    in(LEASE, () -> book.lapse(victim.id));
    in(Duration.ofMillis(random.nextInt(120_000)), this::start);
  }

  private void tick(Node node, Lane lane, boolean again) {
    for (var held : lane.claim()) {
      on(node, Duration.ofMillis(random.nextInt(30)), () -> carry(node, lane, held));
    }
    if (again) {
      on(node, lane.idle().plusMillis(1), () -> tick(node, lane, true));
    }
  }

  private void carry(Node node, Lane lane, Held held) {
    var remote = remotes.stream().filter(one -> one.remote().equals(lane.remote())).findFirst().orElseThrow();
    var trip = lane.carry(held);
    on(node, remote.took(), () -> {
      node.back.add(lane.ended(held, trip, remote.took()));
      on(node, Duration.ofMillis(random.nextInt(20)), () -> write(node, lane));
    });
  }

  private void write(Node node, Lane lane) {
    book.settle(node.id, List.copyOf(node.back), now);
    node.back.clear();
    on(node, Duration.ZERO, () -> tick(node, lane, false));
  }

  private void staff() {
    for (var row : book.open()) {
      if (row.stage() == Stage.PARKED) {
        deal(row);
      }
    }
    remotes.stream().filter(remote -> remote.mood == SimRemote.Mood.SIGNATURE && random.nextInt(3) == 0)
        .forEach(remote -> remote.mood = SimRemote.Mood.WELL);
    in(Duration.ofMinutes(5 + random.nextInt(20)), this::staff);
  }

  private void deal(Rows.Shown row) {
    int number = row.parcel().body().path("n").asInt();
    boolean wrong = row.parcel().body().path("bad").asBoolean(false);
    switch (random.nextInt(8)) {
      case 0 -> {
        if (wrong && book.giveUp(row.id(), now)) {
          givenUp.add(number);
        }
      }
      case 1 -> {
        if (book.stepAside(row.id(), now)) {
          aside.add(number);
        }
      }
      case 2, 3 -> book.redrive(row.id(), now);
      default -> book.correct(row.id(), Json.read("{\"n\":" + number + "}"), now);
    }
  }

  private String verdict() {
    var wrong = new StringBuilder();
    book.open().forEach(row -> wrong.append("left over: ").append(row).append('\n'));
    for (var remote : remotes) {
      for (int k = 0; k < KEYS; k++) {
        var key = "k" + k;
        var kept = remote.kept.getOrDefault(key, List.of());
        var owed = posted.stream().filter(one -> one.remote().equals(remote.remote()) && one.key().equals(key))
            .sorted(Comparator.comparing(Posted::id)).map(Posted::number)
            .filter(number -> !givenUp.contains(number)).toList();
        if (!new HashSet<>(kept).equals(new HashSet<>(owed)) || kept.size() != owed.size()
            || !inLine(kept).equals(inLine(owed))) {
          wrong.append(remote.remote()).append(' ').append(key).append(": owed ").append(owed).append(", kept ")
              .append(kept).append(", aside ").append(aside).append('\n');
        }
      }
    }
    return wrong.toString();
  }

  private List<Integer> inLine(List<Integer> all) {
    return all.stream().filter(number -> !aside.contains(number)).toList();
  }
}
