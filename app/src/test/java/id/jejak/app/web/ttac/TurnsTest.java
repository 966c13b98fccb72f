package id.jejak.app.web.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oneVisitorHasOneThingUnderWayAndFewDoAtATime() throws InterruptedException {
    var turns = new Turns(1, Duration.ofMillis(20));
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var first = Thread.ofVirtual().start(() -> turns.take("a", () -> {
      begun.countDown();
      await(end);
      return 1;
    }));
    begun.await();
    assertEquals(Optional.empty(), turns.take("a", () -> 2), "the same visitor");
    assertEquals(Optional.empty(), turns.take("b", () -> 3), "nobody's turn within their patience");
    end.countDown();
    first.join();
    assertEquals(Optional.of(4), turns.take("a", () -> 4));
    assertEquals(Optional.of(5), turns.take("b", () -> 5));
  }

  @Test
  void whatFailsGivesItsTurnBack() {
    var turns = new Turns(1, Duration.ofMillis(20));
    assertThrows(IllegalStateException.class, () -> turns.take("a", () -> {
      throw new IllegalStateException("broken");
    }));
    assertEquals(Optional.of(1), turns.take("a", () -> 1));
  }
}
