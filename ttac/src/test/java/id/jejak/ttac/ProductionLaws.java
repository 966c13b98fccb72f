package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Operation;
import id.jejak.ttac.contract.ProducerOperations;
import id.jejak.ttac.contract.TtacOperations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever a producer and its customer do, in whatever order, the counts in every holder equal a recount. */
class ProductionLaws {
  private static final int MAKER = 789;
  private static final int CUSTOMER = 284;
  private static final int STEPS = 60;
  private static final Set<String> EXPECTED = Set.of("E000", "E013", "E014", "E015", "E016", "E017", "E018", "E023",
      "E024", "E901", "E990");

  private static TestTtac ttac;

  @BeforeAll
  static void start() {
    ttac = new TestTtac();
  }

  @AfterAll
  static void stop() {
    ttac.close();
  }

  /** A world of one seed: barcodes by level, some of which were refused and so are unknown. */
  private static final class World {
    private final Random random;
    private final List<List<String>> byLevel = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private int made;

    World(int seed) {
      random = new Random(seed);
    }

    String some(int level) {
      var all = byLevel.get(level);
      return all.isEmpty() || random.nextInt(50) == 0 ? "UNKNOWN" : all.get(random.nextInt(all.size()));
    }

    List<String> several(int level) {
      var few = new ArrayList<String>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        few.add(some(level));
      }
      return few;
    }

    List<String> fresh(int level) {
      var few = new ArrayList<String>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        few.add("L" + level + "N" + made++);
      }
      byLevel.get(level).addAll(few);
      return few;
    }

    Map<String, Object> inside(int level, Map<String, Object> params) {
      var all = new HashMap<>(params);
      if (level < 2 && random.nextBoolean()) {
        all.put("parent", some(level + 1 + random.nextInt(2 - level)));
      }
      return all;
    }

    Map<String, Object> flags() {
      return switch (random.nextInt(6)) {
        case 0 -> Map.of("is_sample", true);
        case 1 -> Map.of("is_reject", 1);
        default -> Map.of("is_active", "true");
      };
    }
  }

  private static String step(World world) {
    int level = world.random.nextInt(3);
    return switch (world.random.nextInt(9)) {
      case 0, 1 -> {
        var params = world.inside(0, Map.of("barcode", world.fresh(0), "nie", "NIE" + world.random.nextInt(2),
            "batch_no", "B" + world.random.nextInt(2), "exp_date", "2030-12-31"));
        if (world.random.nextInt(4) > 0) {
          params.putAll(world.flags());
        }
        yield call(MAKER, ProducerOperations.PRIMER, params);
      }
      case 2 -> {
        int holder = 1 + world.random.nextInt(2);
        yield call(MAKER, ProducerOperations.PARENT_UNITS, world.inside(holder,
            Map.of("barcode", world.fresh(holder), "barcode_level", holder == 1 ? "sekunder" : "tersier")));
      }
      case 3, 4 -> {
        int holder = 1 + world.random.nextInt(2);
        yield call(MAKER, ProducerOperations.AGGREGATE, Map.of("parent", world.some(holder),
            "child", world.several(world.random.nextInt(holder)), "packing_date", "2026-11-22",
            "parent_type", holder == 1 ? "sekunder" : "tersier"));
      }
      case 5, 6 -> {
        var params = new HashMap<String, Object>(world.flags());
        params.put("barcode", world.several(level));
        yield call(MAKER, ProducerOperations.STATUS, params);
      }
      case 7 -> {
        var one = List.of(world.some(level));
        var sent = call(MAKER, TtacOperations.SEND, Map.of("id_sarana_tujuan", CUSTOMER, "barcode", one));
        if (sent.equals("E000") && call(CUSTOMER, TtacOperations.RECEIVE, Map.of("barcode", one)).equals("E000")
            && world.random.nextBoolean()) {
          call(CUSTOMER, TtacOperations.RETURN, Map.of("id_sarana_tujuan", MAKER, "barcode", one, "reason", "r"));
          call(MAKER, TtacOperations.RECEIVE, Map.of("barcode", one));
        }
        yield sent;
      }
      default -> call(MAKER, TtacOperations.DELETE, Map.of("barcode", List.of(world.some(level)),
          "barcode_level", List.of("primer", "sekunder", "tersier").get(level)));
    };
  }

  private static String call(int sarana, Operation operation, Map<String, ?> params) {
    var code = ttac.code(sarana, operation, params);
    assertTrue(EXPECTED.contains(code), operation.id() + " answered " + code + " to " + params);
    return code;
  }

  @RepeatedTest(5)
  void countsInHoldersEqualARecount(RepetitionInfo run) {
    ttac.reset();
    var world = new World(run.getCurrentRepetition()); // the seed is in the test's name
    int done = 0;
    for (int i = 0; i < STEPS; i++) {
      done += step(world).equals("E000") ? 1 : 0;
    }
    assertTrue(done > STEPS / 4, "a law over refusals proves nothing: " + done);
    assertEquals(List.of(), Recount.differences(ttac.db));
  }
}
