package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.Rounds;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import id.jejak.ttac.contract.TtacOperations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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
 * Requests that meet each other on a real database: whoever comes second gets the code of the second, nothing is
 * done twice, nobody hears E999. Rounds are seeded: ten of each race in the usual run, five thousand of all with
 * {@code -Djejak.rounds=full}.
 */
class RaceLaws {
  private static final int ROUNDS = Rounds.of(90, 5_000);
  private static final int RACERS = 8;
  private static final int PBF = 284;
  private static final int HOSPITAL = 123;
  private static final int PHARMACY = 456;
  private static final int MAKER = 789;
  private static TestTtac ttac;

  @BeforeAll
  static void start() {
    ttac = new TestTtac();
    List.of(PBF, HOSPITAL, PHARMACY, MAKER).forEach(ttac::token);
  }

  @AfterAll
  static void stop() {
    ttac.close();
  }

  /** Runs all at the same moment, each on a thread and a connection of its own. */
  private static <T> List<T> atOnce(List<Callable<T>> racers) {
    var gate = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (var racer : racers) {
        running.add(threads.submit(() -> {
          gate.await();
          return racer.call();
        }));
      }
      gate.countDown();
      var answers = new ArrayList<T>();
      for (var one : running) {
        answers.add(one.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Integer> count(List<String> codes) {
    var counted = new TreeMap<String, Integer>();
    codes.forEach(code -> counted.merge(code, 1, Integer::sum));
    return counted;
  }

  private static Callable<String> receive(int by, List<String> barcodes) {
    return () -> ttac.code(by, TtacOperations.RECEIVE, Map.of("barcode", barcodes));
  }

  private static Callable<String> send(int by, int to, List<String> barcodes) {
    return () -> ttac.code(by, TtacOperations.SEND, Map.of("id_sarana_tujuan", to, "barcode", barcodes));
  }

  private static Callable<String> giveBack(int by, int to, List<String> barcodes) {
    return () -> ttac.code(by, TtacOperations.RETURN,
        Map.of("id_sarana_tujuan", to, "barcode", barcodes, "reason", "rusak"));
  }

  private static Callable<String> delete(int by, String level, List<String> barcodes) {
    return () -> ttac.code(by, TtacOperations.DELETE, Map.of("barcode", barcodes, "barcode_level", level));
  }

  private static void must(Callable<String> step) {
    try {
      assertEquals("E000", step.call());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** A tersier with two sekunder of two primers, and four loose primers; names carry the round. */
  private static void stock(int round) {
    var n = "R" + round;
    ttac.seed(PBF, "GKL1222251043A1", "RACE", "T" + n + ":tersier", "SA" + n + ":sekunder:T" + n,
        "SB" + n + ":sekunder:T" + n, "A1" + n + ":primer:SA" + n, "A2" + n + ":primer:SA" + n,
        "B1" + n + ":primer:SB" + n, "B2" + n + ":primer:SB" + n, "L1" + n + ":primer", "L2" + n + ":primer",
        "L3" + n + ":primer", "L4" + n + ":primer");
  }

  /** One race; the seed of a round decides nothing but the order and the choices inside it. */
  private interface Race {
    void run(int round, String name, Random random);
  }

  private static void oneReceiverWins(int round, String n, Random random) {
    must(send(PBF, HOSPITAL, List.of("L1" + n)));
    var codes = count(atOnce(Collections.nCopies(RACERS, receive(HOSPITAL, List.of("L1" + n)))));
    assertEquals(Map.of("E000", 1, "E024", RACERS - 1), codes, "round " + round);
  }

  private static void oneTargetWins(int round, String n, Random random) {
    boolean pallet = random.nextBoolean();
    var what = List.of(pallet ? "T" + n : "L1" + n);
    var targets = new ArrayList<Callable<String>>();
    for (int i = 0; i < RACERS; i++) {
      targets.add(send(PBF, List.of(HOSPITAL, PHARMACY, MAKER).get(i % 3), what));
    }
    assertEquals(Map.of("E000", 1, pallet ? "E014" : "E017", RACERS - 1), count(atOnce(targets)), "round " + round);
    var inboxes = IntStream.of(HOSPITAL, PHARMACY, MAKER).mapToObj(RaceLaws::inbox).toList();
    assertEquals(1, inboxes.stream().flatMap(List::stream).filter(what::contains).count(),
        "round " + round + ": " + inboxes);
  }

  private static List<String> inbox(int sarana) {
    return ttac.call(sarana, TtacOperations.PENDING, Map.of("limit", 10_000)).path("data").path("items")
        .valueStream().map(item -> item.path("barcode").asString()).toList();
  }

  private static void partsAndWholeAreReceived(int round, String n, Random random) {
    must(send(PBF, HOSPITAL, List.of("T" + n)));
    var racers = new ArrayList<>(List.of(receive(HOSPITAL, List.of("T" + n)),
        receive(HOSPITAL, List.of("SA" + n)), receive(HOSPITAL, List.of("A1" + n)),
        receive(HOSPITAL, List.of("B1" + n, "B2" + n)), receive(HOSPITAL, List.of("SB" + n)),
        receive(HOSPITAL, List.of("B2" + n))));
    Collections.shuffle(racers, random);
    var codes = count(atOnce(racers));
    assertTrue(codes.getOrDefault("E000", 0) >= 1 && codes.getOrDefault("E000", 0)
        + codes.getOrDefault("E024", 0) == racers.size(), "round " + round + ": " + codes);
    assertEquals("E024", answer(receive(HOSPITAL, List.of("A2" + n))), "all of it has arrived; round " + round);
  }

  private static String answer(Callable<String> call) {
    try {
      return call.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void partOrWholeIsSent(int round, String n, Random random) {
    var racers = new ArrayList<>(List.of(send(PBF, HOSPITAL, List.of("T" + n)),
        send(PBF, PHARMACY, List.of("A1" + n)), send(PBF, MAKER, List.of("SA" + n)),
        send(PBF, PHARMACY, List.of("B1" + n, "A2" + n))));
    Collections.shuffle(racers, random);
    for (var code : atOnce(racers)) {
      assertTrue(List.of("E000", "E014", "E016", "E017", "E023").contains(code), "round " + round + ": " + code);
    }
    // Wherever each primer went, it went once.
    for (var primer : List.of("A1" + n, "A2" + n, "B1" + n, "B2" + n)) {
      var takers = IntStream.of(HOSPITAL, PHARMACY, MAKER)
          .filter(to -> answer(receive(to, List.of(primer))).equals("E000")).count();
      assertTrue(takers <= 1, "round " + round + ": " + primer + " arrived at " + takers);
    }
  }

  private static void overlappingBatchesInAnyOrder(int round, String n, Random random) {
    var all = new ArrayList<>(List.of("L1" + n, "L2" + n, "L3" + n, "L4" + n, "A1" + n, "B1" + n));
    var racers = new ArrayList<Callable<String>>();
    for (int i = 0; i < RACERS; i++) {
      Collections.shuffle(all, random);
      racers.add(send(PBF, HOSPITAL, List.copyOf(all.subList(0, 3 + random.nextInt(4)))));
    }
    var codes = count(atOnce(racers));
    assertTrue(codes.getOrDefault("E000", 0) >= 1
        && codes.getOrDefault("E000", 0) + codes.getOrDefault("E017", 0) == RACERS, "round " + round + ": " + codes);
  }

  /** Requests of mixed levels are refused or, for a return, allowed; either way nobody waits in a circle. */
  private static void mixedLevelsDoNotLockEachOther(int round, String n, Random random) {
    must(send(PBF, HOSPITAL, List.of("T" + n)));
    must(receive(HOSPITAL, List.of("T" + n)));
    var names = new ArrayList<>(List.of("T" + n, "SA" + n, "SB" + n, "A1" + n, "A2" + n, "B1" + n, "B2" + n));
    var racers = new ArrayList<Callable<String>>();
    for (int i = 0; i < RACERS; i++) {
      Collections.shuffle(names, random);
      var some = List.copyOf(names.subList(0, 1 + random.nextInt(3)));
      racers.add(random.nextBoolean() ? giveBack(HOSPITAL, PBF, some) : receive(HOSPITAL, some));
    }
    for (var code : atOnce(racers)) {
      assertTrue(List.of("E000", "E013", "E024", "E990").contains(code), "round " + round + ": " + code);
    }
  }

  private static void deletedOrSent(int round, String n, Random random) {
    var racers = new ArrayList<>(List.of(send(PBF, HOSPITAL, List.of("L1" + n)),
        delete(PBF, "primer", List.of("L1" + n)), send(PBF, HOSPITAL, List.of("T" + n)),
        delete(PBF, "sekunder", List.of("SA" + n)), delete(PBF, "primer", List.of("A1" + n, "B1" + n))));
    var codes = atOnce(racers);
    boolean sent = codes.get(0).equals("E000");
    assertEquals(sent ? List.of("E000", "E901") : List.of("E013", "E000"), codes.subList(0, 2), "round " + round);
    assertEquals("E000", codes.get(2), "round " + round);
    assertTrue(codes.subList(3, 5).stream().allMatch(code -> code.equals("E000") || code.equals("E901")),
        "round " + round + ": " + codes);
  }

  private static void oneKeyOneEffect(int round, String n, Random random) {
    boolean refused = random.nextInt(4) == 0;
    var body = new String(Json.write(Map.of("token", ttac.token(PBF), "id_sarana_tujuan", HOSPITAL,
        "barcode", List.of(refused ? "NONE" + n : "L2" + n))), StandardCharsets.UTF_8);
    var request = Request.json("POST", "/api/v3/barcode/send", body).plusHeader("Idempotency-Key", "key-" + n);
    Callable<String> call = () -> ttac.raw(request).text();
    var answers = atOnce(Collections.nCopies(RACERS, call)).stream().distinct().toList();
    assertEquals(1, answers.size(), "round " + round + ": " + answers);
    assertTrue(answers.getFirst().contains(refused ? "E013" : "E000"), "round " + round + ": " + answers);
    var other = Request.json("POST", "/api/v3/barcode/send", body.replace(n + "\"]", n + "\",\"NONE\"]"))
        .plusHeader("Idempotency-Key", "key-" + n);
    assertTrue(ttac.raw(other).text().contains(refused ? "E013" : "E990"), "round " + round);
  }

  private static void productDeletedWhileItMoves(int round, String n, Random random) {
    var nie = "NIE" + n;
    ttac.seed(PBF, nie, "RACE", "HN" + n + ":sekunder", "N1" + n + ":primer:HN" + n, "N2" + n + ":primer:HN" + n,
        "N3" + n + ":primer");
    var codes = atOnce(List.of(send(PBF, HOSPITAL, List.of("HN" + n)), send(PBF, PHARMACY, List.of("N3" + n)),
        send(PBF, PHARMACY, List.of("N1" + n)),
        () -> ttac.code(PBF, TtacOperations.DELETE, Map.of("nie", nie)),
        () -> ttac.code(PBF, TtacOperations.DELETE, Map.of("nie", nie))));
    for (var code : codes) {
      assertTrue(List.of("E000", "E901", "E013", "E017", "E023").contains(code), "round " + round + ": " + codes);
    }
  }

  private static final List<Race> RACES = List.of(RaceLaws::oneReceiverWins, RaceLaws::oneTargetWins,
      RaceLaws::partsAndWholeAreReceived, RaceLaws::partOrWholeIsSent, RaceLaws::overlappingBatchesInAnyOrder,
      RaceLaws::mixedLevelsDoNotLockEachOther, RaceLaws::deletedOrSent, RaceLaws::oneKeyOneEffect,
      RaceLaws::productDeletedWhileItMoves);

  @Test
  void whoComesSecondHearsSo() {
    long deadlocksBefore = deadlocks();
    for (int round = 0; round < ROUNDS; round++) {
      if (round % 100 == 0) {
        Invariants.clearPacks(ttac.db);
      }
      stock(round);
      RACES.get(round % RACES.size()).run(round, "R" + round, new Random(round));
      if (round % 100 == 99 || round == ROUNDS - 1) {
        Invariants.hold(ttac.db, "after round " + round);
      }
    }
    assertEquals(0, deadlocks() - deadlocksBefore, "somebody waited in a circle");
  }

  /** PostgreSQL counts them; a session reports its own when it is idle, so the last ones may be missing. */
  private static long deadlocks() {
    return ttac.db.read(handle -> handle.createQuery(
        "select deadlocks from pg_stat_database where datname = current_database()").mapTo(long.class).one());
  }

  @Test
  void loginsAtOnceGiveOneToken() {
    for (int round = 0; round < Math.max(3, ROUNDS / 500); round++) {
      ttac.db.transaction(tx -> tx.execute("delete from ttac.token where sarana = 901 or account = 4"));
      Callable<JsonNode> login = () -> ttac.call("POST", "/api/v3/auth/login",
          Map.of("email", "pabrik@farma-percontohan.example", "password", "jejak-789"));
      var tokens = atOnce(Collections.nCopies(4, login)).stream()
          .map(answer -> answer.path("data").path("user").path("token").asString("")).distinct().toList();
      assertEquals(1, tokens.size(), "round " + round);
      assertEquals(60, tokens.getFirst().length());
      int kept = ttac.db.read(handle -> handle.createQuery("select count(*) from ttac.token where account = 4")
          .mapTo(int.class).one());
      assertEquals(1, kept, "round " + round);
    }
    ttac.reset(); // the harness must not go on with a token that was taken away
    List.of(PBF, HOSPITAL, PHARMACY, MAKER).forEach(ttac::token);
  }
}
