package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.ttac.contract.ProducerOperations;
import id.jejak.ttac.contract.TtacOperations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The producer's calls, as a production client makes them. */
class ProducingTest {
  private static final int MAKER = 789;
  private static final int OTHER = 284;

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

  private static Map<String, Object> primers(Object... more) {
    var params = new TreeMap<String, Object>(Map.of("nie", "GKL1222251043A1", "batch_no", "B1",
        "exp_date", "2030-01-31", "is_active", true, "is_sample", false, "is_reject", false));
    for (int i = 0; i < more.length; i += 2) {
      params.put((String) more[i], more[i + 1]);
    }
    return params;
  }

  private static String primer(Object... params) {
    return said(ttac.call(MAKER, ProducerOperations.PRIMER, primers(params)));
  }

  private static String holder(String barcode, String level) {
    return said(ttac.call(MAKER, ProducerOperations.PARENT_UNITS,
        Map.of("barcode", List.of(barcode), "barcode_level", level, "is_active", true)));
  }

  private static String aggregate(String parent, String type, String... children) {
    return said(ttac.call(MAKER, ProducerOperations.AGGREGATE, Map.of("parent", parent, "child", List.of(children),
        "packing_date", "2026-11-22", "parent_type", type)));
  }

  private static String status(String flag, String... barcodes) {
    return said(ttac.call(MAKER, ProducerOperations.STATUS, Map.of("barcode", List.of(barcodes), flag, 1)));
  }

  /** The code; for E990 the sentence, since the code alone says nothing. */
  private static String said(tools.jackson.databind.JsonNode answer) {
    assertTrue(answer.path("data").isNull());
    var code = answer.path("statusCode").asString();
    return code.equals("E990") ? answer.path("message").asString().replace("Parameter error. ", "") : code;
  }

  private static String send(String... barcodes) {
    return ttac.code(MAKER, TtacOperations.SEND, Map.of("id_sarana_tujuan", OTHER, "barcode", List.of(barcodes)));
  }

  @Test
  void theFieldsOrderOfCallsEndsInAShipmentThatArrives() {
    assertEquals("E000", holder("T1", "tersier"));
    assertEquals("E000", said(ttac.call(MAKER, ProducerOperations.PARENT_UNITS, Map.of("barcode", List.of("S1"),
        "barcode_level", "sekunder", "is_active", true, "parent", "T1"))));
    assertEquals("E000", primer("barcode", List.of("P1", "P2", "P2"), "parent", "S1"));
    assertEquals("E000", aggregate("S1", "sekunder", "P1", "P2"));
    assertEquals("E000", send("T1"));
    var pending = ttac.call(OTHER, TtacOperations.PENDING, Map.of("batch_no", "B1")).path("data").path("items");
    assertEquals(2, pending.path(0).path("jumlah_primer").asInt());
    assertEquals("E000", ttac.code(OTHER, TtacOperations.RECEIVE, Map.of("barcode", List.of("T1"))));
  }

  @Test
  void looseUnitsGoIntoAHolderAndMoveWithIt() {
    holder("T1", "tersier");
    holder("S1", "sekunder");
    primer("barcode", List.of("P1", "P2"));
    assertEquals("E023", send("S1"));
    assertEquals("E000", aggregate("S1", "sekunder", "P1", "P2"));
    assertEquals("E000", aggregate("T1", "tersier", "S1"));
    assertEquals("E000", aggregate("T1", "tersier", "S1"), "what is inside already is no fault");
    assertEquals("E000", send("T1"));
    assertEquals("E017", send("P1"));
    assertEquals("E014", aggregate("T1", "tersier", "P1"));
  }

