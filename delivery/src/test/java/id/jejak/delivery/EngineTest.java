package id.jejak.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.delivery.domain.Backoff;
import id.jejak.delivery.domain.Book;
import id.jejak.delivery.domain.Stage;
import id.jejak.delivery.engine.Engine;
import id.jejak.delivery.engine.Rules;
import id.jejak.delivery.store.ParcelStore;
import id.jejak.delivery.store.ParcelStore.Which;
import id.jejak.delivery.store.Post;
import id.jejak.delivery.store.Schema;
import id.jejak.delivery.store.SqlBook;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.json.Json;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real threads over a real PostgreSQL. */
class EngineTest {
  private static final Rules RULES = new Rules(16, Duration.ofMillis(200), Duration.ofSeconds(30),
      new Backoff(Duration.ofMillis(50), Duration.ofMillis(400)), Duration.ofSeconds(1), Duration.ofMillis(2));
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Which ALL = new Which("", "", List.of(), "", "");

  private Db db;
  private final List<Engine> engines = new ArrayList<>();

  @BeforeEach
  void open() {
    db = TestDelivery.database();
    Schema.MIGRATIONS.apply(db);
  }

  @AfterEach
  void close() {
    engines.forEach(Engine::close);
    db.close();
  }

  private Engine engine(long node) {
    var engine = new Engine(new SqlBook(db), node, RULES, CLOCK, new Random(node), _ -> { });
    engines.add(engine);
    return engine;
  }

  private record Recorder(String remote, Map<String, List<Integer>> kept, AtomicInteger calls,
      Function<Parcel, Carried> answer) implements Carrier {
    static Recorder of(String remote) {
      return new Recorder(remote, new ConcurrentHashMap<>(), new AtomicInteger(), _ -> done());
    }

    static Carried done() {
      return new Carried.Done(Json.read("{\"ok\":true}"));
    }

    @Override
    public Carried carry(Parcel parcel) {
      calls.incrementAndGet();
      LockSupport.parkNanos(1_000_000);
      kept.computeIfAbsent(parcel.key(), _ -> new ArrayList<>()).add(parcel.body().path("n").asInt());
      return answer.apply(parcel);
    }

    @Override
    public Optional<Carried> lookFor(Parcel parcel) {
      return kept.getOrDefault(parcel.key(), List.of()).contains(parcel.body().path("n").asInt())
          ? Optional.of(done()) : Optional.empty();
    }
  }

  private static Parcel parcel(String key, int number) {
    return new Parcel("r", "f", key, "a", Json.read("{\"n\":" + number + "}"));
  }

