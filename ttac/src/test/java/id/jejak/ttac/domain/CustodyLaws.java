package id.jejak.ttac.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.ttac.domain.Custody.Standing;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Laws of custody over random lives of one unit: each holds after every step a seed can make. */
class CustodyLaws {
  private static final int SARANA = 5;
  private static final int STEPS = 120;

  /** One random, allowed step: receive, send on, give back, refuse at the dock. */
  private static Custody step(Custody custody, Random random, long event) {
    var transit = custody.transit();
    if (transit != null) {
      return random.nextInt(4) > 0 ? custody.arrived()
          : custody.sent(new Transit(transit.to(), transit.from(), Transit.Kind.RETUR, event));
    }
    int holder = custody.holder();
    int previous = custody.previousSender();
    if (previous != 0 && random.nextInt(3) == 0) {
      return custody.sent(new Transit(holder, previous, Transit.Kind.RETUR, event));
    }
    int to = 1 + (holder + random.nextInt(SARANA - 1)) % SARANA;
    return custody.sent(new Transit(holder, to, Transit.Kind.KIRIM, event));
  }

  @RepeatedTest(200)
  void everySaranaStandsInExactlyOneWayToAUnit(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var custody = Custody.at(1 + random.nextInt(SARANA));
    for (int i = 1; i <= STEPS; i++) {
      custody = step(custody, random, i);
      var seed = "seed " + run.getCurrentRepetition() + " step " + i + ": " + custody;
      int holders = 0;
      for (int sarana = 1; sarana <= SARANA; sarana++) {
        var standing = custody.standing(sarana); // total: an answer for each
        holders += sarana == custody.holder() ? 1 : 0;
        boolean expected = custody.transit() != null && custody.transit().to() == sarana;
        assertEquals(expected, standing == Standing.EXPECTS, seed);
        assertEquals(custody.transit() == null && custody.holder() == sarana, standing == Standing.HOLDS, seed);
      }
      assertEquals(1, holders, seed);
      assertEquals(Standing.ELSEWHERE, custody.standing(SARANA + 1), seed);
      assertTrue(custody.path().length >= 1 && custody.path().length <= Custody.LONGEST_PATH, seed);
    }
  }

  @RepeatedTest(200)
  void whoSendsHasSentUntilItIsBack(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var custody = Custody.at(1);
    for (int i = 1; i <= STEPS; i++) {
      var before = custody;
      custody = step(custody, random, i);
      var seed = "seed " + run.getCurrentRepetition() + " step " + i + ": " + before + " -> " + custody;
      var transit = custody.transit();
      if (before.transit() == null && transit != null && transit.kind() == Transit.Kind.KIRIM) {
        assertEquals(Standing.SENT, custody.standing(transit.from()), seed);
        var there = custody.arrived();
        assertEquals(Standing.SENT, there.standing(transit.from()), seed);
        assertEquals(Standing.HOLDS, there.standing(transit.to()), seed);
        assertEquals(transit.from(), there.previousSender(), seed);
        assertTrue(there.wasReceivedBy(transit.to()), seed);
      }
      if (transit != null) {
        assertEquals(transit.from(), custody.previousSender(), seed);
        assertEquals(Standing.HOLDS, custody.arrived().standing(transit.to()), seed);
      }
    }
  }

  @RepeatedTest(200)
  void aWholeChainOfReturnsRestoresEveryCustodyOnItsWay(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    Deque<int[]> way = new ArrayDeque<>();
    var custody = Custody.at(1);
    int hops = 1 + random.nextInt(Custody.LONGEST_PATH - 1);
    for (int i = 1; i <= hops; i++) {
      way.push(custody.path());
      int to = 1 + (custody.holder() + random.nextInt(SARANA - 1)) % SARANA;
      custody = custody.sent(new Transit(custody.holder(), to, Transit.Kind.KIRIM, i)).arrived();
    }
    while (!way.isEmpty()) {
      int sender = custody.previousSender();
      custody = custody.sent(new Transit(custody.holder(), sender, Transit.Kind.RETUR, 1)).arrived();
      var seed = "seed " + run.getCurrentRepetition() + ": " + custody;
      assertTrue(Arrays.equals(way.pop(), custody.path()), seed);
    }
    assertEquals(0, custody.previousSender());
    assertEquals(Standing.HOLDS, custody.standing(1));
  }

