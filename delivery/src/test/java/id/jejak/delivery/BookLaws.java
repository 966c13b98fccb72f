package id.jejak.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.delivery.domain.Backoff;
import id.jejak.delivery.domain.Book;
import id.jejak.delivery.domain.Ended;
import id.jejak.delivery.domain.Held;
import id.jejak.delivery.domain.Trip;
import id.jejak.delivery.store.Schema;
import id.jejak.kernel.Rounds;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The book in PostgreSQL does what the one on paper does, whatever is asked of it in whatever order. */
class BookLaws {
  private static final int SEEDS = Rounds.of("jejak.delivery.book.seeds", 20, 60);
  private static final int STEPS = 120;
  private static final Duration SETTLE = Duration.ofSeconds(3);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20));

  /** Asks one book, and says what it answered. */
  private static final class Story<B extends Book & Rows> {
    private final B book;
    private final List<Held> hands = new ArrayList<>();
    private final List<Long> nodes = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T01:00:00Z");

    Story(B book) {
      this.book = book;
      book.beat(1, Duration.ofDays(1));
      book.beat(2, Duration.ofDays(1));
    }

    String step(Random random) {
      now = now.plusMillis(random.nextInt(2000));
      long id = 1001 + random.nextInt(30);
      return switch (random.nextInt(12)) {
        case 0, 1, 2 -> "posted " + book.post(new Parcel("r" + random.nextInt(2), "f", "k" + random.nextInt(4), "a",
            Json.read("{\"n\":" + random.nextInt(9) + "}")), now);
        case 3, 4, 5 -> claim(random);
        case 6, 7 -> settle(random);
        case 8 -> "redriven " + book.redrive(id, now);
        case 9 -> "corrected " + book.correct(id, Json.read("{\"n\":7}"), now);
        case 10 -> random.nextInt(4) == 0 ? "given up " + book.giveUp(id, now) : "aside " + book.stepAside(id, now);
        default -> lapse(random);
      };
    }

    private String claim(Random random) {
      long node = 1 + random.nextInt(2);
      var claimed = book.claim(node, "r" + random.nextInt(2), 1 + random.nextInt(6), now);
      claimed.forEach(held -> {
        hands.add(held);
        nodes.add(node);
      });
      return "claimed " + claimed;
    }

    private String settle(Random random) {
      int count = Math.min(hands.size(), random.nextInt(4));
      long node = nodes.isEmpty() ? 1 : nodes.getFirst();
      var ended = new ArrayList<Ended>();
      for (int i = 0; i < count; i++) {
        int at = random.nextInt(hands.size());
        var held = hands.remove(at);
        nodes.remove(at);
        var trip = trip(random);
        ended.add(new Ended(held, trip, held.life().after(trip, now, BACKOFF, SETTLE, random), 5));
      }
      book.settle(node, ended, now);
      return "settled " + ended.size();
    }

    private static Trip trip(Random random) {
      return switch (random.nextInt(7)) {
        case 0 -> new Trip(new Carried.Refused(Remedy.FIX_DATA, "9", "no"), false, true, false, false);
        case 1 -> new Trip(new Carried.Later(Optional.of(Duration.ofSeconds(9)), "busy"), false, true, false, false);
        case 2 -> new Trip(new Carried.Unknown("silence"), true, true, true, false);
        case 3 -> new Trip(new Carried.Later(Optional.empty(), "cannot say"), true, false, true, false);
        default -> new Trip(new Carried.Done(Json.read("{}")), false, true, false, false);
      };
    }

    private String lapse(Random random) {
      if (random.nextInt(3) == 0) {
        var held = book.holds(1);
        var some = held.stream().filter(grip -> grip.id() % 2 == 0).collect(java.util.stream.Collectors.toSet());
        book.disown(1, some, now, SETTLE);
        return "disowned " + new java.util.TreeSet<>(held.stream().map(Book.Grip::id).toList());
      }
      if (random.nextBoolean()) {
        return "moved " + (now = now.plusSeconds(30));
      }
      long node = 1 + random.nextInt(2);
      book.lapse(node);
      int lost = book.takeOver(now, SETTLE);
      book.beat(node, Duration.ofDays(1));
      return "lost " + lost;
    }
  }

  @Test
  void paperAndPostgresAnswerAlike() {
    try (var db = TestDelivery.database()) {
      Schema.MIGRATIONS.apply(db);
      int carried = 0;
      try (var rows = new SqlRows(db)) {
        for (int seed = 0; seed < SEEDS; seed++) {
          rows.clear();
          carried += alike(seed, new Story<>(new PaperBook()), new Story<>(rows));
        }
      }
      assertTrue(carried > SEEDS, "hardly anything arrived: " + carried);
    }
  }

  private static int alike(int seed, Story<PaperBook> paper, Story<SqlRows> real) {
    var one = new Random(seed);
    var other = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      var where = "seed " + seed + ", step " + step;
      assertEquals(paper.step(one), real.step(other), where);
      assertEquals(paper.book.open(), real.book.open(), where);
    }
    assertEquals(paper.book.closed().stream().map(Rows.Shown::id).toList(),
        real.book.closed().stream().map(Rows.Shown::id).toList());
    return paper.book.closed().size();
  }
}
