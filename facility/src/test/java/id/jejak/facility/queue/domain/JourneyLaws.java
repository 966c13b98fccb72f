package id.jejak.facility.queue.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.facility.queue.domain.Journey.Decision;
import id.jejak.kernel.SecondLane;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in whatever order, with clocks that go wrong and around midnight and the end of a month, in all
 * three zones: what BPJS is told is a chain without a gap, strictly rising, on the day of service in Jakarta; nothing is
 * told twice, nothing is told that did not happen, and what is not told is shown as a gap.
 */
@SecondLane
class JourneyLaws {
  private static final int SEEDS = Integer.getInteger("jejak.seeds", 20_000);
  private static final Task[] TASKS = Task.values();

  private static Journey start(Random random, LocalDate day) {
    return new Journey(random.nextBoolean(), day, random.nextInt(20) == 0, Map.of(), Set.of());
  }

  private static LocalDate day(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> LocalDate.of(2021, 2, 28);
      case 1 -> LocalDate.of(2024, 2, 29);
      default -> LocalDate.of(2021, 12, 31).plusDays(random.nextInt(400));
    };
  }

  /** Mostly on the day of the hospital's own zone; sometimes around midnight, sometimes with a clock gone wrong. */
  private static Instant time(Random random, LocalDate day, Zone zone) {
    var minute = switch (random.nextInt(4)) {
      case 0 -> random.nextInt(20) - 10;
      case 1 -> 24 * 60 - 10 + random.nextInt(20);
      default -> 8 * 60 + random.nextInt(10 * 60);
    };
    return zone.at(day, LocalTime.MIDNIGHT).plusSeconds(60L * minute + random.nextInt(2))
        .plusNanos(random.nextInt(4) * 400_000L);
  }

  @Test
  void whatIsToldIsAChainThatBpjsTakes() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var zone = Zone.values()[random.nextInt(3)];
      var day = day(random);
      var journey = start(random, day);
      var told = new ArrayList<Task>();
      for (int step = 0; step < 25; step++) {
        var task = TASKS[random.nextInt(TASKS.length)];
        var at = time(random, day, zone);
        var decision = random.nextInt(3) == 0 ? journey.correct(task, at) : journey.record(task, at);
        if (decision instanceof Decision.Recorded(var after, var now)) {
          now.forEach(one -> assertTrue(!told.contains(one)));
          told.addAll(now);
          for (var one : journey.owed()) {
            assertEquals(journey.happened().get(one), after.happened().get(one), "what was told stays, seed " + seed);
          }
          journey = after;
        }
        check(seed, journey, told);
      }
    }
  }

  private static void check(int seed, Journey journey, List<Task> told) {
    var where = "seed " + seed + ": " + journey;
    assertEquals(Set.copyOf(told), Set.copyOf(journey.owed()), where);
    var way = Task.way(journey.newPatient());
    var chain = told.stream().filter(task -> task != Task.ABSENT).toList();
    assertEquals(way.subList(0, chain.size()), chain, where);
    var before = Instant.MIN;
    for (var task : told) {
      var at = journey.happened().get(task);
      assertTrue(before == Instant.MIN || at.toEpochMilli() > before.toEpochMilli(), where);
      assertEquals(journey.serviceDay(), Zone.WIB.date(at), where);
      before = at;
    }
    var gaps = journey.gaps().stream().map(Journey.Gap::task).toList();
    for (var task : journey.happened().keySet()) {
      assertTrue(journey.owed().contains(task) != gaps.contains(task), where + " told or shown: " + task);
    }
    if (journey.cancelled()) {
      assertEquals(Map.of(), journey.happened(), where);
    }
  }

  @Test
  void anOrderlyDayIsToldAsItHappens() {
    for (var zone : Zone.values()) {
      for (boolean fresh : List.of(true, false)) {
        var day = LocalDate.of(2024, 2, 29);
        var journey = new Journey(fresh, day, false, Map.of(), Set.of());
        int minute = 0;
        for (var task : Task.way(fresh)) {
          var decision = journey.record(task, zone.at(day, LocalTime.of(9, minute++)));
          assertTrue(decision instanceof Decision.Recorded(_, var now) && now.equals(List.of(task)), task.toString());
          journey = ((Decision.Recorded) decision).after();
        }
        assertEquals(List.of(), journey.gaps());
      }
    }
  }

  @Test
  void twoOfOneMillisecondAreToldInTheirOrder() {
    var day = LocalDate.of(2021, 3, 17);
    var at = Zone.WIB.at(day, LocalTime.of(9, 0)).plusNanos(1_200_000);
    var journey = after(new Journey(false, day, false, Map.of(), Set.of()).record(Task.CLINIC_WAIT, at));
    var next = journey.apart(Task.CLINIC_SERVICE, at.plusNanos(500_000));
    assertEquals(at.toEpochMilli() + 1, next.toEpochMilli());
    assertEquals(Set.of(Task.CLINIC_WAIT, Task.CLINIC_SERVICE), after(journey.record(Task.CLINIC_SERVICE, next)).owed());
    assertEquals(at.plusNanos(800_000), journey.apart(Task.CLINIC_SERVICE, at.plusNanos(800_000)));
    assertEquals(at.minusSeconds(1), journey.apart(Task.CLINIC_SERVICE, at.minusSeconds(1)));
  }

  @Test
  void theFirstHoursOfADayInTheEastAreTheDayBeforeInJakarta() {
    var day = LocalDate.of(2021, 3, 17);
    var journey = new Journey(false, day, false, Map.of(), Set.of());
    var early = (Decision.Recorded) journey.record(Task.CLINIC_WAIT, Zone.WIT.at(day, LocalTime.of(1, 30)));
    assertEquals(List.of(), early.now());
    assertEquals(List.of(new Journey.Gap(Task.CLINIC_WAIT, Journey.Why.OFF_DAY)), early.after().gaps());
    var late = (Decision.Recorded) journey.record(Task.CLINIC_WAIT, Zone.WIT.at(day, LocalTime.of(2, 0)));
    assertEquals(List.of(Task.CLINIC_WAIT), late.now());
  }

  @Test
  void whatFillsTheGapTellsWhatWaited() {
    var day = LocalDate.of(2021, 3, 17);
    var journey = new Journey(false, day, false, Map.of(), Set.of());
    journey = after(journey.record(Task.CLINIC_SERVICE, Zone.WIB.at(day, LocalTime.of(9, 0))));
    journey = after(journey.record(Task.PHARMACY_WAIT, Zone.WIB.at(day, LocalTime.of(9, 10))));
    assertEquals(Set.of(), journey.owed());
    assertTrue(journey.correct(Task.CLINIC_WAIT, Zone.WIB.at(day, LocalTime.of(9, 0))) instanceof Decision.Unfit);
    var filled = (Decision.Recorded) journey.correct(Task.CLINIC_WAIT, Zone.WIB.at(day, LocalTime.of(8, 50)));
    assertEquals(List.of(Task.CLINIC_WAIT, Task.CLINIC_SERVICE, Task.PHARMACY_WAIT), filled.now());
  }

  private static Journey after(Decision decision) {
    return ((Decision.Recorded) decision).after();
  }
}
