package id.jejak.antrean.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.domain.ScheduleChange.State;
import id.jejak.antrean.domain.ScheduleChange.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Laws of a change of hours: it never goes back, and is always settled by midnight. */
class ScheduleChangeLaws {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

  private static Instant at(int hour, int minute, int second) {
    return Zone.WIB.at(DAY, LocalTime.of(hour, minute, second));
  }

  @Test
  void theDayOfAChange() {
    assertTrue(ScheduleChange.open(at(0, 0, 0)));
    assertTrue(ScheduleChange.open(at(20, 0, 59)));
    assertFalse(ScheduleChange.open(at(20, 1, 0)));
    var change = new ScheduleChange(at(9, 0, 0), Verdict.NONE);
    assertEquals(State.SUBMITTED, change.state(at(20, 0, 59)));
    assertEquals(State.AT_OFFICE, change.state(at(20, 1, 0)));
    assertEquals(State.AT_OFFICE, change.state(at(23, 59, 59)));
    assertEquals(State.IN_FORCE, change.state(at(23, 59, 59).plusSeconds(1)));
    assertEquals(LocalDate.of(2026, 2, 1), change.from());
  }

  @Test
  void theOfficeDecidesInTheEveningOnly() {
    var change = new ScheduleChange(at(9, 0, 0), Verdict.NONE);
    assertSame(change, change.decide(false, at(19, 0, 0)));
    var rejected = change.decide(false, at(21, 0, 0));
    assertEquals(State.REJECTED, rejected.state(at(21, 0, 1)));
    assertEquals(State.REJECTED, rejected.state(at(21, 0, 1).plus(Duration.ofDays(9))));
    assertSame(rejected, rejected.decide(true, at(22, 0, 0)));
    var approved = change.decide(true, at(21, 0, 0));
    assertEquals(State.APPROVED, approved.state(at(23, 0, 0)));
    assertEquals(State.IN_FORCE, approved.state(at(23, 0, 0).plus(Duration.ofHours(1))));
    assertSame(change, change.decide(false, at(21, 0, 0).plus(Duration.ofDays(1))));
  }

  @RepeatedTest(200)
  void aChangeNeverGoesBack(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var asked = at(0, 0, 0).plusSeconds(random.nextInt(72_060));
    assertTrue(ScheduleChange.open(asked));
    var change = new ScheduleChange(asked, Verdict.NONE);
    var now = asked;
    var state = change.state(now);
    for (int n = 0; n < 40; n++) {
      now = now.plusSeconds(random.nextInt(7_200));
      if (random.nextInt(3) == 0) {
        change = change.decide(random.nextBoolean(), now);
      }
      var next = change.state(now);
      assertTrue(next == state || state == State.SUBMITTED && next != State.SUBMITTED
          || state == State.AT_OFFICE && next.compareTo(State.AT_OFFICE) > 0
          || state == State.APPROVED && next == State.IN_FORCE, state + " became " + next);
      state = next;
    }
    now = asked.plus(Duration.ofDays(1));
    assertTrue(change.state(now) == State.IN_FORCE || change.state(now) == State.REJECTED);
  }
}
