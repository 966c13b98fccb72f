package id.jejak.gateway.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Laws of the quota: in a minute a client gets in exactly as often as it may, whoever else comes. */
class QuotaLaws {
  @RepeatedTest(50)
  void aMinuteAdmitsAsManyAsItMayAndNoMore(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int most = random.nextInt(1, 20);
    var quota = new Quota(most);
    var admitted = new HashMap<String, Integer>();
    var asked = new HashMap<String, Integer>();
    long second = random.nextLong(4_000_000_000L);
    for (int i = 0; i < 500; i++) {
      second += random.nextInt(4);
      var key = "client " + random.nextInt(4);
      var place = key + " in minute " + second / 60;
      asked.merge(place, 1, Integer::sum);
      if (quota.admits(key, Instant.ofEpochSecond(second, random.nextInt(1_000_000_000)))) {
        admitted.merge(place, 1, Integer::sum);
      }
    }
    asked.forEach((place, times) -> assertEquals(Math.min(times, most), admitted.getOrDefault(place, 0), place));
  }

  @Test
  void withoutABoundEverybodyGetsIn() {
    var quota = new Quota(0);
    for (int i = 0; i < 1_000; i++) {
      assertTrue(quota.admits("a", Instant.EPOCH));
    }
  }

  @Test
  void manyThreadsGetInNoMoreOften() throws Exception {
    var quota = new Quota(100);
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<Boolean> call = () -> quota.admits("a", Instant.EPOCH);
      long in = 0;
      for (var answer : threads.invokeAll(Stream.generate(() -> call).limit(1_000).toList())) {
        in += answer.get() ? 1 : 0;
      }
      assertEquals(100, in);
    }
  }
}
