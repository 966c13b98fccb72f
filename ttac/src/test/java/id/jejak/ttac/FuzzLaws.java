package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.ttac.contract.Code;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand requests with something wrong in them: each gets a documented answer, none of them E999, nothing is
 * logged as an error, nothing secret is logged at all, and the tables are whole afterwards.
 */
class FuzzLaws {
  private static final int REQUESTS = Integer.getInteger("jejak.fuzz", 10_000);
  private static final Duration GENEROUS = Duration.ofSeconds(15);
  /** Operations, all ours, whose success is a document instead of an envelope. */
  private static final List<String> DOCUMENTS = List.of("/barcode/epcis", "/barcode/symbol", "/import/template");
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
  void everyAnswerIsADocumentedOne() {
    var tokens = new TreeMap<Integer, String>();
    List.of(284, 123, 456).forEach(sarana -> tokens.put(sarana, ttac.token(sarana)));
    var codes = new TreeMap<Code, Integer>();
    List<String> stock = List.of();
    try (var log = LogWatch.over()) {
      tokens.values().forEach(log::secret);
      List.of("jejak-284", "jejak-123", "jejak-456").forEach(log::secret);
      for (int seed = 1; seed <= REQUESTS; seed++) {
        if (seed % 200 == 1) {
          stock = fresh(seed);
        }
        codes.merge(ask(seed, tokens, stock, log), 1, Integer::sum);
      }
      assertEquals(List.of(), log.leaks());
    }
    assertTrue(codes.size() >= 12 || REQUESTS < 10_000, "too tame: " + codes);
    Invariants.hold(ttac.db, "after the fuzz");
  }

  private static Code ask(int seed, Map<Integer, String> tokens, List<String> stock, LogWatch log) {
    var request = new Mutants(seed, tokens, stock).request();
    var where = "seed " + seed + ": " + request.method() + " " + request.path() + "?" + request.query() + " "
        + new String(request.body().bytes(Integer.MAX_VALUE), StandardCharsets.UTF_8)
            .codePoints().limit(400).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    long started = System.nanoTime();
    var response = ttac.raw(request);
    assertTrue(System.nanoTime() - started < GENEROUS.toNanos(), where);
    boolean document = response.status() == 200 && DOCUMENTS.stream().anyMatch(request.path()::contains)
        && !response.text().startsWith("{\"status\"");
    var code = document ? Code.E000 : Envelopes.check(response.status(), response.bytes(), where);
    assertEquals(List.of(), log.errors(), where);
    assertTrue(code != Code.E999 || response.status() != 200 || request.path().endsWith("/auth/login"), where);
    return code;
  }

  /** A pallet, loose packs and some on their way, so that good requests find something to do. */
  private static List<String> fresh(int seed) {
    var n = "F" + seed;
    ttac.seed(284, "TR202358291", n, "T" + n + ":tersier", "S" + n + ":sekunder:T" + n, "A" + n + ":primer:S" + n,
        "B" + n + ":primer:S" + n, "C" + n + ":primer", "D" + n + ":primer::reject", "E" + n + ":sekunder");
    ttac.seed(123, "GKL1222251043A1", n, "G" + n + ":primer", "H" + n + ":primer");
    var stock = new ArrayList<String>(List.of("SALAH"));
    List.of("T", "S", "A", "B", "C", "D", "E", "G", "H").forEach(name -> stock.add(name + n));
    return stock;
  }
}
