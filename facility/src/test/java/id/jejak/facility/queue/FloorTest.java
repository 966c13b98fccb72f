package id.jejak.facility.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Calling, the pharmacy's line, displays, and waiting times, over a real database. */
class FloorTest {
  private static TestQueue house;

  @BeforeAll
  static void open() {
    house = new TestQueue();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void afresh() {
    house.reset();
  }

  private static JsonNode data(String method, String path, Object body) {
    return Json.read(house.desk(method, path, body).bytes()).path("data");
  }

  private static String arrive(int patient) {
    var code = house.take(patient, TestQueue.TODAY).path("response").path("kodebooking").asString();
    house.event(code, "check-in");
    return code;
  }

  private static String session(String code) {
    return data("GET", "/bookings/" + code, "").path("session").asString();
  }

  private static String next(String session) {
    return data("POST", "/sessions/" + session + "/next", Map.of()).path("number").asString("nobody");
  }

  @Test
  void whoWasCalledLeastComesNextThenByNumber() {
    var code = arrive(1);
    arrive(2);
    house.take(3, TestQueue.TODAY);
    arrive(4);
    var session = session(code);
    assertEquals(List.of("B-1", "B-2", "B-4", "B-1"), List.of(next(session), next(session), next(session),
        next(session)), "the third is not here yet; then the first once more");
    house.clock.advance(Duration.ofMinutes(1));
    house.event(code, "start");
    assertEquals("B-2", next(session), "the first is with the doctor");
    assertEquals("B-2", data("GET", "/sessions/" + session, "").path("called").asString());
  }

  @Test
  void twoDoorsThatAskAtOnceCallTwo() throws Exception {
    var session = session(arrive(1));
    for (int patient = 2; patient <= 20; patient++) {
      arrive(patient);
    }
    try (var doors = Executors.newFixedThreadPool(4)) {
      var asked = new ArrayList<Callable<String>>();
      for (int i = 0; i < 20; i++) {
        asked.add(() -> next(session));
      }
      var called = new HashSet<String>();
      for (var one : doors.invokeAll(asked)) {
        assertTrue(called.add(one.get()), "called twice: " + one.get());
      }
      assertEquals(20, called.size());
    }
  }

  @Test
  void thePharmacyCallsByItsOwnNumbersUntilTheMedicineIsHandedOver() {
    var code = arrive(1);
    var session = session(code);
    house.clock.advance(Duration.ofMinutes(10));
    house.event(code, "start");
    assertTrue(house.desk("POST", "/bookings/" + code + "/pharmacy", Map.of()).text().contains("no prescription"));
    house.clock.advance(Duration.ofMinutes(5));
    house.pharmacy(tx -> house.queue.prescriptionSigned(tx, code, house.clock.instant(), true));
    assertEquals("[null]", "[" + data("GET", "/pharmacy", "").path(0).path("ticket") + "]");
    assertEquals(1, data("POST", "/bookings/" + code + "/pharmacy", Map.of()).path("number").asInt());
    assertEquals(1, data("POST", "/bookings/" + code + "/pharmacy", Map.of()).path("number").asInt(), "the one it has");
    house.clock.advance(Duration.ofMinutes(5));
    house.event(code, "pharmacy-start");
    house.event(code, "pharmacy-call");
    var line = data("GET", "/pharmacy", "").path(0);
    assertEquals("preparing true 1 1", line.path("step").asString() + " " + line.path("compounded") + " "
        + line.path("ticket") + " " + line.path("calls"));
    house.clock.advance(Duration.ofMinutes(5));
    assertTrue(house.event(code, "pharmacy-done").contains("\"told\":[3,4,5,6,7]"));
    assertTrue(house.event(code, "pharmacy-call").contains("no number at the pharmacy that waits"));
    assertEquals("handed-over", data("GET", "/sessions/" + session + "/bookings", "").path(0).path("step").asString());
  }

  @Test
  void aDisplayShowsNumbersAndClinicsOfTodayAndNothingOfThePatient() {
    var code = arrive(1);
    house.event(code, "call");
    var shown = house.desk("GET", "/display/ruang-tunggu-demo", "").text();
    assertTrue(shown.contains("\"number\":\"B-1\""), shown);
    for (var secret : List.of(TestQueue.card(1), TestQueue.nik(1), "T1\"", code)) {
      assertFalse(shown.contains(secret), secret);
    }
    var made = data("POST", "/displays", Map.of("name", "Bedah", "subs", "BED"));
    var mine = data("GET", "/display/" + made.path("code").asString(), "");
    assertEquals("1 0", mine.path("sessions").size() + " " + mine.path("calls").size(), "of its clinic only");
    assertFalse(house.desk("GET", "/displays", "").text().contains(made.path("code").asString()), "seen once");
    data("DELETE", "/displays/" + made.path("display").path("id").asString(), "");
    assertEquals(404, house.desk("GET", "/display/" + made.path("code").asString(), "").status());
  }

  /** The statement against the same counted by hand, over a day that a seed makes. */
  @Test
  void medianAndP90AreThoseOfTheVisitsAndCorrectionsHold() {
    var random = new Random(17);
    var waits = new ArrayList<Long>();
    int complete = 0;
    for (int patient = 1; patient <= 25; patient++) {
      var code = house.take(patient, TestQueue.TODAY).path("response").path("kodebooking").asString();
      var here = TestQueue.NOW.plusSeconds(random.nextInt(3_600));
      long wait = 60 + random.nextInt(5_400);
      boolean skipped = patient % 5 == 0;
      put(code, 3, 1, here.minusSeconds(600));
      put(code, 3, 2, here); // a correction: the later turn holds
      put(code, 4, 1, here.plusSeconds(wait));
      waits.add(wait);
      if (!skipped) {
        put(code, 5, 1, here.plusSeconds(wait + 300));
        complete++;
      }
    }
    var figures = data("GET", "/figures?from=" + TestQueue.TODAY + "&clinic=30", "").path("figures");
    var all = figures.path(0);
    var span = all.path("steps").path(0);
    var sorted = waits.stream().sorted().toList();
    assertEquals(sorted.get(12) + " " + Math.round(sorted.get(21) + 0.6 * (sorted.get(22) - sorted.get(21))),
        span.path("median") + " " + span.path("p90"));
    assertEquals(3, span.path("step").asInt());
    assertEquals(waits.stream().mapToLong(Long::longValue).sum(), span.path("whole").asLong());
    assertEquals(25 + " " + waits.stream().filter(wait -> wait <= 1_800).count(),
        all.path("seen") + " " + all.path("seen_in_time"));
    assertEquals(complete + " " + complete, all.path("done") + " " + all.path("complete"));
    assertEquals("null ANA ANA", figures.valueStream().map(one -> one.path("sub").asString("null")).limit(3)
        .reduce((a, b) -> a + " " + b).orElse(""), "everything, the clinic, its doctor");
  }

  private static void put(String code, int task, int turn, Instant at) {
    house.db.transaction(tx -> tx.createUpdate("""
            insert into queue.event (booking, task, turn, happened_at, recorded_at, source, by_name, reason)
            values (:code, :task, :turn, :at, :at, 'CHECK_IN', '', '')
            """).bind("code", code).bind("task", task).bind("turn", turn).bind("at", at.atOffset(ZoneOffset.UTC))
        .execute());
  }
}
