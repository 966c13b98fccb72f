package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.ttac.contract.TtacOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The total of a filtered pending list, however it is counted, is the number of its rows. */
class PendingCountTest {
  private static final List<String> PRODUCTS = List.of("TR111111111", "TR222222222", "TR333333333");
  private static TestTtac ttac;

  @BeforeAll
  static void start() {
    ttac = new TestTtac();
  }

  @AfterAll
  static void stop() {
    ttac.close();
  }

  @BeforeEach
  void fresh() {
    ttac.reset();
  }

  @Test
  void aShipmentOfManyProductsIsCountedByLotWithoutLookingInside() {
    seedLoose();
    send(List.of("L0N0", "L0N1", "L1N0", "L2N0"));
    assertEquals("{2,1,1}", byLot());
    assertEquals("E000", ttac.code(123, TtacOperations.RECEIVE, Map.of("barcode", List.of("L0N1", "L2N0"))));
    assertEquals("{1,1,0}", byLot());
    assertTotals();
  }

  @Test
  void aHolderOfTwoProductsIsLookedInto() {
    seedMixedHolder();
    send(List.of("MIXED"));
    assertEquals("", byLot());
    assertTotals();
  }

  @RepeatedTest(20)
  void totalsHoldOnEveryWay(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    seedLoose();
    seedMixedHolder();
    send(List.of("TSR_SGTDEV001"));
    send(List.of("MIXED"));
    var units = new ArrayList<String>();
    for (int product = 0; product < PRODUCTS.size(); product++) {
      for (int n = 0; n < 4; n++) {
        units.add("L" + product + "N" + n);
      }
    }
    java.util.Collections.shuffle(units, random);
    for (int from = 0; from < units.size(); from += 6) {
      send(units.subList(from, from + 6));
    }
    units.addAll(List.of("TSR_SGTDEV001", "MIXED", "MIXEDP0", "MIXEDP1", "SKD_SGTDEV001", "SGTDEV002PRM0001"));
    for (int step = 0; step < 12; step++) {
      var operation = random.nextInt(4) == 0 ? TtacOperations.RETURN : TtacOperations.RECEIVE;
      int first = random.nextInt(units.size());
      var some = units.subList(first, Math.min(units.size(), first + random.nextInt(1, 4)));
      ttac.code(123, operation, Map.of("id_sarana_tujuan", 284, "reason", "segel", "barcode", some));
      assertTotals();
    }
  }

  private static void seedLoose() {
    for (int product = 0; product < PRODUCTS.size(); product++) {
      var packs = new ArrayList<String>();
      for (int n = 0; n < 4; n++) {
        packs.add("L" + product + "N" + n + ":primer");
      }
      ttac.seed(284, PRODUCTS.get(product), "B" + product, packs.toArray(String[]::new));
    }
  }

  private static void seedMixedHolder() {
    ttac.seed(284, PRODUCTS.get(0), "B0", "MIXED:sekunder", "MIXEDP0:primer:MIXED");
    ttac.seed(284, PRODUCTS.get(1), "B1", "MIXEDP1:primer:MIXED");
  }

  private static void send(List<String> barcodes) {
    assertEquals("E000", ttac.code(284, TtacOperations.SEND, Map.of("id_sarana_tujuan", 123, "barcode", barcodes)));
  }

  private static String byLot() {
    return ttac.db.read(handle -> handle.createQuery("select coalesce(by_lot::text, '') from ttac.shipment")
        .mapTo(String.class).one());
  }

  private static void assertTotals() {
    for (int sarana : new int[] {123, 284}) {
      for (var nie : PRODUCTS) {
        var data = ttac.call(sarana, TtacOperations.PENDING, Map.of("nie", nie, "limit", 100)).path("data");
        assertEquals(data.path("items").size(), data.path("total").asInt(0), "rows and total of " + nie);
        assertEquals(units(sarana, nie), data.path("total").asInt(0), "units that hold " + nie);
      }
    }
  }

  private static int units(int sarana, String nie) {
    return ttac.db.read(handle -> handle.createQuery("""
            select count(*)
              from ttac.pack p
             where p.transit_to = :sarana
               and (p.lot in (select id from ttac.lot where nie = :nie)
                    or exists (select
                                 from ttac.content c
                                 join ttac.lot l on l.id = c.lot and l.nie = :nie
                                where c.parent = p.id and c.primers > 0))
            """).bind("sarana", sarana).bind("nie", nie).mapTo(int.class).one());
  }
}
