package id.jejak.antrean;

import static id.jejak.antrean.TestAntrean.add;
import static id.jejak.antrean.TestAntrean.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.Rounds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Requests that meet each other on a real database: each thing is done once, and whoever comes second hears so. Rounds
 * are seeded; {@code -Djejak.rounds=full} makes two thousand of them.
 */
class RaceLaws {
  private static final int ROUNDS = Rounds.of(12, 2_000);
  private static final int RACERS = 8;
  private static final String TODAY = "2021-03-16";
  private static TestAntrean bpjs;

  @BeforeAll
  static void start() {
    bpjs = new TestAntrean();
  }

  @AfterAll
  static void stop() {
    bpjs.close();
  }

  private static Map<String, Integer> atOnce(List<Callable<String>> racers) {
    var gate = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<String>>();
      for (var racer : racers) {
        running.add(threads.submit(() -> {
          gate.await();
          return racer.call();
        }));
      }
      gate.countDown();
      var counted = new TreeMap<String, Integer>();
      for (var one : running) {
        counted.merge(one.get(), 1, Integer::sum);
      }
      return counted;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static Instant at(int minute) {
    return Instant.parse(TODAY + "T01:00:00Z").plusSeconds(60L * minute);
  }

  @Test
  void aBookingIsAddedOnce() {
    for (int round = 0; round < ROUNDS; round++) {
      var code = "ADD-" + round;
      var said = atOnce(IntStream.range(0, RACERS).<Callable<String>>mapToObj(i -> () ->
          said(bpjs.post("/antrean/add", add(code, TODAY)))).toList());
      assertEquals(Map.of("200 Ok", 1, "208 Terdapat duplikasi Kode Booking", RACERS - 1), said);
    }
  }

  @Test
  void aTaskIsStoredOnce() {
    for (int round = 0; round < ROUNDS; round++) {
      var code = "TASK-" + round;
      bpjs.booking(code, TODAY, false);
      var said = atOnce(IntStream.range(0, RACERS).<Callable<String>>mapToObj(i -> () ->
          bpjs.task(code, 3, at(i))).toList());
      assertEquals(Map.of("200 Ok", 1, "208 TaskId=3 sudah ada", RACERS - 1), said);
    }
  }

  @Test
  void tasksInAnyOrderLeaveAWholeChain() {
    for (int round = 0; round < ROUNDS; round++) {
      var code = "CHAIN-" + round;
      var random = new Random(round);
      bpjs.booking(code, TODAY, true);
      for (int turn = 0; turn < 7; turn++) {
        var order = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7));
        java.util.Collections.shuffle(order, random);
        atOnce(order.stream().<Callable<String>>map(task -> () -> bpjs.task(code, task, at(task))).toList());
      }
      var list = bpjs.post("/antrean/getlisttask", Map.of("kodebooking", code)).path("response").path("list");
      assertEquals("1,2,3,4,5,6,7", list.valueStream().map(one -> one.path("taskid").asString())
          .collect(Collectors.joining(",")));
    }
  }

  @Test
  void cancellingAndCallingDoNotBothHappen() {
    for (int round = 0; round < ROUNDS; round++) {
      var code = "CANCEL-" + round;
      bpjs.booking(code, TODAY, false);
      bpjs.task(code, 3, at(1));
      var said = atOnce(List.of(() -> bpjs.task(code, 4, at(2)),
          () -> said(bpjs.post("/antrean/batal", Map.of("kodebooking", code, "keterangan", "x")))));
      assertTrue(said.equals(Map.of("200 Ok", 1, "208 TaskId terakhir 99", 1)) || said.equals(Map.of("200 Ok", 1,
          "201 Pasien Sudah Dilayani, Antrean Tidak Dapat Dibatalkan", 1)), said.toString());
    }
  }

  @Test
  void twoPlansForOneDayDoNotPassEachOther() {
    for (int round = 0; round < ROUNDS / 4; round++) {
      var day = java.time.LocalDate.of(2021, 4, 1).plusDays(round);
      var said = atOnce(IntStream.range(0, 4).<Callable<String>>mapToObj(i -> () ->
          said(bpjs.call("POST", "/vclaim-rest/RencanaKontrol/insert", TestAntrean.json(Map.of("request", Map.of(
              "noSEP", "1311R0020321V000001", "kodeDokter", 12345, "poliKontrol", "ANA", "tglRencanaKontrol",
              day.toString(), "user", "u" + i))))).split(" ")[0]).toList());
      assertEquals(Map.of("200", 1, "201", 3), said);
    }
  }
}
