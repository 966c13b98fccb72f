package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Operation;
import id.jejak.ttac.contract.TtacOperations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * TTAC against {@link PaperTtac} over random lives of small stocks: the same code for every call, the same places
 * and lists at the end. {@code -Djejak.seeds} and {@code -Djejak.from} make it longer.
 */
class ModelLaws {
  private static final int SEEDS = Integer.getInteger("jejak.seeds", 150);
  private static final int FROM = Integer.getInteger("jejak.from", 1);
  private static final int STEPS = 40;
  private static final int[] SARANA = {284, 123, 456, 789};
  private static final List<String> NIES = List.of("GKL1222251043A1", "TR202358291");
  private static final List<String> BATCHES = List.of("B1", "B2");
  private static final Map<String, Integer> CODES = new TreeMap<>();
  private static TestTtac ttac;

  @BeforeAll
  static void start() {
    ttac = new TestTtac();
  }

  @AfterAll
  static void stop() {
    ttac.close();
  }

  @Test
  void theServerAndThePaperAgree() {
    for (int seed = FROM; seed < FROM + SEEDS; seed++) {
      new Life(seed).live();
    }
    for (var code : List.of("send E000", "send E013", "send E990", "send E014", "send E015", "send E016", "send E017",
        "send E023", "send E031", "receive E000", "receive E013", "receive E990", "receive E018", "receive E024",
        "return E000", "return E013", "return E061", "delete E000", "delete E901")) {
      assertTrue(SEEDS < 150 || CODES.getOrDefault("ttac.barcode." + code, 0) > 1, "rarely tried: " + CODES);
    }
  }

  /** One seed's stock and what happens to it. */
  private static final class Life {
    private final int seed;
    private final Random random;
    private final PaperTtac paper = new PaperTtac();
    private final List<String> done = new ArrayList<>();
    private final Map<String, Integer> levels = new LinkedHashMap<>();
    private int numbers;

