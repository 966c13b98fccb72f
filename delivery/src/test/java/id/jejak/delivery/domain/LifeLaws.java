package id.jejak.delivery.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.delivery.Carried;
import id.jejak.delivery.Remedy;
import id.jejak.kernel.Rounds;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to a parcel, what may be at the remote is never sent without being looked for. */
class LifeLaws {
  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
  private static final Duration SETTLE = Duration.ofSeconds(3);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

  private static Trip trip(Random random, Life held) {
    boolean looked = held.doubtful();
    return switch (random.nextInt(7)) {
      case 0 -> new Trip(new Carried.Done(Json.read("{}")), looked, true, false, false);
      case 1 -> new Trip(new Carried.Refused(Remedy.HUMAN, "1", "no"), looked, true, false, false);
      case 2 -> new Trip(new Carried.Later(Optional.of(Duration.ofSeconds(30)), "busy"), looked, true, false, false);
      case 3 -> new Trip(new Carried.Later(Optional.empty(), "cannot say"), true, false, true, false);
      case 5 -> new Trip(new Carried.NotYet(Duration.ofSeconds(3), "no number yet"), looked, true, false, false);
      case 4 -> new Trip(new Carried.Unknown("silence"), looked, true, true, false);
      default -> new Trip(new Carried.Unknown("broke"), looked, true, true, true);
    };
  }

  @Test
  void doubtIsOnlyLostByAnAnswer() {
    for (long seed = 0; seed < Rounds.of(4_000, 20_000); seed++) {
      var random = new Random(seed);
      var life = Life.posted(NOW);
      boolean mayBeThere = false;
      for (int step = 0; step < 30 && life.stage() != Stage.DONE && life.stage() != Stage.GIVEN_UP; step++) {
        var before = life;
        switch (life.stage()) {
          case OWED, UNKNOWN -> {
            life = random.nextInt(5) == 0 ? life.redriven(NOW).orElseThrow() : life.held();
            assertTrue(life.stage() != Stage.HELD || !mayBeThere || life.doubtful(), "seed " + seed + ": " + before);
          }
          case HELD -> {
            if (random.nextInt(4) == 0) {
              life = life.abandoned(NOW, SETTLE);
              mayBeThere = true;
            } else {
              var trip = trip(random, life);
              life = life.after(trip, NOW, BACKOFF, SETTLE, random);
              mayBeThere = trip.doubtful();
            }
            assertTrue(!mayBeThere || life.stage() == Stage.UNKNOWN || life.doubtful(), "seed " + seed + ": " + before);
            assertTrue(life.stage() != Stage.UNKNOWN || !life.due().isBefore(NOW.plus(SETTLE)));
          }
          case PARKED -> life = (random.nextBoolean() ? life.redriven(NOW) : life.corrected(NOW)).orElseThrow();
          case DONE, GIVEN_UP -> throw new AssertionError("its end");
        }
      }
    }
  }

  @Test
  void whatIsHeldBelongsToItsNode() {
    var held = Life.posted(NOW).held();
    assertEquals(Optional.empty(), held.redriven(NOW));
    assertEquals(Optional.empty(), held.corrected(NOW));
    assertEquals(Optional.empty(), held.givenUp(NOW));
    assertFalse(held.mayStepAside());
    assertThrows(IllegalStateException.class, held::held);
  }

  @Test
  void aCarrierThatKeepsBreakingIsLeftToAPerson() {
    var random = new Random(1);
    var life = Life.posted(NOW);
    var broke = new Trip(new Carried.Unknown("broke"), false, true, true, true);
    for (int i = 1; i < Life.BREAKS; i++) {
      life = life.held().after(broke, NOW, BACKOFF, SETTLE, random);
      assertEquals(Stage.UNKNOWN, life.stage());
    }
    life = life.held().after(broke, NOW, BACKOFF, SETTLE, random);
    assertEquals(Stage.PARKED, life.stage());
    assertEquals(Remedy.HUMAN, life.parking().orElseThrow().remedy());
    assertEquals(Stage.UNKNOWN, life.redriven(NOW).orElseThrow().stage(), "it may be there");
  }

  @Test
  void waitsDoubleUpToTheMostAndAreDrawn() {
    var random = new Random(1);
    for (int failures = 1; failures < 100; failures++) {
      long full = Math.min(1000L << Math.min(failures - 1, 20), 300_000);
      for (int i = 0; i < 50; i++) {
        long wait = BACKOFF.after(failures, random).toMillis();
        assertTrue(wait >= full / 2 && wait <= full, failures + ": " + wait);
      }
    }
    assertThrows(IllegalArgumentException.class, () -> new Backoff(Duration.ZERO, Duration.ZERO));
  }
}
