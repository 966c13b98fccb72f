package id.jejak.facility.pharmacy;

import static id.jejak.facility.pharmacy.TestPharmacy.APOTEK;
import static id.jejak.facility.pharmacy.TestPharmacy.HOSPITAL;
import static id.jejak.facility.pharmacy.TestPharmacy.TABLETS;
import static id.jejak.facility.pharmacy.TestPharmacy.panadin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.facility.pharmacy.domain.TakeBack;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What was handed over comes back: once, to where it may go, and nobody counts it afterwards but a recall. */
class TakeBackTest {
  private static final String COMPOUND = "{\"kind\": \"SD\", \"quantity\": 20, \"unit\": \"CAP\", \"signa\": \"3 dd 1\","
      + " \"form\": \"BS019\", \"ingredients\": [{\"kfa\": \"91990001\", \"name\": \"Paracetamol\", \"amount\": 250, \"unit\":"
      + " \"mg\"}]}";
  private static TestPharmacy pharmacy;

  @BeforeAll
  static void open() {
    pharmacy = new TestPharmacy(false);
  }

  @AfterAll
  static void close() {
    pharmacy.close();
  }

  @BeforeEach
  void reset() {
    pharmacy.reset();
    pharmacy.clock.set(TestPharmacy.NOW);
    pharmacy.desk.told.clear();
  }

  private static String give(List<String> ids, String packs) {
    return pharmacy.post(HOSPITAL, "/dispenses", "{\"prescription\": \"" + ids.getFirst() + "\", \"items\": [{\"line\": \""
        + ids.get(1) + "\", " + packs + "}], \"accept\": [\"DUPLICATE\"]}").at("/dispenses/0/id").asString();
  }

  private static String packs(String... packsAndMore) {
    var all = new ArrayList<String>();
    for (var one : packsAndMore) {
      var words = one.split(" ", 2);
      all.add("{\"barcode\": \"" + panadin(Integer.parseInt(words[0])) + "\"" + (words.length > 1 ? ", " + words[1] : "") + "}");
    }
    return "\"packs\": [" + String.join(", ", all) + "]";
  }

  private static String body(String kind, String more) {
    return "{\"kind\": \"" + kind + "\", \"reason\": \"uji\"" + (more.isEmpty() ? "" : ", " + more) + "}";
  }

  private static String refusal(String dispense, String body) {
    return pharmacy.refusal(HOSPITAL, "POST", "/dispenses/" + dispense + "/takeback", body);
  }

  private static void takeBack(String dispense, String body) {
    pharmacy.post(HOSPITAL, "/dispenses/" + dispense + "/takeback", body);
  }

  private static String pack(int number) {
    var pack = pharmacy.get(HOSPITAL, "/pack?barcode=" + java.net.URLEncoder.encode(panadin(number).replace("\\u001d",
        "\u001d"), StandardCharsets.UTF_8));
    return pack.path("state").asString() + " " + pack.path("units").asString();
  }

  private static String dispensed(List<String> ids) {
    return pharmacy.get(HOSPITAL, "/prescriptions/" + ids.getFirst()).at("/lines/0/dispensed").asString();
  }

  @Test
  void allOfItIsKeptApartAndTheLineMayBeGivenAgain() {
    var ids = pharmacy.prescribe(TABLETS);
    var dispense = give(ids, packs("1"));
    takeBack(dispense, body("declined", ""));
    assertEquals("quarantine 10", pack(1));
    assertEquals("0", dispensed(ids));
    assertEquals(List.of("prescription", "number", "dispenses", "takeback"),
        pharmacy.parcels().stream().map(one -> one.kind()).toList());
    assertEquals(List.of("signed V1", "scanned V1", "handed over V1"), pharmacy.desk.told, "the queue's times are honest");
    var seen = pharmacy.get(HOSPITAL, "/prescriptions/" + ids.getFirst());
    assertEquals("declined 10", seen.at("/given/0/taken_back").asString() + " " + seen.at("/given/0/quantity").asString());
    var copy = pharmacy.ask(HOSPITAL, "GET", "/prescriptions/" + ids.getFirst() + "/copy", "").text();
    assertTrue(copy.contains(">nedet<"), copy);
    var events = pharmacy.get(HOSPITAL, "/pack?barcode=" + java.net.URLEncoder.encode(panadin(1).replace("\\u001d",
        "\u001d"), StandardCharsets.UTF_8)).path("events");
    assertEquals("taken-back uji " + dispense, events.path(2).path("what").asString() + " "
        + events.path(2).path("reason").asString() + " " + events.path(2).path("reference").asString(), events.toString());
    give(ids, packs("2"));
    assertEquals("10", dispensed(ids));
  }