  @Test
  void aggregationRefusesWhatCannotGoIn() {
    holder("S1", "sekunder");
    holder("S2", "sekunder");
    primer("barcode", List.of("P1", "P2"));
    ttac.seed(OTHER, "GKL1222251043A1", "B9", "FOREIGN:primer", "FOREIGNBOX:sekunder");
    assertEquals("E013", aggregate("NOWHERE", "sekunder", "P1"));
    assertEquals("E013", aggregate("S1", "sekunder", "P1", "NOWHERE"));
    assertEquals("E014", aggregate("S1", "sekunder", "P1", "FOREIGN"));
    assertEquals("E014", aggregate("FOREIGNBOX", "sekunder", "P1"));
    assertEquals("The selected parent type is invalid.", aggregate("S1", "tersier", "P1"));
    assertEquals("The selected parent type is invalid.", aggregate("S1", "primer", "P1"));
    assertEquals("The selected child.1 is invalid.", aggregate("S1", "sekunder", "P1", "S2"));
    assertEquals("E000", aggregate("S2", "sekunder", "P2"));
    assertEquals("The child.1 has already been taken.", aggregate("S1", "sekunder", "P1", "P2"));
    assertEquals("E023", send("S1"), "nothing of a refused request is done");
    assertEquals("The packing date is not a valid date.", said(ttac.call(MAKER, ProducerOperations.AGGREGATE,
        Map.of("parent", "S1", "child", List.of("P1"), "packing_date", "22-11-2026", "parent_type", "sekunder"))));
  }

  @Test
  void registrationRefusesWhatIsKnownAndWrongHolders() {
    assertEquals("E000", primer("barcode", List.of("P1")));
    assertEquals("The barcode.1 has already been taken.", primer("barcode", List.of("P0", "P1", "P2")));
    assertEquals("E013", send("P0"), "nothing of a refused request is done");
    assertEquals("E013", primer("barcode", List.of("P3"), "parent", "NOWHERE"));
    assertEquals("The selected parent is invalid.", primer("barcode", List.of("P3"), "parent", "P1"));
    ttac.seed(OTHER, "GKL1222251043A1", "B9", "FOREIGNBOX:sekunder");
    assertEquals("E014", primer("barcode", List.of("P3"), "parent", "FOREIGNBOX"));
    assertEquals("The selected barcode level is invalid.", holder("S1", "primer"));
    assertEquals("The exp date is not a valid date.", primer("barcode", List.of("P3"), "exp_date", "2030-02-30"));
    assertEquals("The selected is sample is invalid.", primer("barcode", List.of("P3"), "is_sample", "1"));
    assertEquals("The is reject field must be true or false.", primer("barcode", List.of("P3"), "is_reject", "no"));
  }

  @Test
  void everyFormOfARegisteredPackIsTaken() {
    assertEquals("E000", primer("barcode", List.of("90GKL1222251043A1\u001d10B1\u001d1730013121SN1")));
    assertEquals("The barcode.0 has already been taken.",
        primer("barcode", List.of("(21)SN1(17)300131(10)B1(90)GKL1222251043A1")));
  }

  @Test
  void aUnitIsReleasedOnceAndRejectedForEver() {
    assertEquals("E000", primer("barcode", List.of("P1", "P2"), "is_active", false));
    assertEquals("E015", send("P1"));
    assertEquals("E000", status("is_active", "P1", "P2"));
    assertEquals("E000", status("is_active", "P1", "P2"));
    assertEquals("E000", send("P1"));
    assertEquals("E014", status("is_reject", "P1"));
    assertEquals("E000", status("is_sample", "P2"));
    assertEquals("E018", status("is_active", "P2"));
    assertEquals("E018", status("is_reject", "P2"));
    assertEquals("E013", status("is_active", "NOWHERE"));
    assertEquals("The is active field is required.", said(ttac.call(MAKER, ProducerOperations.STATUS,
        Map.of("barcode", List.of("P2")))));
  }

  @Test
  void aRejectedPackInsideAPalletIsSeenAtTheDock() {
    holder("S1", "sekunder");
    primer("barcode", List.of("P1", "P2"), "parent", "S1");
    assertEquals("E000", status("is_reject", "P2"));
    assertEquals("E000", send("S1"));
    assertEquals("E018", ttac.code(OTHER, TtacOperations.RECEIVE, Map.of("barcode", List.of("S1"))));
  }

  @Test
  void lotNumberAndPackagingAreKept() {
    primer("barcode", List.of("P1"), "lot_no", "L7", "id_kemasan", "K3");
    primer("barcode", List.of("P2"), "lot_no", "L8");
    assertEquals(List.of("P1 L7 K3", "P2 L8 "), ttac.db.read(handle -> handle.createQuery("""
            select p.barcode || ' ' || l.lot_no || ' ' || l.id_kemasan
              from ttac.pack p
              join ttac.lot l on l.id = p.lot
             where l.batch_no = 'B1'
             order by p.barcode
            """).mapTo(String.class).list()));
  }
}
