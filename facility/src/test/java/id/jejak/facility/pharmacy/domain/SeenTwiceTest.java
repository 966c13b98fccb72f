package id.jejak.facility.pharmacy.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.facility.pharmacy.domain.SeenTwice.Before;
import id.jejak.facility.pharmacy.domain.SeenTwice.Meaning;
import id.jejak.facility.pharmacy.domain.SeenTwice.Oddity;
import id.jejak.facility.pharmacy.domain.SeenTwice.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each meaning of a serial seen twice, and where one ends and the next begins. */
class SeenTwiceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private static Meaning meaning(Optional<Before> before, Optional<String> holder, Set<Oddity> oddities) {
    return SeenTwice.judge(new Seen("a", "s", NOW, 7, before, holder, oddities,
        oddities.isEmpty() ? Optional.empty() : Optional.of("X"))).meaning();
  }

  private static Optional<Before> taken(String facility, Duration ago, long prescription) {
    return Optional.of(new Before(facility, "s", NOW.minus(ago), prescription, false));
  }

  @Test
  void aSlipOfTheHandIsNoAlarm() {
    assertEquals(Meaning.DOUBLE_SCAN, meaning(taken("a", Duration.ZERO, 7), Optional.empty(), Set.of()));
    assertEquals(Meaning.DOUBLE_SCAN, meaning(taken("a", SeenTwice.SLIP, 7), Optional.empty(), Set.of()));
    assertEquals(Meaning.DISPENSED_HERE, meaning(taken("a", SeenTwice.SLIP.plusMillis(1), 7), Optional.empty(), Set.of()));
    assertEquals(Meaning.DISPENSED_HERE, meaning(taken("a", Duration.ZERO, 8), Optional.empty(), Set.of()));
    assertEquals(Meaning.DISPENSED_HERE, meaning(taken("a", Duration.ofSeconds(-1), 7), Optional.empty(), Set.of()),
        "a clock that went back explains nothing");
  }

  @Test
  void whatWasTakenBackIsExplainedUnlessItWasElsewhere() {
    assertEquals(Meaning.TAKEN_BACK, meaning(Optional.of(new Before("a", "s", NOW, 7, true)), Optional.empty(), Set.of()));
    assertEquals(Meaning.DISPENSED_ELSEWHERE, meaning(Optional.of(new Before("b", "s", NOW, 7, true)), Optional.empty(),
        Set.of()));
  }

  @Test
  void whatHappenedElsewhereIsTheGravest() {
    assertEquals(Meaning.DISPENSED_ELSEWHERE, meaning(taken("b", Duration.ZERO, 7), Optional.of("b"), Set.of()));
    assertEquals(Meaning.HELD_ELSEWHERE, meaning(Optional.empty(), Optional.of("b"), Set.of(Oddity.KEYBOARD)));
  }

  @Test
  void aSpoiltTextIsExplainedBeforeItIsCalledUnknown() {
    assertEquals(Meaning.KEYBOARD_LAYOUT, meaning(Optional.empty(), Optional.empty(), Set.of(Oddity.KEYBOARD,
        Oddity.SCANNER)));
    assertEquals(Meaning.MISREAD, meaning(Optional.empty(), Optional.empty(), Set.of(Oddity.SCANNER)));
    assertEquals(Meaning.NEVER_RECEIVED, meaning(Optional.empty(), Optional.empty(), Set.of()));
  }
}