  @Test
  void refusalsComeInTheirOrder() {
    var ids = pharmacy.prescribe(TABLETS);
    var dispense = give(ids, packs("1 \"units\": 4"));
    var everything = body("error", packs("2 \"units\": 9, \"to\": \"shelf\""));
    assertEquals("404 not-found", pharmacy.refusal(APOTEK, "POST", "/dispenses/" + dispense + "/takeback", everything));
    assertEquals("403 role", pharmacy.refusal(HOSPITAL + "-auditor", "POST", "/dispenses/" + dispense + "/takeback", everything));
    assertEquals("400 malformed", refusal(dispense, body("lost", "")));
    assertEquals("400 malformed", refusal(dispense, "{\"kind\": \"error\"}"));
    assertEquals("409 not-of-it", refusal(dispense, everything));
    pharmacy.clock.advance(Duration.ofHours(23)); // it ticks
    assertEquals("409 more-than-given", refusal(dispense, everything.replace("PND0002", "PND0001")));
    assertEquals("409 more-than-given", refusal(dispense, body("error", packs("1 \"units\": 3", "1 \"units\": 2"))));
    assertEquals("409 not-on-shelf", refusal(dispense, body("error", "\"to\": \"shelf\"")), "it was opened");
    pharmacy.clock.advance(Duration.ofHours(1));
    assertEquals("409 too-late", refusal(dispense, everything));
    assertEquals("opened 6", pack(1), "a refusal changes nothing");
    assertEquals("4", dispensed(ids));
    takeBack(dispense, body("returned", ""));
    assertEquals("409 taken-back", refusal(dispense, everything));
    assertEquals("quarantine 10", pack(1));
  }

  private static String advice(String path, String body) {
    return Json.read(pharmacy.ask(HOSPITAL, "POST", path, body).bytes()).path("advice").asString("");
  }

  @Test
  void aMisspeltNameIsNamedWithTheOneThatIsMeant() {
    assertTrue(advice("/dispenses/1/takeback", "{\"kindd\": \"error\", \"reason\": \"uji\"}")
        .endsWith("; you wrote kindd, it is kind."));
    for (var slip : List.of("barcod", "barcoed", "barcodee", "bsrcode")) {
      var said = advice("/dispenses", "{\"prescription\": \"1\", \"items\": [{\"line\": \"1\", \"packs\": [{\"" + slip
          + "\": \"x\"}]}]}");
      assertTrue(said.endsWith("; you wrote items[0].packs[0]." + slip + ", it is items[0].packs[0].barcode."), said);
    }
    for (var other : List.of("code", "reason", "barkoode")) {
      assertFalse(advice("/verify", "{\"" + other + "\": \"x\"}").contains("you wrote"), other);
    }
  }

  @Test
  void theLastMomentIsInTime() {
    var day = Duration.ofHours(24);
    for (var kind : TakeBack.Kind.values()) {
      assertFalse(TakeBack.late(kind, TestPharmacy.NOW, TestPharmacy.NOW.plus(day), day), kind.word());
      assertEquals(kind != TakeBack.Kind.RETURNED, TakeBack.late(kind, TestPharmacy.NOW, TestPharmacy.NOW.plus(day)
          .plusNanos(1), day), kind.word());
    }
  }

