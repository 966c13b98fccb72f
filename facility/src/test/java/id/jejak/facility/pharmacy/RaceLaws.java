package id.jejak.facility.pharmacy;

import static id.jejak.facility.pharmacy.TestPharmacy.HOSPITAL;
import static id.jejak.facility.pharmacy.TestPharmacy.TABLETS;
import static id.jejak.facility.pharmacy.TestPharmacy.panadin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** However many counters there are: a serial is given once, and nothing is given of what is recalled. */
class RaceLaws {
  private static final int COUNTERS = 12;
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
  }

  private static String order(List<String> ids, int pack, String units) {
    return "{\"prescription\": \"" + ids.getFirst() + "\", \"items\": [{\"line\": \"" + ids.get(1)
        + "\", \"packs\": [{\"barcode\": \"" + panadin(pack) + "\"" + units + "}]}], \"accept\": [\"DUPLICATE\"]}";
  }

  private static <T> List<T> together(List<Callable<T>> all) throws Exception {
    var start = new CountDownLatch(1);
    var futures = new ArrayList<Future<T>>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : all) {
        futures.add(pool.submit(() -> {
          start.await();
          return one.call();
        }));
      }
      start.countDown();
      var done = new ArrayList<T>();
      for (var future : futures) {
        done.add(future.get(60, TimeUnit.SECONDS));
      }
      return done;
    }
  }

  private static int status(String body) {
    return pharmacy.ask(HOSPITAL, "POST", "/dispenses", body).status();
  }

  @RepeatedTest(10)
  void aSerialIsGivenOnceHoweverManyCountersScanIt(RepetitionInfo run) throws Exception {
    var random = new Random(run.getCurrentRepetition());
    int packs = 1 + random.nextInt(4);
    var calls = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < COUNTERS; i++) {
      var ids = pharmacy.prescribe(TABLETS);
      int pack = 1 + random.nextInt(packs);
      calls.add(() -> status(order(ids, pack, ", \"units\": 10")));
    }
    var statuses = together(calls);
    long given = statuses.stream().filter(status -> status == 200).count();
    assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 409), statuses.toString());
    long used = pharmacy.db.read(h -> h.createQuery("select count(*) from facility.pack where state = 4")
        .mapTo(long.class).one());
    assertEquals(used, given, "each pack that was used was given once");
    int beyond = pharmacy.db.read(h -> h.createQuery("""
        select count(*) from (select key from facility.portion group by key having sum(units) > 10) t
        """).mapTo(int.class).one());
    assertEquals(0, beyond);
  }

  @RepeatedTest(10)
  void unitsOfAnOpenedPackNeverBecomeMore(RepetitionInfo run) throws Exception {
    var random = new Random(run.getCurrentRepetition());
    var calls = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < COUNTERS; i++) {
      var ids = pharmacy.prescribe(TABLETS);
      int units = 1 + random.nextInt(4);
      calls.add(() -> status(order(ids, 1, ", \"units\": " + units)));
    }
    together(calls);
    assertEquals("10", pharmacy.db.read(h -> h.createQuery("""
        select trim_scale(p.units + (select sum(o.units) from facility.portion o where o.key = p.key))::text
          from facility.pack p
         where p.key = (select distinct key from facility.portion)
        """).mapTo(String.class).one()));
  }

  @RepeatedTest(10)
  void aLineIsNeverGivenBeyondItsSupply(RepetitionInfo run) throws Exception {
    var ids = pharmacy.prescribe(TABLETS);
    var calls = new ArrayList<Callable<Integer>>();
    for (int i = 1; i <= COUNTERS; i++) {
      int pack = (i + run.getCurrentRepetition()) % 30 + 1;
      calls.add(() -> status(order(ids, pack, ", \"units\": 3")));
    }
    together(calls);
    var taken = pharmacy.get(HOSPITAL, "/prescriptions/" + ids.getFirst()).at("/lines/0/dispensed").asInt();
    assertTrue(taken <= 20, "given " + taken + " of 20");
  }

  /** Once a recall is answered, nothing more of it is given: whoever was given some is among those it names. */
  @RepeatedTest(10)
  void aDispenseThatRacesWithARecallLoses(RepetitionInfo run) throws Exception {
    var random = new Random(run.getCurrentRepetition());
    var recalled = new AtomicBoolean();
    var answered = new CountDownLatch(1);
    var calls = new ArrayList<Callable<Integer>>();
    for (int i = 1; i <= COUNTERS; i++) {
      var ids = pharmacy.prescribe(TABLETS);
      int pack = i;
      boolean late = random.nextInt(4) == 0;
      calls.add(() -> {
        if (late) {
          answered.await();
        }
        boolean after = recalled.get();
        int status = status(order(ids, pack, ""));
        assertTrue(!after || status == 409, "given after the recall was answered");
        return status;
      });
    }
    calls.add(random.nextInt(calls.size()), () -> {
      var answer = pharmacy.ask(HOSPITAL, "POST", "/recalls",
          "{\"by\": \"batch\", \"value\": \"PND2601\", \"reason\": \"uji\"}");
      recalled.set(true);
      answered.countDown();
      return Json.read(answer.bytes()).path("lots").asInt() == 1 ? 1 : 0;
    });
    var statuses = together(calls);
    var id = pharmacy.db.read(h -> h.createQuery("select id from facility.recall").mapTo(String.class).one());
    assertEquals((int) statuses.stream().filter(status -> status == 200).count(),
        pharmacy.get(HOSPITAL, "/recalls/" + id + "/patients").path("rows").size());
  }

  /** The very second: a dispense that begins while a recall stands uncommitted waits for it, and sees it. */
  @Test
  void aDispenseWaitsForARecallThatIsBeingWritten() throws Exception {
    var ids = pharmacy.prescribe(TABLETS);
    for (int warm = 0; warm < 6; warm++) { // also by a plan that was kept from before
      pharmacy.post(HOSPITAL, "/verify", "{\"barcode\": \"" + panadin(20) + "\"}");
      status(order(pharmacy.prescribe(TABLETS), 21 + warm, ", \"units\": 1"));
    }
    try (var recall = pharmacy.db.source().getConnection(); var statement = recall.createStatement();
        var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      recall.setAutoCommit(false);
      statement.execute("lock table facility.gate in access exclusive mode");
      statement.execute("update facility.lot set recalls = recalls || 1::bigint where batch = 'PND2601'");
      var giving = pool.submit(() -> status(order(ids, 1, "")));
      assertTrue(waiting(), "it should wait at the gate");
      assertTrue(!giving.isDone());
      recall.commit();
      assertEquals(409, giving.get(30, TimeUnit.SECONDS));
    }
  }

  private static boolean waiting() {
    for (int i = 0; i < 2000; i++) {
      if (pharmacy.db.read(h -> h.createQuery("""
          select exists (select from pg_locks where not granted and relation = 'facility.gate'::regclass)
          """).mapTo(boolean.class).one())) {
        return true;
      }
    }
    return false;
  }
}
