package id.jejak.antrean.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.domain.Chain.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Laws of the task chain over events in any order, at any time of any day, told from any zone. */
class ChainLaws {
  private static final Chain.Rule STRICT = new Chain.Rule(Duration.ofDays(7), false);
  private static final Chain.Rule LENIENT = new Chain.Rule(Duration.ofDays(7), true);
  private static final List<Task> ORDER = List.of(Task.values()).subList(0, 7);

  private static LocalDate day(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> LocalDate.of(2021, 2, 28);
      case 1 -> LocalDate.of(2024, 2, 29);
      case 2 -> LocalDate.of(2026, 12, 31);
      default -> LocalDate.of(2021, 1, 1).plusDays(random.nextInt(4_000));
    };
  }

  /** A moment on the day in Jakarta, or a little around it. */
  private static Instant moment(Random random, LocalDate day) {
    return Zone.WIB.at(day, LocalTime.MIDNIGHT).plusMillis(random.nextInt(-3_600_000, 90_000_000));
  }

  private static void holds(Chain chain) {
    Instant last = Instant.MIN;
    for (var one : ORDER) {
      var time = chain.told().get(one);
      if (time != null) {
        assertTrue(time.isAfter(last), "times rise strictly: " + chain);
        assertEquals(chain.day(), Zone.WIB.date(time), "on the day of the visit: " + chain);
        one.required(chain.newPatient()).ifPresent(before ->
            assertTrue(chain.told().containsKey(before), one + " without " + before + ": " + chain));
        last = time;
      }
    }
    assertFalse(chain.told().containsKey(Task.ABSENT) && chain.told().containsKey(Task.CLINIC_WAIT), "both " + chain);
  }

  @RepeatedTest(500)
  void whateverIsToldTheChainStaysWhole(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var day = day(random);
    var rule = random.nextBoolean() ? STRICT : LENIENT;
    var chain = new Chain(random.nextBoolean(), day, false, Map.of());
    for (int n = 0; n < 60; n++) {
      var task = Task.values()[random.nextInt(Task.values().length)];
      var before = chain;
      var decision = chain.tell(task, moment(random, day), moment(random, day.plusDays(random.nextInt(10))), rule);
      if (decision instanceof Decision.Stored(var after)) {
        chain = after;
        assertEquals(before.told().size() + 1, after.told().size());
        assertTrue(after.told().entrySet().containsAll(before.told().entrySet()), "nothing told is forgotten");
        assertEquals(new Decision.Already(task), task == Task.ABSENT ? new Decision.Already(task)
            : after.tell(task, moment(random, day), moment(random, day), rule));
      }
      holds(chain);
    }
  }

  @RepeatedTest(200)
  void repeatingAStoredTaskSaysThatItIsThere(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var day = day(random);
    var chain = whole(random, day, random.nextBoolean());
    for (var task : chain.told().keySet()) {
      assertEquals(new Decision.Already(task), chain.tell(task, moment(random, day), Instant.MAX, STRICT));
    }
    assertEquals(new Decision.Closed(chain.last().orElseThrow()),
        chain.tell(Task.ABSENT, moment(random, day), Instant.MAX, STRICT));
  }

  private static Chain whole(Random random, LocalDate day, boolean newPatient) {
    var chain = new Chain(newPatient, day, false, Map.of());
    var time = Zone.WIB.at(day, LocalTime.of(7, 0));
    for (var task : newPatient ? ORDER : ORDER.subList(2, 7)) {
      time = time.plusMillis(1 + random.nextInt(3_600_000));
      chain = assertInstanceOf(Decision.Stored.class, chain.tell(task, time, time, STRICT)).after();
    }
    return chain;
  }

  /** What a sender does who tries until everything is stored: send what is missing, take 208 for success. */
  @RepeatedTest(200)
  void aSenderWhoMendsWhatIsMissingEndsWithAWholeChain(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var day = day(random);
    var wanted = whole(random, day, random.nextBoolean());
    var shuffled = new ArrayList<>(wanted.told().entrySet());
    Collections.shuffle(shuffled, random);
    var chain = new Chain(wanted.newPatient(), day, false, Map.of());
    for (int round = 0; round < shuffled.size() && chain.told().size() < wanted.told().size(); round++) {
      for (var event : shuffled) {
        if (chain.tell(event.getKey(), event.getValue(), event.getValue(), LENIENT)
            instanceof Decision.Stored(var after)) {
          chain = after;
        }
      }
    }
    assertEquals(wanted.told(), chain.told());
  }

  @Test
  void midnightInJakartaEndsTheDay() {
    var day = LocalDate.of(2024, 2, 29);
    var chain = new Chain(false, day, false, Map.of());
    var last = Zone.WIB.at(day.plusDays(1), LocalTime.MIDNIGHT).minusMillis(1);
    assertInstanceOf(Decision.Stored.class, chain.tell(Task.CLINIC_WAIT, last, last, STRICT));
    assertEquals(new Decision.OffDay(last.plusMillis(1), day),
        chain.tell(Task.CLINIC_WAIT, last.plusMillis(1), last, STRICT));
  }

  @Test
  void theEasternMorningIsStillYesterdayForBpjs() {
    var day = LocalDate.of(2026, 8, 17);
    var early = Zone.WIT.at(day, LocalTime.of(1, 30));
    assertFalse(Zone.WIT.sameDayForBpjs(early));
    assertInstanceOf(Decision.OffDay.class,
        new Chain(false, day, false, Map.of()).tell(Task.CLINIC_WAIT, early, early, STRICT));
    assertTrue(Zone.WIT.sameDayForBpjs(Zone.WIT.at(day, LocalTime.of(2, 0))));
    assertTrue(Zone.WITA.sameDayForBpjs(Zone.WITA.at(day, LocalTime.of(1, 0))));
    assertFalse(Zone.WITA.sameDayForBpjs(Zone.WITA.at(day, LocalTime.of(0, 59))));
  }

  @Test
  void sevenDaysAfterTheVisitIsTheEnd() {
    var day = LocalDate.of(2026, 12, 28);
    var chain = new Chain(false, day, false, Map.of());
    var time = Zone.WIB.at(day, LocalTime.NOON);
    var end = Zone.WIB.at(LocalDate.of(2027, 1, 5), LocalTime.MIDNIGHT);
    assertInstanceOf(Decision.Stored.class, chain.tell(Task.CLINIC_WAIT, time, end, STRICT));
    assertEquals(new Decision.TooLate(), chain.tell(Task.CLINIC_WAIT, time, end.plusMillis(1), STRICT));
  }

  @Test
  void aCancelledBookingTakesNothing() {
    var day = LocalDate.of(2021, 3, 16);
    var chain = new Chain(true, day, true, Map.of());
    for (var task : Task.values()) {
      assertEquals(new Decision.Closed(Task.ABSENT),
          chain.tell(task, Zone.WIB.at(day, LocalTime.NOON), Instant.EPOCH, STRICT));
    }
  }
}