  @Test
  void onlyWhatNobodyHadGoesBackOnTheShelf() {
    var ids = pharmacy.prescribe(TABLETS);
    var returned = give(ids, packs("1"));
    assertEquals("409 not-on-shelf", refusal(returned, body("returned", "\"to\": \"shelf\"")));
    assertEquals("409 not-on-shelf", refusal(returned, body("declined", "\"to\": \"shelf\"")));
    assertEquals("409 not-on-shelf", refusal(returned, body("error", packs("1 \"units\": 9, \"to\": \"shelf\""))));
    var recall = pharmacy.post(HOSPITAL, "/recalls", "{\"by\": \"serial\", \"value\": \"" + panadin(1)
        + "\", \"reason\": \"uji\"}").path("id").asString();
    assertEquals("409 not-on-shelf", refusal(returned, body("error", "\"to\": \"shelf\"")));
    pharmacy.post(HOSPITAL, "/recalls/" + recall + "/close", "{}");
    takeBack(returned, body("error", "\"to\": \"shelf\""));
    assertEquals("shelf 10", pack(1));
    give(ids, packs("1"));
    assertEquals("used 0", pack(1));
  }

  private static String release(int... numbers) {
    var all = java.util.Arrays.stream(numbers).mapToObj(one -> "\"" + panadin(one) + "\"").toList();
    var answer = pharmacy.ask(HOSPITAL, "POST", "/move", "{\"barcodes\": " + all
        + ", \"place\": \"RAK-A\", \"quarantine\": false, \"reason\": \"sudah diperiksa\"}");
    var said = Json.read(answer.bytes());
    return answer.status() + " " + said.path("code").asString("") + " " + said.path("not_released").size();
  }

  @Test
  void whatAPatientHadIsNeverReleased() {
    var ids = pharmacy.prescribe(TABLETS);
    takeBack(give(ids, packs("1")), body("declined", ""));
    takeBack(give(ids, packs("2")), body("returned", ""));
    takeBack(give(ids, packs("3 \"units\": 4")), body("error", ""));
    takeBack(give(ids, packs("4")), body("error", ""));
    pharmacy.post(HOSPITAL, "/move", "{\"barcodes\": [\"" + panadin(5) + "\"], \"place\": \"KARANTINA\", \"quarantine\": true,"
        + " \"reason\": \"kemasan penyok\"}");
    assertEquals("409 not-released 1", release(1), "it was declined, and had left the counter");
    assertEquals("409 not-released 1", release(2), "a patient had it");
    assertEquals("409 not-released 1", release(3), "it was opened");
    assertEquals("409 not-released 3", release(1, 2, 3, 4, 5), "all or none");
    assertEquals("quarantine 10", pack(4));
    assertEquals("200  0", release(4, 5), "given in error and whole, and never given");
    assertEquals("shelf 10", pack(4));
    assertEquals("shelf 10", pack(5));
    pharmacy.post(HOSPITAL, "/move", "{\"barcodes\": [\"" + panadin(2) + "\"], \"place\": \"KARANTINA-2\"}");
    assertEquals("quarantine 10", pack(2), "it may lie elsewhere");
  }

  @Test
  void beingMissingForAWhileReleasesNothing() {
    var ids = pharmacy.prescribe(TABLETS);
    takeBack(give(ids, packs("1")), body("returned", ""));
    pharmacy.post(HOSPITAL, "/move", "{\"barcodes\": [\"" + panadin(1) + "\", \"" + panadin(2) + "\"], \"place\": \"LACI\"}");
    pharmacy.post(HOSPITAL, "/count", "{\"barcodes\": [], \"place\": \"LACI\", \"apply\": true}");
    assertEquals("missing 10", pack(1));
    pharmacy.post(HOSPITAL, "/count", "{\"barcodes\": [\"" + panadin(1) + "\", \"" + panadin(2)
        + "\"], \"place\": \"LACI\", \"apply\": true}");
    assertEquals("quarantine 10", pack(1));
    assertEquals("shelf 10", pack(2));
  }