  @RepeatedTest(50)
  void aRefusalAtTheDockLeavesThePathAsItWas(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var custody = Custody.at(1);
    for (int i = 1; i <= 20; i++) {
      custody = step(custody, random, i);
    }
    var rest = custody.transit() == null ? custody : custody.arrived();
    int to = 1 + (rest.holder() + random.nextInt(SARANA - 1)) % SARANA;
    var back = rest.sent(new Transit(rest.holder(), to, Transit.Kind.KIRIM, 21))
        .sent(new Transit(to, rest.holder(), Transit.Kind.RETUR, 22)).arrived();
    assertTrue(Arrays.equals(rest.path(), back.path()), "seed " + run.getCurrentRepetition() + ": " + back);
  }

  @Test
  void aPathForgetsItsBeginningAndNothingElse() {
    var custody = Custody.at(1);
    for (int i = 1; i <= 3 * Custody.LONGEST_PATH; i++) {
      custody = custody.sent(new Transit(custody.holder(), 1 + i, Transit.Kind.KIRIM, i)).arrived();
      assertEquals(Math.min(i + 1, Custody.LONGEST_PATH), custody.path().length);
      assertEquals(i + 1, custody.holder());
      assertEquals(i, custody.previousSender());
    }
    assertEquals(Standing.ELSEWHERE, custody.standing(1), "forgotten");
    for (int sarana : custody.path()) {
      assertTrue(custody.wasReceivedBy(sarana), "every one of a path that lost its origin got it by a receipt");
    }
  }

  @Test
  void whatCameBackToItsOriginWasReceivedThereEvenAfterItIsSentOnAgain() {
    var custody = there(Custody.at(1), 1, 2, Transit.Kind.KIRIM);
    assertFalse(custody.wasReceivedBy(1), "the origin only sent it");
    custody = there(custody, 2, 1, Transit.Kind.RETUR);
    assertTrue(custody.wasReceivedBy(1));
    assertFalse(custody.wasReceivedBy(2), "given back");
    var again = custody.sent(new Transit(1, 3, Transit.Kind.KIRIM, 1));
    assertTrue(again.wasReceivedBy(1));
    assertTrue(again.arrived().wasReceivedBy(1), "received, and passed on");
  }

  @Test
  void aUnitOnItsWayBackIsStillSentByItsSender() {
    var loose = new Pack(1, Level.PRIMER, Status.ACTIVE, List.of(1L), List.of(),
        there(Custody.at(1), 1, 2, Transit.Kind.KIRIM).sent(new Transit(2, 1, Transit.Kind.RETUR, 2)), false, false);
    var asked = List.of(new Asked("P", loose));
    assertEquals(Optional.of(new Refusal.AlreadySent(Level.PRIMER, "P")), new Movement.Send(1, 3).refusal(asked),
        "until the return is received, it can only be sent once");
    assertEquals(Optional.of(new Refusal.NotHere()), new Movement.Send(2, 3).refusal(asked), "given back");
    var refused = new Pack(1, Level.PRIMER, Status.ACTIVE, List.of(1L), List.of(),
        Custody.at(1).sent(new Transit(1, 2, Transit.Kind.KIRIM, 1)).sent(new Transit(2, 1, Transit.Kind.RETUR, 2)),
        false, false);
    assertEquals(Optional.of(new Refusal.AlreadySent(Level.PRIMER, "P")),
        new Movement.Send(1, 3).refusal(List.of(new Asked("P", refused))));
  }

  private static Custody there(Custody custody, int from, int to, Transit.Kind kind) {
    return custody.sent(new Transit(from, to, kind, 1)).arrived();
  }
}
