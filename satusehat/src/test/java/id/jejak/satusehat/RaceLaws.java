package id.jejak.satusehat;

import static id.jejak.satusehat.TestSatusehat.HOSPITAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However many come at once: never more is dispensed than prescribed, and no number is given twice. */
class RaceLaws {
  private static final int CROWD = 64;
  private static final TestSatusehat SATUSEHAT = new TestSatusehat(Map.of(), CROWD);

  @AfterAll
  static void close() {
    SATUSEHAT.close();
  }

  private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
    var barrier = new CyclicBarrier(tasks.size());
    var results = new ArrayList<T>();
    try (var executor = Executors.newFixedThreadPool(tasks.size())) {
      var running = tasks.stream().map(task -> executor.submit(() -> {
        barrier.await();
        return task.call();
      })).toList();
      for (var one : running) {
        results.add(one.get());
      }
    }
    return results;
  }

  static IntStream seeds() {
    return Rounds.seeds(4, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sixtyFourPharmaciesNeverPassTheTotal(int run) throws Exception {
    var random = new Random(run);
    int quantity = 5 + random.nextInt(30);
    int repeats = random.nextInt(3);
    var item = SATUSEHAT.create(HOSPITAL, "MedicationRequest", Samples.request(quantity, repeats)).path("id")
        .asString();
    var tasks = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < CROWD; i++) {
      int tablets = 1 + random.nextInt(6);
      boolean half = random.nextBoolean();
      var pharmacy = Integer.toString(10000100 + i);
      tasks.add(() -> {
        var answer = SATUSEHAT.ask(pharmacy, "POST", "/MedicationDispense",
            Samples.dispense(item, tablets, half ? "250" : "500"));
        assertTrue(answer.status() == 201 || answer.status() == 400
            && answer.text().contains("Remaining quantity exceeded"), answer.status() + " " + answer.text());
        return answer.status() == 201 ? tablets * (half ? 1 : 2) : 0;
      });
    }
    int halves = atOnce(tasks).stream().mapToInt(Integer::intValue).sum();
    int total = 2 * quantity * (1 + repeats);
    assertTrue(halves <= total, "seed " + run + ": " + halves + " of " + total);
    // Whoever wants the smallest piece and is refused proves that nothing was left for it.
    assertTrue(halves >= total - 11, "seed " + run + ": only " + halves + " of " + total);
    var remaining = SATUSEHAT.get(HOSPITAL, "/MedicationRequest/" + item + "/$remaining");
    assertEquals(0, remaining.path("remaining").decimalValue().multiply(java.math.BigDecimal.TWO)
        .compareTo(java.math.BigDecimal.valueOf(total - halves)), remaining.toString());
  }

  @Test
  void manyDocumentsAtOnceGetDifferentNumbersAndKeepAllDispenses() throws Exception {
    var tasks = new ArrayList<Callable<String>>();
    for (int i = 0; i < 32; i++) {
      tasks.add(() -> {
        var item = SATUSEHAT.create(HOSPITAL, "MedicationRequest", Samples.request(10, 0)).path("id").asString();
        var document = SATUSEHAT.create(HOSPITAL, "DocumentReference",
            Samples.document(Samples.reference("MedicationRequest", item))).path("id").asString();
        for (int d = 0; d < 3; d++) {
          SATUSEHAT.create("10000099", "MedicationDispense", Samples.dispense(item, 1, "500"));
        }
        return document;
      });
    }
    var documents = atOnce(tasks);
    TestSatusehat.good(SATUSEHAT.ask(HOSPITAL, "POST", "/sandbox/satusehat/number", ""), 200);
    var numbers = new TreeSet<String>();
    for (var id : documents) {
      var document = SATUSEHAT.get(HOSPITAL, "/DocumentReference/" + id);
      numbers.add(document.path("masterIdentifier").path("value").asString());
      assertEquals(4, document.path("context").path("related").size(), document.toString());
    }
    assertEquals(32, numbers.size());
  }

  @Test
  void ofManyWhoSendTheSameVisitOneIsKept() throws Exception {
    var tasks = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 32; i++) {
      tasks.add(() -> SATUSEHAT.ask(HOSPITAL, "POST", "/Encounter", Samples.encounter(HOSPITAL, "SAME")).status());
    }
    var answers = atOnce(tasks);
    assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
    assertEquals(31, answers.stream().filter(status -> status == 400).count(), answers.toString());
  }

  @Test
  void ofManyWhoUpdateOneVersionOneWins() throws Exception {
    var created = SATUSEHAT.create(HOSPITAL, "Encounter", Samples.encounter(HOSPITAL, "WIN"));
    var id = created.path("id").asString();
    var etag = "W/\"" + created.path("meta").path("versionId").asString() + "\"";
    var tasks = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 32; i++) {
      tasks.add(() -> SATUSEHAT.ask(HOSPITAL, "PUT", "/Encounter/" + id, created.toString(), "If-Match", etag)
          .status());
    }
    var answers = atOnce(tasks);
    assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
    assertEquals(31, answers.stream().filter(status -> status == 412).count(), answers.toString());
  }
}