  @Test
  void whatIsDestroyedOrNotNamedStaysUsed() {
    var ids = pharmacy.prescribe(TABLETS.replace("\"quantity\": 10", "\"quantity\": 30"));
    var dispense = give(ids, packs("1", "2", "3"));
    takeBack(dispense, body("returned", packs("1 \"units\": 3, \"to\": \"destroyed\"", "1 \"units\": 2",
        "2 \"to\": \"destroyed\"")));
    assertEquals("quarantine 2, used 0, used 0", pack(1) + ", " + pack(2) + ", " + pack(3));
    assertEquals("0", dispensed(ids));
    var scanned = pharmacy.post(HOSPITAL, "/verify", "{\"barcode\": \"" + panadin(2) + "\", \"line\": \"" + ids.get(1) + "\"}");
    assertEquals("TAKEN_BACK", scanned.at("/opinion/meaning").asString(), "neither a double scan nor a copy");
    assertEquals("1 3 7", pharmacy.db.read(h -> h.createQuery("""
        select count(distinct takeback) || ' ' || count(*) || ' ' || sum(went) from facility.takeback_portion
        """).mapTo(String.class).one()));
  }

  @Test
  void aCompoundIsGivenAgainOnlyWhereItMayBe() {
    var ids = pharmacy.prescribe(COMPOUND);
    var compound = pharmacy.post(HOSPITAL, "/compounds", "{\"line\": \"" + ids.get(1) + "\", \"made\": 20, \"packs\":"
        + " [{\"barcode\": \"" + panadin(8) + "\"}]}").path("id").asString();
    var apart = give(ids, "\"compound\": \"" + compound + "\", \"quantity\": 4");
    assertEquals("409 not-of-it", refusal(apart, body("error", packs("8"))), "its packs went into the compound");
    takeBack(apart, body("error", ""));
    assertEquals("16", left(ids));
    var again = give(ids, "\"compound\": \"" + compound + "\", \"quantity\": 6");
    assertEquals("409 not-on-shelf", refusal(again, body("returned", "\"to\": \"shelf\"")));
    takeBack(again, body("error", "\"to\": \"shelf\""));
    assertEquals("16", left(ids));
    assertEquals("0", dispensed(ids));
    assertEquals("used 0", pack(8));
  }

  private static String left(List<String> ids) {
    return pharmacy.get(HOSPITAL, "/prescriptions/" + ids.getFirst()).at("/compounds/0/left").asString();
  }

  @Test
  void aRecallStillFindsThePatientAndTheCounterNoLongerWarns() {
    var ids = pharmacy.prescribe(TABLETS);
    var dispense = give(ids, packs("1"));
    var other = pharmacy.prescribe(TABLETS);
    assertEquals("DUPLICATE", finding(other));
    takeBack(dispense, body("returned", ""));
    assertEquals("", finding(other), "what was taken back was not received lately");
    var recall = pharmacy.post(HOSPITAL, "/recalls", "{\"by\": \"batch\", \"value\": \"PND2601\", \"reason\": \"uji\"}")
        .path("id").asString();
    var reached = pharmacy.get(HOSPITAL, "/recalls/" + recall + "/patients").path("rows");
    assertEquals("1 true", reached.size() + " " + reached.at("/0/taken_back").asString());
    assertEquals("1", pharmacy.get(HOSPITAL, "/recalls/" + recall).path("dispensed").asString());
    var csv = pharmacy.ask(HOSPITAL, "POST", "/recalls/" + recall + "/contacts", "{\"purpose\": \"uji\"}").text();
    assertTrue(csv.contains("\"taken_back\"") && csv.contains("\"true\""), csv);
  }

  private static String finding(List<String> ids) {
    return pharmacy.get(HOSPITAL, "/prescriptions/" + ids.getFirst()).at("/lines/0/findings/0/kind").asString("");
  }

