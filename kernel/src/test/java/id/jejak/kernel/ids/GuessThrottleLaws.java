package id.jejak.kernel.ids;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Laws of the login brake: it slows guesses, and never the honest. Time is a number here, nobody waits. */
class GuessThrottleLaws {
  private static final long SECOND = 1_000_000_000L;

  @RepeatedTest(50)
  void noWaitIsEverLongerThanTheLongest(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var throttle = new GuessThrottle();
    long now = random.nextLong();
    for (int i = 0; i < 2_000; i++) {
      var account = "a" + random.nextInt(4);
      var address = "10.0.0." + random.nextInt(4);
      var delay = throttle.delay(account, address, now);
      assertTrue(!delay.isNegative() && delay.compareTo(GuessThrottle.LONGEST) <= 0,
          "seed " + run.getCurrentRepetition() + " step " + i + ": " + delay);
      if (random.nextInt(20) == 0) {
        throttle.succeeded(account, address);
      } else {
        throttle.failed(account, address, now);
      }
      now += random.nextLong(SECOND);
    }
  }

  @RepeatedTest(20)
  void strangersNeverSlowAnAddressFromWhichTheAccountHasLoggedIn(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var throttle = new GuessThrottle();
    throttle.succeeded("dewi", "10.1.1.1");
    for (int i = 0; i < 5_000; i++) {
      throttle.failed("dewi", "66.0." + random.nextInt(256) + "." + random.nextInt(256), i);
      assertEquals(Duration.ZERO, throttle.delay("dewi", "10.1.1.1", i), "seed " + run.getCurrentRepetition());
    }
    assertEquals(GuessThrottle.LONGEST, throttle.delay("dewi", "66.0.0.1", 5_000));
  }

  @Test
  void aFloodOfOtherNamesDoesNotMakeItForgetWhomItTrusts() {
    var throttle = new GuessThrottle();
    throttle.succeeded("dewi", "10.1.1.1");
    for (int i = 0; i < 2 * GuessThrottle.REMEMBERED; i++) {
      throttle.failed("nobody" + i, "66.0.0." + i % 200, i);
    }
    for (int i = 0; i < 20; i++) {
      throttle.failed("dewi", "66.0.1." + i, i);
    }
    assertEquals(Duration.ZERO, throttle.delay("dewi", "10.1.1.1", 100));
  }

  @RepeatedTest(20)
  void waitsDecayToNothing(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var throttle = new GuessThrottle();
    int guesses = 10 + random.nextInt(500);
    for (int i = 0; i < guesses; i++) {
      throttle.failed("dewi", "66.0.0.1", 0);
    }
    assertEquals(GuessThrottle.LONGEST, throttle.delay("dewi", "66.0.0.1", 0));
    var last = GuessThrottle.LONGEST;
    for (int halves = 0; halves <= 12; halves++) {
      var delay = throttle.delay("dewi", "66.0.0.1", halves * GuessThrottle.HALF_LIFE.toNanos());
      assertTrue(delay.compareTo(last) <= 0, "seed " + run.getCurrentRepetition());
      last = delay;
    }
    assertEquals(Duration.ZERO, last);
  }

  @Test
  void aRightPasswordEndsTheWaitForItsOwnAddress() {
    var throttle = new GuessThrottle();
    for (int i = 0; i < 30; i++) {
      throttle.failed("dewi", "10.1.1.1", 0);
    }
    throttle.succeeded("dewi", "10.1.1.1");
    assertEquals(Duration.ZERO, throttle.delay("dewi", "10.1.1.1", 0));
  }

  @Test
  void onlySoManyCountsAreRemembered() {
    var throttle = new GuessThrottle();
    for (int i = 0; i < 3 * GuessThrottle.REMEMBERED; i++) {
      throttle.failed("nobody" + i, "66." + i % 251 + ".0.1", i);
      throttle.succeeded("someone" + i, "67.0.0.1");
    }
    assertTrue(throttle.remembered() <= 2 * GuessThrottle.REMEMBERED, "remembered " + throttle.remembered());
  }
}
