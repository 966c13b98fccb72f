package id.jejak.ttac.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoginQueueTest {
  @Test
  void oneAddressDoesNotCrowdOutAnother() throws Exception {
    var queue = new LoginQueue();
    var hold = new CountDownLatch(1);
    var inside = new AtomicInteger();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 500; i++) {
        callers.submit(() -> queue.judge("10.0.0.1", () -> {
          inside.incrementAndGet();
          return await(hold);
        }));
      }
      var honest = callers.submit(() -> queue.judge("10.0.0.2", () -> "judged"));
      assertEquals("judged", honest.get(10, TimeUnit.SECONDS));
      assertTrue(inside.get() <= 1, "of the crowd at most one is judged at a time: " + inside.get());
      hold.countDown();
    }
    assertEquals(500, inside.get());
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
