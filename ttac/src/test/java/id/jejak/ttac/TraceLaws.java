package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Operation;
import id.jejak.ttac.contract.OwnOperations;
import id.jejak.ttac.contract.TtacOperations;
import id.jejak.ttac.domain.Pack;
import id.jejak.ttac.domain.Transit;
import id.jejak.ttac.http.epcis.EpcisRules;
import id.jejak.ttac.store.PackStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import tools.jackson.databind.JsonNode;

/** What holds for every history that a seed can make, whatever is asked for and whatever is refused of it. */
class TraceLaws {
  private static final int ATTEMPTS = 36;
  private static final List<Integer> SARANA = List.of(284, 123, 456);

  private static TestTtac ttac;

  @BeforeAll
  static void start() {
    ttac = new TestTtac();
    SARANA.forEach(ttac::token);
  }

  @AfterAll
  static void stop() {
    ttac.close();
  }

  private record Name(String barcode, String level, String parent) {}

  @RepeatedTest(6)
  void theHistoryReplayedEndsWhereTheDatabaseSaysThePackIs(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var names = tree("L" + run.getCurrentRepetition() + "-");
    names.forEach(name -> seed(name, 284));
    int done = 0;
    for (int i = 0; i < ATTEMPTS; i++) {
      ttac.clock.advance(java.time.Duration.ofSeconds(random.nextInt(3600)));
      done += act(random, names) ? 1 : 0;
    }
    assertTrue(done > 3, "a history in which nothing happens proves nothing: " + done);
    names.forEach(TraceLaws::check);
  }

  /** One tersier of two sekunder of two primers, and a loose one. */
  private static List<Name> tree(String prefix) {
    var names = new ArrayList<Name>();
    names.add(new Name(prefix + "T", "tersier", ""));
    for (int s = 1; s <= 2; s++) {
      names.add(new Name(prefix + "S" + s, "sekunder", prefix + "T"));
      for (int p = 1; p <= 2; p++) {
        names.add(new Name(prefix + "P" + s + p, "primer", prefix + "S" + s));
      }
    }
    names.add(new Name(prefix + "P0", "primer", ""));
    return names;
  }

  private static void seed(Name name, int sarana) {
    ttac.seed(sarana, "GKL1222251043A1", "B1", name.barcode() + ":" + name.level() + ":" + name.parent());
  }

  private static boolean act(Random random, List<Name> names) {
    var name = names.get(random.nextInt(names.size()));
    var pack = pack(name);
    if (pack == null) {
      seed(new Name(name.barcode(), name.level(), ""), SARANA.get(random.nextInt(SARANA.size())));
      return true;
    }
    var custody = pack.custody();
    int other = SARANA.get(random.nextInt(SARANA.size()));
    var transit = custody.transit();
    return switch (random.nextInt(10)) {
      case 0 -> call(custody.holder(), TtacOperations.DELETE, Map.of("barcode", List.of(name.barcode()),
          "barcode_level", name.level(), "type", random.nextBoolean() ? "physical" : "reference"));
      case 1 -> call(other, TtacOperations.RECEIVE, Map.of("barcode", List.of(name.barcode())));
      case 2, 3 -> call(transit == null ? custody.holder() : transit.to(), TtacOperations.RETURN,
          Map.of("id_sarana_tujuan", custody.previousSender(), "barcode", name.barcode(), "reason", "rusak"));
      case 4 -> aggregate(names, name, pack);
      default -> transit == null
          ? call(custody.holder(), TtacOperations.SEND,
              Map.of("id_sarana_tujuan", other, "barcode", List.of(name.barcode())))
          : call(transit.to(), TtacOperations.RECEIVE, Map.of("barcode", List.of(name.barcode())));
    };
  }

  private static boolean call(int sarana, Operation operation, Map<String, ?> params) {
    return ttac.code(sarana, operation, params).equals("E000");
  }

  private static boolean aggregate(List<Name> names, Name name, Pack pack) {
    for (var holder : names) {
      var into = holder.level().equals("sekunder") && name.level().equals("primer") ? pack(holder) : null;
      if (into != null && pack.isRoot() && pack.custody().transit() == null
          && into.custody().transit() == null && into.custody().holder() == pack.custody().holder()) {
        new Aggregation(ttac).put(name.barcode(), holder.barcode(), pack.custody().holder());
        return true;
      }
    }
    return false;
  }

  private static Pack pack(Name name) {
    return ttac.db.transaction(tx -> new PackStore().lock(tx, List.of(name.barcode()))).get(name.barcode());
  }

  private static void check(Name name) {
    var data = ttac.call(456, OwnOperations.TRACE, Map.of("barcode", name.barcode())).get("data");
    var pack = pack(name);
    Integer holder = null;
    String transit = null;
    var inside = false;
    var last = Instant.MIN;
    for (var step : data.get("history")) {
      var event = step.get("event").stringValue();
      holder = switch (event) {
        case "register", "receive" -> Integer.valueOf(step.at("/sarana/id").intValue());
        case "delete" -> null;
        default -> holder;
      };
      transit = switch (event) {
        case "send", "return" -> step.get("jenis").stringValue() + end(step);
        case "receive" -> {
          assertTrue(transit != null && transit.endsWith(end(step)), name + " came from nowhere: " + data);
          yield null;
        }
        default -> transit;
      };
      inside = switch (event) {
        case "register", "aggregate" -> step.get("via").isNull() && !step.get("parent").isNull();
        case "disaggregate" -> inside && !step.get("via").isNull();
        default -> {
          assertEquals(inside, !step.get("via").isNull(), name + " moves with its holder, or alone: " + data);
          yield inside;
        }
      };
      var at = Instant.parse(step.get("at").stringValue());
      assertTrue(!at.isBefore(last), name.barcode());
      last = at;
    }
    assertEquals(pack == null ? null : pack.custody().holder(), holder, name + ": " + data);
    assertEquals(pack == null ? null : words(pack.custody().transit()), transit, name + ": " + data);
    assertEquals(pack != null && !pack.isRoot(), inside, name + ": " + data);
    assertEquals(pack == null ? 0 : pack.ancestors().size(), data.get("inside").size());
    assertEquals(holder == null, data.get("holder").isNull());
    assertEquals(List.of(), EpcisRules.faults(ttac.call(456, OwnOperations.EPCIS,
        Map.of("barcode", name.barcode()))), name.barcode());
  }

  private static String words(Transit transit) {
    return transit == null ? null : transit.kind().word() + " " + transit.from() + ">" + transit.to();
  }

  private static String end(JsonNode step) {
    return " " + step.at("/from/id").asString() + ">" + step.at("/to/id").asString();
  }
}
