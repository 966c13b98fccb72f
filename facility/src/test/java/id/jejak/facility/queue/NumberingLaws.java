package id.jejak.facility.queue;

import static id.jejak.facility.queue.TestQueue.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.Rounds;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.http.Headers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Many who want a number at once, on a real database: as many as there are places get one, the numbers are consecutive
 * and none is given twice; a cancellation gives the place back and never the number. Rounds are seeded;
 * {@code -Djejak.rounds=full} makes five hundred of them.
 */
@SecondLane
class NumberingLaws {
  private static final int ROUNDS = Rounds.of(40, 500);
  private static final int QUOTA = 30;
  private static final int RACERS = 120;
  private static TestQueue hospital;
  private static Headers signed;

  @BeforeAll
  static void start() {
    hospital = new TestQueue();
    for (int patient = 0; patient < RACERS; patient++) {
      hospital.know(patient);
    }
    signed = hospital.signed();
  }

  @AfterAll
  static void stop() {
    hospital.close();
  }

  private static List<JsonNode> atOnce(List<Callable<JsonNode>> racers) {
    var gate = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<JsonNode>>();
      for (var racer : racers) {
        running.add(threads.submit(() -> {
          gate.await();
          return racer.call();
        }));
      }
      gate.countDown();
      var answers = new ArrayList<JsonNode>();
      for (var one : running) {
        answers.add(one.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode take(int patient, String day, String reference) {
    return hospital.rs(RsOperations.TAKE, TestQueue.wish(patient, day, "nomorreferensi", reference), signed);
  }

  private static JsonNode cancel(String code) {
    return hospital.rs(RsOperations.CANCEL, Map.of("kodebooking", code, "keterangan", "x"), signed);
  }

  @Test
  void thirtyOfAHundredAndTwentyGetThirtyConsecutiveNumbers() {
    var day = "2021-03-24";
    var answers = atOnce(IntStream.range(0, RACERS).<Callable<JsonNode>>mapToObj(i -> () ->
        take(i, day, "X" + i)).toList());
    var numbers = answers.stream().filter(one -> said(one).startsWith("200 "))
        .map(one -> one.path("response").path("angkaantrean").intValue()).sorted().toList();
    assertEquals(IntStream.rangeClosed(1, QUOTA).boxed().toList(), numbers);
    assertEquals(RACERS - QUOTA, answers.stream()
        .filter(one -> said(one).equals("201 Kuota untuk poli ini sudah penuh")).count());
  }

  @Test
  void withCancellationsMixedInNoPlaceAndNoNumberIsGivenTwice() {
    for (int round = 0; round < ROUNDS; round++) {
      var random = new Random(round);
      hospital.db.transaction(tx -> tx.execute("truncate queue.session, queue.booking, queue.event, queue.owed"));
      var day = "2021-03-25";
      var given = new HashSet<Integer>();
      var held = new ArrayList<String>();
      int most = 0;
      for (int wave = 0; wave < 3; wave++) {
        int current = wave;
        int size = 20 + random.nextInt(20);
        var racers = new ArrayList<Callable<JsonNode>>();
        for (int i = 0; i < size; i++) {
          int patient = random.nextInt(RACERS);
          racers.add(() -> take(patient, day, "W" + current + "P" + patient));
        }
        var leaving = held.stream().filter(_ -> random.nextInt(3) == 0).toList();
        leaving.forEach(code -> racers.add(() -> cancel(code)));
        java.util.Collections.shuffle(racers, random);
        for (var answer : atOnce(racers)) {
          var said = said(answer);
          if (answer.path("response").has("kodebooking")) {
            assertTrue(given.add(answer.path("response").path("angkaantrean").intValue()), "seed " + round + said);
            held.add(answer.path("response").path("kodebooking").asString());
            most = Math.max(most, answer.path("response").path("angkaantrean").intValue());
          } else {
            assertTrue(said.equals("200 Ok") || said.equals("201 Kuota untuk poli ini sudah penuh")
                || said.equals("201 Nomor Antrean Hanya Dapat Diambil 1 Kali Pada Tanggal Yang Sama"),
                "seed " + round + ": " + said);
          }
        }
        held.removeAll(leaving);
        check(round, held.size());
      }
      assertEquals(most, given.size(), "numbers have no hole, seed " + round);
    }
  }

  private static void check(int round, int held) {
    var row = hospital.db.read(handle -> handle.createQuery("""
        select taken_jkn || ' ' || waiting || ' ' || (select count(*) from queue.booking b where b.active) || ' '
               || (select count(distinct b.nik) from queue.booking b where b.active)
          from queue.session
         where doctor = 12346 and sub = 'ANA' and day = '2021-03-25'
        """).mapTo(String.class).one());
    assertEquals(held + " " + held + " " + held + " " + held, row, "seed " + round);
    assertTrue(held <= QUOTA, "seed " + round);
  }

  @Test
  void onePatientInManyHurriesGetsOneNumber() {
    for (int round = 0; round < ROUNDS / 4; round++) {
      int patient = round % RACERS;
      var day = java.time.LocalDate.of(2021, 3, 27).plusDays(round / RACERS).toString();
      int doctor = round % 2 == 0 ? 12346 : 12345;
      var answers = atOnce(IntStream.range(0, 6).<Callable<JsonNode>>mapToObj(i -> () ->
          hospital.rs(RsOperations.TAKE, TestQueue.wish(patient, day, "kodedokter", i % 2 == 0 ? doctor : 12345,
              "nomorreferensi", "H" + patient + "T" + i), signed)).toList());
      assertEquals(1, answers.stream().filter(one -> said(one).startsWith("200 ")).count(), answers.toString());
      assertEquals(5, answers.stream().filter(one ->
          said(one).equals("201 Nomor Antrean Hanya Dapat Diambil 1 Kali Pada Tanggal Yang Sama")).count());
      answers.stream().filter(one -> said(one).startsWith("200 ")).forEach(one ->
          cancel(one.path("response").path("kodebooking").asString()));
    }
  }
}