  private static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!holds.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 30 s: " + what);
      LockSupport.parkNanos(2_000_000);
    }
  }

  private long open(String stage) {
    return db.read(tx -> new ParcelStore().list(tx, new Which(stage, "", List.of(), "", ""), 0, 10_000)).size();
  }

  @Test
  void whatRestsIsNotTriedBeforeItsTimeAndHoldsUpWhatComesBehindIt() {
    var now = new AtomicReference<>(Instant.parse("2026-11-23T02:00:00Z"));
    var engine = new Engine(new SqlBook(db), 1, RULES, now::get, new Random(1), _ -> { });
    engines.add(engine);
    var carrier = Recorder.of("r");
    engine.add(carrier);
    var post = new Post(now::get, engine::wake);
    db.ending(tx -> new Db.Ending<>(post.posting(tx, parcel("k", 1), Duration.ofSeconds(4)), true));
    db.transaction(tx -> post.post(tx, parcel("k", 2)));
    db.transaction(tx -> post.post(tx, parcel("l", 3)));
    until("the other key has gone", () -> carrier.kept.containsKey("l") && open("") == 2);
    now.set(now.get().plusMillis(3_999));
    engine.wake();
    db.transaction(tx -> post.post(tx, parcel("m", 4)));
    until("one more has gone", () -> carrier.kept.containsKey("m") && open("") == 2);
    assertFalse(carrier.kept.containsKey("k"), "it was tried though it rests");
    now.set(now.get().plusMillis(1));
    engine.wake();
    until("all have gone", () -> open("") == 0);
    assertEquals(List.of(1, 2), carrier.kept.get("k"));
  }

  @Test
  void whatWaitedForSomethingElseGoesOnWhenThatHasCome() {
    var engine = engine(1);
    var come = new AtomicInteger();
    var carrier = new Recorder("r", new ConcurrentHashMap<>(), new AtomicInteger(), one -> one.body().path("n").asInt() == 2
        ? new Carried.Refused(Remedy.FIX_DATA, "OTHER", "no") : come.get() == 0
            ? new Carried.Refused(Remedy.HUMAN, "UNTOLD", "not known there") : Recorder.done());
    engine.add(carrier);
    var post = new Post(CLOCK, engine::wake);
    var parcels = new ParcelStore();
    var desk = new Desk(db, Desk.Overview.at(db), parcels, engine, CLOCK);
    long waits = db.transaction(tx -> post.post(tx, parcel("k", 1)));
    db.transaction(tx -> post.post(tx, parcel("l", 1)));
    db.transaction(tx -> post.post(tx, parcel("m", 2)));
    until("all are parked", () -> open("PARKED") == 3);
    come.set(1);
    db.transaction(tx -> {
      desk.again(tx, "r", "k", "UNTOLD");
      desk.again(tx, "r", "m", "UNTOLD");
      return true;
    });
    until("it went on", () -> open("") == 2);
    assertEquals(2, open("PARKED"), "another key's, and what was parked for another reason, wait for a person");
    assertTrue(desk.find(waits).orElseThrow().history().stream().anyMatch(one -> one.what().equals("REDRIVEN")
        && one.who().equals("program")));
  }

  @Test
  void whatIsCommittedGoesAtOnceAndWhatIsRolledBackNever() {
    var engine = engine(1);
    var carrier = Recorder.of("r");
    engine.add(carrier);
    var post = new Post(CLOCK, engine::wake);
    LockSupport.parkNanos(Duration.ofMillis(1100).toNanos()); // the lane waits for its bell now
    try {
      db.transaction(tx -> {
        post.post(tx, parcel("k", 1));
        throw new IllegalStateException("no");
      });
    } catch (IllegalStateException e) {
      assertEquals("no", e.getMessage());
    }
    long started = System.nanoTime();
    db.transaction(tx -> post.post(tx, parcel("k", 2)));
    until("carried", () -> carrier.calls.get() == 1);
    long millis = (System.nanoTime() - started) / 1_000_000;
    assertTrue(millis < 700, millis + " ms: it waited for a poll");
    until("settled", () -> open("") == 0);
    assertEquals(Map.of("k", List.of(2)), carrier.kept);
  }

  @Test
  void twoNodesShareTheWorkAndSendNothingTwice() {
    var carriers = List.of(Recorder.of("r"), Recorder.of("r"));
    var post = new Post(CLOCK, _ -> { });
    db.transaction(tx -> {
      for (int i = 0; i < 1500; i++) {
        post.post(tx, parcel("k" + i % 60, i));
      }
      return true;
    });
    // one list for both, since order is across nodes
    var kept = new ConcurrentHashMap<String, List<Integer>>();
    var first = new Recorder("r", kept, carriers.get(0).calls, _ -> Recorder.done());
    var second = new Recorder("r", kept, carriers.get(1).calls, _ -> Recorder.done());
    engine(1).add(first);
    engine(2).add(second);
    until("drained", () -> open("") == 0);
    for (int k = 0; k < 60; k++) {
      var owed = new ArrayList<Integer>();
      for (int i = k; i < 1500; i += 60) {
        owed.add(i);
      }
      assertEquals(owed, kept.get("k" + k));
    }
    assertTrue(first.calls.get() > 100 && second.calls.get() > 100, first.calls + " and " + second.calls);
  }

  @Test
  void anErrorInACarrierLeavesNothingStuck() {
    var engine = engine(1);
    var thrown = new AtomicInteger();
    engine.add(new Recorder("r", new ConcurrentHashMap<>(), new AtomicInteger(), _ -> {
      if (thrown.incrementAndGet() == 1) {
        throw new AssertionError("a bug in a carrier");
      }
      return Recorder.done();
    }));
    var post = new Post(CLOCK, engine::wake);
    db.transaction(tx -> post.post(tx, parcel("k", 1)));
    until("settled", () -> open("") == 0);
    assertEquals(1, thrown.get(), "it was there, and was found");
  }

  @Test
  void aClaimWhoseAnswerWasLostLeavesNothingStuck() {
    var quick = new Rules(16, Duration.ofMillis(200), Duration.ofSeconds(2), RULES.backoff(), Duration.ofMillis(200), Duration.ZERO);
    var broke = new AtomicInteger();
    var book = new SqlBook(db);
    var lossy = (Book) Proxy.newProxyInstance(Book.class.getClassLoader(), new Class<?>[] {Book.class},
        (_, method, arguments) -> {
          var answer = method.invoke(book, arguments);
          if (answer instanceof List<?> claimed && !claimed.isEmpty() && broke.incrementAndGet() == 1) {
            throw new IllegalStateException("the connection broke after the commit");
          }
          return answer;
        });
    var post = new Post(CLOCK, _ -> { });
    db.transaction(tx -> post.post(tx, parcel("k", 1)));
    var engine = new Engine(lossy, 1, quick, CLOCK, new Random(1), _ -> { });
    engines.add(engine);
    var carrier = Recorder.of("r");
    engine.add(carrier);
    until("settled", () -> open("") == 0);
    assertEquals(1, carrier.calls.get());
    assertTrue(broke.get() > 1);
  }

  @Test
  void aParkedParcelHoldsItsKeyUntilItStepsAside() {
    var engine = engine(1);
    var carrier = new Recorder("r", new ConcurrentHashMap<>(), new AtomicInteger(),
        parcel -> parcel.body().path("n").asInt() == 1
            ? new Carried.Refused(Remedy.FIX_DATA, "201", "no") : Recorder.done());
    engine.add(carrier);
    var desk = new Desk(db, Desk.Overview.at(db), new ParcelStore(), engine, CLOCK);
    var post = new Post(CLOCK, engine::wake);
    long parked = db.transaction(tx -> post.post(tx, parcel("k", 1)));
    db.transaction(tx -> post.post(tx, parcel("k", 2)));
    db.transaction(tx -> post.post(tx, parcel("other", 3)));
    until("the other key is served", () -> open("") == 2);
    until("one is parked", () -> open("PARKED") == 1);
    assertEquals(1, open("OWED"));
    assertEquals(Desk.Outcome.CHANGED, desk.stepAside(parked, "apt. Rina", "later"));
    until("the next one went", () -> open("") == 1);
    assertEquals(List.of(1, 2), carrier.kept.get("k"));
    assertEquals(1, desk.redrive(ALL, "apt. Rina"));
    until("refused again", () -> carrier.calls.get() == 4 && open("PARKED") == 1);
    assertEquals(Desk.Outcome.CHANGED, desk.giveUp(parked, "apt. Rina", "never"));
    var whole = desk.find(parked).orElseThrow();
    assertEquals(Stage.GIVEN_UP, whole.settled().orElseThrow().outcome());
    assertEquals(List.of("SENT", "STEPPED_ASIDE", "REDRIVEN", "SENT", "GIVEN_UP"),
        whole.history().stream().map(ParcelStore.Event::what).toList());
    assertEquals(Desk.Outcome.NOT_NOW, desk.redrive(parked, "apt. Rina"));
    assertEquals(Desk.Outcome.NOT_THERE, desk.redrive(7, "apt. Rina"));
  }
}
