package id.jejak.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import id.jejak.delivery.domain.Book;
import id.jejak.delivery.domain.Ended;
import id.jejak.delivery.domain.Held;
import id.jejak.delivery.engine.Lane;
import id.jejak.delivery.store.Schema;
import id.jejak.kernel.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Whatever a day brings, at its end each remote has what was owed to it: nothing lost, nothing twice, in order by key.
 * {@code -Djejak.delivery.day.seeds=100000} and {@code -Djejak.delivery.day.sql.seeds=300} live longer.
 */
class SimDayLaws {
  private static final int SEEDS = Rounds.of("jejak.delivery.day.seeds", 600, 3_000);
  private static final int SQL_SEEDS = Rounds.of("jejak.delivery.day.sql.seeds", 8, 25);
  private static final SimDay.Size DAY = new SimDay.Size(60, Duration.ofHours(8));
  private static final SimDay.Size SHORT = new SimDay.Size(40, Duration.ofHours(1));
  private static final Logger CARRIERS = (Logger) LoggerFactory.getLogger(Lane.class);

  @BeforeAll
  static void hush() {
    CARRIERS.setLevel(Level.OFF); // carriers break by the thousand
  }

  @AfterAll
  static void speak() {
    CARRIERS.setLevel(null);
  }

  @Test
  void nothingIsLostNothingArrivesTwiceAndOrderIsKept() {
    var met = new EnumMap<SimRemote.Fault, Integer>(SimRemote.Fault.class);
    int kills = 0;
    int takenOver = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      var day = new SimDay<>(seed, new PaperBook(), DAY);
      assertEquals("", day.live(), "seed " + seed);
      day.remotes.forEach(remote -> remote.met.forEach((fault, count) -> met.merge(fault, count, Integer::sum)));
      kills += day.kills;
      takenOver += day.takenOver;
    }
    for (var fault : SimRemote.Fault.values()) {
      assertTrue(met.getOrDefault(fault, 0) >= SEEDS / 20, fault + " was hardly met: " + met);
    }
    assertTrue(kills > SEEDS && takenOver > SEEDS / 20, kills + " kills, " + takenOver + " taken over");
  }

  @Test
  void soItIsInPostgres() {
    try (var db = TestDelivery.database()) {
      Schema.MIGRATIONS.apply(db);
      try (var rows = new SqlRows(db)) {
        for (long seed = 0; seed < SQL_SEEDS; seed++) {
          rows.clear();
          assertEquals("", new SimDay<>(seed, rows, SHORT).live(), "seed " + seed);
        }
      }
    }
  }

  @Test
  void aDayNoticesWhoSendsAgainWithoutLooking() {
    assertTrue(somethingIsNoticed(seed -> {
      var day = new SimDay<>(seed, new PaperBook(), DAY);
      day.remotes.forEach(remote -> remote.blind = true);
      return day.live();
    }));
  }

  @Test
  void aDayNoticesABookThatKeepsNoOrder() {
    assertTrue(somethingIsNoticed(seed -> new SimDay<>(seed, new Broken(false), DAY).live()));
  }

  @Test
  void aDayNoticesABookThatForgetsWhatAKilledNodeHeld() {
    assertTrue(somethingIsNoticed(seed -> new SimDay<>(seed, new Broken(true), DAY).live()));
  }

  private interface OneDay {
    String live(long seed);
  }

  private static boolean somethingIsNoticed(OneDay day) {
    for (long seed = 0; seed < 200; seed++) {
      if (!day.live(seed).isEmpty()) {
        return true;
      }
    }
    assertFalse(SEEDS == 0);
    return false;
  }

  /** A book with a fault: it gives every key's parcels at once, or takes nothing over. */
  private static final class Broken implements Book, Rows {
    private final PaperBook paper = new PaperBook();
    private final Map<Long, String> keys = new java.util.HashMap<>();
    private final boolean forgets;
    private int posted;

    Broken(boolean forgets) {
      this.forgets = forgets;
    }

    @Override
    public long post(Parcel parcel, Instant now) {
      var alone = forgets ? parcel : new Parcel(parcel.remote(), parcel.facility(), parcel.key() + " " + ++posted,
          parcel.kind(), parcel.body());
      long id = paper.post(alone, now);
      keys.put(id, parcel.key());
      return id;
    }

    @Override
    public java.util.Set<Grip> holds(long node) {
      return paper.holds(node);
    }

    @Override
    public void disown(long node, java.util.Set<Grip> forgotten, Instant now, Duration settle) {
      paper.disown(node, forgotten, now, settle);
    }

    @Override
    public List<Held> claim(long node, String remote, int most, Instant now) {
      return paper.claim(node, remote, most, now).stream().map(held -> new Held(held.id(),
          new Parcel(remote, "f", keys.get(held.id()), "a", held.parcel().body()), held.life())).toList();
    }

    @Override
    public int takeOver(Instant now, Duration settle) {
      return forgets ? 0 : paper.takeOver(now, settle);
    }

    @Override
    public void beat(long node, Duration lease) {
      paper.beat(node, lease);
    }

    @Override
    public void leave(long node) {
      paper.leave(node);
    }

    @Override
    public void settle(long node, List<Ended> ended, Instant now) {
      paper.settle(node, ended, now);
    }

    @Override
    public void lapse(long node) {
      paper.lapse(node);
    }

    @Override
    public boolean redrive(long id, Instant now) {
      return paper.redrive(id, now);
    }

    @Override
    public boolean correct(long id, tools.jackson.databind.JsonNode body, Instant now) {
      return paper.correct(id, body, now);
    }

    @Override
    public boolean giveUp(long id, Instant now) {
      return paper.giveUp(id, now);
    }

    @Override
    public boolean stepAside(long id, Instant now) {
      return paper.stepAside(id, now);
    }

    @Override
    public List<Shown> open() {
      return paper.open();
    }

    @Override
    public List<Shown> closed() {
      return paper.closed();
    }
  }
}