    Life(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void live() {
      Invariants.clearPacks(ttac.db);
      seedTree();
      for (int step = 0; step < STEPS; step++) {
        if (step % 13 == 12) {
          seedTree();
        }
        step(random.nextInt(12) == 0);
      }
      assertEquals(paper.places(), places(), this::story);
      for (int sarana : SARANA) {
        lists(sarana);
      }
      Invariants.hold(ttac.db, story());
    }

    private String story() {
      return "seed " + seed + "\n" + String.join("\n", done) + "\n";
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    private int sarana() {
      return SARANA[random.nextInt(SARANA.length)];
    }

    /** A stock of any shape: loose primers, sekunder, tersier, and parts in odd status. */
    private void seedTree() {
      int at = sarana();
      for (int lot = 0; lot < 2; lot++) {
        var nie = one(NIES);
        var batch = one(BATCHES);
        var packs = new ArrayList<String>();
        var holders = new ArrayList<String>();
        for (int n = random.nextInt(3); n >= 0; n--) {
          unit(at, packs, holders, nie, batch, 3, null);
          for (int s = 1 + random.nextInt(2); s > 0; s--) {
            unit(at, packs, holders, nie, batch, 2, random.nextInt(4) == 0 ? null : pick(holders, 3));
          }
        }
        for (int p = 3 + random.nextInt(5); p > 0; p--) {
          unit(at, packs, holders, nie, batch, 1,
              random.nextInt(4) == 0 ? null : pick(holders, random.nextInt(9) == 0 ? 3 : 2));
        }
        ttac.seed(at, nie, batch, packs.toArray(String[]::new));
      }
    }

    private @Nullable String pick(List<String> holders, int level) {
      var fit = holders.stream().filter(name -> levels.get(name) == level).toList();
      return fit.isEmpty() ? null : one(fit);
    }

    private void unit(int at, List<String> packs, List<String> holders, String nie, String batch, int level,
        @Nullable String parent) {
      var name = "XPST".charAt(level) + "" + numbers++ + "M" + seed;
      int odd = random.nextInt(24);
      var status = odd == 0 ? "registered" : odd == 1 ? "sample" : odd == 2 ? "reject" : "active";
      paper.register(at, name, level, parent, status, nie, batch);
      packs.add(name + ":" + List.of("", "primer", "sekunder", "tersier").get(level) + ":"
          + (parent == null ? "" : parent) + ":" + status);
      levels.put(name, level);
      if (level > 1) {
        holders.add(name);
      }
      done.add("seed " + packs.getLast() + " at " + at + " " + nie + " " + batch);
    }

    /** Barcodes of one level mostly; sometimes mixed, repeated, or unknown. */
    private List<String> barcodes() {
      var known = paper.known();
      var names = new ArrayList<String>();
      var first = known.isEmpty() ? "NONE" : one(known);
      names.add(first);
      for (int more = random.nextInt(3); more > 0 && !known.isEmpty(); more--) {
        var next = one(known);
        if (random.nextInt(8) == 0 || levels.get(next).equals(levels.get(first))) {
          names.add(next);
        }
      }
      if (random.nextInt(15) == 0) {
        names.add(random.nextInt(names.size()), "SALAH" + random.nextInt(9));
      }
      return names;
    }

    /** Mostly who can do something with the first barcode does it; sometimes anybody. */
    private void step(boolean watched) {
      var names = barcodes();
      boolean known = levels.containsKey(names.getFirst()) && paper.known().contains(names.getFirst());
      boolean sensible = known && random.nextInt(5) > 0;
      int caller = sensible ? paper.turn(names.getFirst()) : sarana();
      int kind = random.nextInt(20);
      if (sensible && kind < 14) {
        kind = paper.moving(names.getFirst()) ? 7 : 0;
      }
      int sender = sensible ? paper.sender(names.getFirst()) : 0;
      int other = kind >= 14 && sender != 0 ? sender : sarana();
      var level = known && random.nextInt(3) > 0 ? word(levels.get(names.getFirst())) : word(1 + random.nextInt(3));
      boolean physical = random.nextBoolean();
      switch (kind) {
        case 0, 1, 2, 3, 4, 5, 6 -> compare(watched, TtacOperations.SEND, caller,
            Map.of("id_sarana_tujuan", other, "barcode", names),
            () -> caller == other ? "E031" : paper.send(caller, other, names));
        case 7, 8, 9, 10, 11, 12, 13 -> compare(watched, TtacOperations.RECEIVE, caller, Map.of("barcode", names),
            () -> paper.receive(caller, names));
        case 14, 15, 16, 17 -> compare(watched, TtacOperations.RETURN, caller,
            Map.of("id_sarana_tujuan", other, "barcode", names, "reason", "rusak"),
            () -> paper.giveBack(caller, other, "rusak", names));
        case 18 -> compare(watched, TtacOperations.DELETE, caller,
            Map.of("barcode", names, "barcode_level", level, "type", physical ? "physical" : "reference"),
            () -> paper.delete(caller, List.of("", "primer", "sekunder", "tersier").indexOf(level), physical, names));
        default -> {
          if (random.nextInt(4) == 0) {
            var nie = one(NIES);
            compare(watched, TtacOperations.DELETE, caller,
                Map.of("nie", nie, "type", physical ? "physical" : "reference"),
                () -> paper.deleteProduct(caller, physical, nie));
          } else {
            lists(caller);
          }
        }
      }
    }

    private static String word(int level) {
      return List.of("", "primer", "sekunder", "tersier").get(level);
    }

    private void compare(boolean watched, Operation operation, int caller, Map<String, ?> params,
        java.util.function.Supplier<String> expected) {
      done.add(operation.id() + " by " + caller + " " + params);
      var before = watched ? Invariants.digest(ttac.db) : "";
      var code = ttac.code(caller, operation, params);
      assertEquals(expected.get(), code, this::story);
      done.add("  " + code);
      CODES.merge(operation.id() + " " + code, 1, Integer::sum);
      if (watched && !code.equals("E000")) {
        assertEquals(before, Invariants.digest(ttac.db), () -> "a refusal changed something: " + story());
      }
    }

    private Map<String, String> places() {
      var found = new TreeMap<String, String>();
      ttac.db.read(handle -> handle.createQuery("""
              with recursive up (id, root) as (
                select id, id from ttac.pack where parent is null
                union all
                select c.id, up.root from ttac.pack c join up on up.id = c.parent
              )
              select p.barcode, h.barcode as holder, r.path, r.transit_from, r.transit_to, r.transit_kind, r.shipment
                from up
                join ttac.pack p on p.id = up.id
                join ttac.pack r on r.id = up.root
                left join ttac.pack h on h.id = p.parent
               order by p.id
              """)
          .map((rs, _) -> found.put(rs.getString("barcode"), "in "
              + (rs.getString("holder") == null ? "-" : rs.getString("holder")) + " at "
              + List.of((Integer[]) rs.getArray("path").getArray())
              + (rs.getObject("shipment") == null ? "" : " " + List.of("kirim", "retur").get(rs.getInt("transit_kind"))
                  + " " + rs.getInt("transit_from") + ">" + rs.getInt("transit_to"))))
          .list());
      return found;
    }

    /** The whole inbox, its parts by product and batch, and any window of it. */
    private void lists(int sarana) {
      var nie = random.nextBoolean() ? null : one(NIES);
      var batch = random.nextInt(3) > 0 ? null : one(BATCHES);
      done.add("pending of " + sarana + " " + nie + " " + batch);
      var all = pending(sarana, nie, batch, 0, 1_000);
      assertEquals(paper.pending(sarana, nie, batch), all.stream().sorted().toList(), this::story);
      int offset = random.nextInt(all.size() + 2);
      int limit = 1 + random.nextInt(5);
      assertEquals(all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size())),
          pending(sarana, nie, batch, offset, limit), () -> "window " + offset + "+" + limit + " " + story());
    }

    private List<String> pending(int sarana, @Nullable String nie, @Nullable String batch, int offset, int limit) {
      var params = new LinkedHashMap<String, Object>(Map.of("offset", offset, "limit", limit));
      if (nie != null) {
        params.put("nie", nie);
      }
      if (batch != null) {
        params.put("batch_no", batch);
      }
      var data = ttac.call(sarana, TtacOperations.PENDING, params).path("data");
      var lines = data.path("items").valueStream().map(Life::line).toList();
      assertTrue(data.isNull() || data.path("total").asInt() >= offset + lines.size() || lines.isEmpty(), this::story);
      return lines;
    }

    private static String line(JsonNode item) {
      return item.path("barcode").asString() + " "
          + List.of("", "primer", "sekunder", "tersier").indexOf(item.path("barcode_level").asString()) + " "
          + item.path("nie").asString("-") + " " + item.path("batch_no").asString("-") + " "
          + item.path("jenis").asString() + " " + item.path("reason").asString("") + " "
          + item.path("id_sarana_pengirim").asInt() + " " + item.path("jumlah_primer").asInt();
    }
  }
}
