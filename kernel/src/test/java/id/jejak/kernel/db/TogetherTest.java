package id.jejak.kernel.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static final int MANY = 64;

  @Test
  void aCallThatComesAloneGoesAlone() {
    var sizes = new ArrayList<Integer>();
    var doubled = new Together<Integer, Integer>(keys -> {
      sizes.add(keys.size());
      return keys.stream().map(key -> 2 * key).toList();
    });
    assertEquals(14, doubled.ask(7));
    assertEquals(16, doubled.ask(8));
    assertEquals(List.of(1, 1), sizes);
  }

  @Test
  void whoWaitsIsTakenAlongAndGetsAnAnswerOfItsOwn() throws Exception {
    var sizes = new ConcurrentLinkedQueue<Integer>();
    var held = new Held();
    var doubled = new Together<Integer, Integer>(keys -> {
      held.here();
      sizes.add(keys.size());
      return keys.stream().map(key -> 2 * key).toList();
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Integer>>();
      for (int i = 0; i < MANY; i++) {
        int key = i % 5; // the same is asked more than once
        answers.add(threads.submit(() -> doubled.ask(key)));
      }
      held.release(doubled);
      for (int i = 0; i < MANY; i++) {
        assertEquals(2 * (i % 5), answers.get(i).get());
      }
    }
    assertEquals(MANY, sizes.stream().mapToInt(Integer::intValue).sum(), "each is asked once");
    assertTrue(sizes.size() < MANY, "nobody was taken along: " + sizes);
    assertTrue(sizes.stream().allMatch(size -> size <= 32), "too many in one statement: " + sizes);
  }

  @Test
  void oneThatCannotBeAskedFailsForItselfOnly() throws Exception {
    var held = new Held();
    var doubled = new Together<Integer, Integer>(keys -> {
      held.here();
      if (keys.contains(13)) {
        throw new IllegalArgumentException("thirteen");
      }
      return keys.stream().map(key -> 2 * key).toList();
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Integer>>();
      for (int i = 0; i < MANY; i++) {
        int key = i;
        answers.add(threads.submit(() -> doubled.ask(key)));
      }
      held.release(doubled);
      for (int i = 0; i < MANY; i++) {
        var answer = answers.get(i);
        if (i == 13) {
          var thrown = assertThrows(ExecutionException.class, answer::get);
          assertEquals("thirteen", thrown.getCause().getMessage());
        } else {
          assertEquals(2 * i, answer.get());
        }
      }
    }
  }

  @Test
  void whenNoConnectionIsToBeHadNobodyAsksAgain() throws Exception {
    var held = new Held();
    var calls = new AtomicInteger();
    var busy = new Together<Integer, Integer>(keys -> {
      held.here();
      calls.incrementAndGet();
      throw new Db.Busy();
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Integer>>();
      for (int i = 0; i < MANY; i++) {
        answers.add(threads.submit(() -> busy.ask(1)));
      }
      held.release(busy);
      for (var answer : answers) {
        assertTrue(assertThrows(ExecutionException.class, answer::get).getCause() instanceof Db.Busy);
      }
    }
    assertTrue(calls.get() < MANY, "each asked for itself: " + calls);
  }

  @Test
  void nobodyIsToldWhatWasSoBeforeHeAsked() throws Exception {
    var now = new AtomicLong();
    var reading = new Together<Integer, Long>(keys -> {
      long read = now.get();
      Thread.yield();
      return keys.stream().map(_ -> read).toList();
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 16; i++) {
        looks.add(threads.submit(() -> {
          boolean fresh = true;
          for (int n = 0; n < 2_000; n++) {
            long written = now.incrementAndGet();
            fresh &= reading.ask(1) >= written;
          }
          return fresh;
        }));
      }
      for (var look : looks) {
        assertTrue(look.get());
      }
    }
    assertEquals(32_000, now.get());
  }

  /** Holds the first statements until everybody else has come. */
  private static final class Held {
    private final CountDownLatch released = new CountDownLatch(1);

    void here() {
      try {
        released.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** Once all but those that went at once wait. */
    void release(Together<?, ?> together) {
      while (together.waiting() < MANY - Together.UNDER_WAY) {
        Thread.onSpinWait();
      }
      released.countDown();
    }
  }
}