  private static String stock() {
    return pharmacy.db.read(h -> h.createQuery("""
        select trim_scale((select sum(units) from facility.pack))::text || ' '
               || trim_scale((select sum(dispensed) from facility.line))::text || ' '
               || (select count(*) from facility.line where dispensed < 0 or dispensed > 20)::text || ' '
               || (select count(*) from facility.pack where units > whole or units < 0)::text
        """).mapTo(String.class).one());
  }

  /** Whatever is given and taken back, in whatever order: stock and lines are as before. */
  @RepeatedTest(8)
  void whatWasGivenAndTakenBackLeavesStockAsItWas(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var ids = pharmacy.prescribe(TABLETS);
    var before = stock();
    var out = new ArrayList<String>();
    for (int step = 0; step < 16; step++) {
      if (out.isEmpty() || random.nextBoolean() && out.size() < 3) {
        var wanted = give(ids, packs((1 + step) + " \"units\": " + (1 + random.nextInt(3))));
        out.add(wanted);
      } else {
        takeBack(out.remove(random.nextInt(out.size())), body(List.of("error", "declined", "returned").get(random.nextInt(3)),
            ""));
      }
      assertTrue(stock().endsWith(" 0 0"), stock());
    }
    out.forEach(one -> takeBack(one, body("error", "")));
    assertEquals(before, stock());
  }

  /** However many counters take one dispense back: one does, and stock gets it once. */
  @RepeatedTest(8)
  void ofThoseWhoTakeBackTogetherExactlyOneDoes(RepetitionInfo run) throws Exception {
    int counters = 2 + run.getCurrentRepetition() % 4;
    var ids = pharmacy.prescribe(TABLETS);
    var before = stock();
    var dispense = give(ids, packs("1"));
    var start = new CountDownLatch(1);
    var futures = new ArrayList<Future<String>>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < counters; i++) {
        futures.add(pool.submit(() -> {
          start.await();
          var answer = pharmacy.ask(HOSPITAL, "POST", "/dispenses/" + dispense + "/takeback", body("error", ""));
          return answer.status() + " " + Json.read(answer.bytes()).path("code").asString("");
        }));
      }
      start.countDown();
      var answers = new ArrayList<String>();
      for (var future : futures) {
        answers.add(future.get(60, TimeUnit.SECONDS));
      }
      assertEquals(1, answers.stream().filter("200 "::equals).count(), answers.toString());
      assertEquals(counters - 1, answers.stream().filter("409 taken-back"::equals).count(), answers.toString());
    }
    assertEquals(before, stock());
    assertEquals(1, pharmacy.parcels().stream().filter(one -> one.kind().equals("takeback")).count());
  }

  /** The very second: whoever waits for one that is not committed yet sees it afterwards. */
  @Test
  void whoeverWaitsForAnotherSeesWhatItWrote() throws Exception {
    var ids = pharmacy.prescribe(TABLETS);
    var dispense = give(ids, packs("1"));
    try (var other = pharmacy.db.source().getConnection(); var statement = other.createStatement();
        var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      other.setAutoCommit(false);
      statement.execute("select 1 from facility.dispense where id = " + dispense + " for update");
      statement.execute("insert into facility.takeback (id, dispense, facility, at, staff, kind, reason) values (1, " + dispense
          + ", 'rs-sarana-a', now(), 's', 1, 'r')");
      var waiting = pool.submit(() -> refusal(dispense, body("error", "")));
      assertTrue(waits(), "it should wait for the dispense");
      assertTrue(!waiting.isDone());
      other.commit();
      assertEquals("409 taken-back", waiting.get(30, TimeUnit.SECONDS));
    }
  }

  private static boolean waits() {
    for (int i = 0; i < 2000; i++) {
      if (pharmacy.db.read(h -> h.createQuery("""
          select exists (select from pg_locks where not granted and locktype = 'transactionid')
          """).mapTo(boolean.class).one())) {
        return true;
      }
    }
    return false;
  }
}
