package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.ttac.contract.OwnOperations;
import id.jejak.ttac.contract.TtacOperations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pallet's way through all operations, as facilities would walk it. */
class JourneyTest {
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
  void aPalletIsSentReceivedAndReturned() {
    assertEquals("E000", ttac.code(284, TtacOperations.SEND,
        Map.of("id_sarana_tujuan", 123, "barcode", List.of("TSR_SGTDEV001"))));
    var pending = ttac.call(123, TtacOperations.PENDING, Map.of()).path("data");
    assertEquals(1, pending.path("total").asInt());
    assertEquals(10, pending.path("items").path(0).path("jumlah_primer").asInt());
    assertEquals("E000", ttac.code(123, TtacOperations.RECEIVE, Map.of("barcode", List.of("TSR_SGTDEV001"))));
    assertEquals("E024", ttac.code(123, TtacOperations.RECEIVE, Map.of("barcode", List.of("TSR_SGTDEV001"))));
    assertTrue(ttac.call(123, TtacOperations.PENDING, Map.of()).path("data").isNull());
    assertEquals("E000", ttac.code(123, TtacOperations.RETURN,
        Map.of("id_sarana_tujuan", 284, "barcode", "TSR_SGTDEV001", "reason", "segel produk rusak")));
    assertEquals("E000", ttac.code(284, TtacOperations.RECEIVE, Map.of("barcode", List.of("TSR_SGTDEV001"))));
    assertEquals("E000", ttac.code(284, TtacOperations.SEND,
        Map.of("id_sarana_tujuan", 456, "barcode", List.of("TSR_SGTDEV001"))));
  }

  @Test
  void aUnitReceivedAloneLeavesItsHolderAndTheLastOneTakesTheEmptyHolderAlong() {
    ttac.call(284, TtacOperations.SEND, Map.of("id_sarana_tujuan", 123, "barcode", List.of("TSR_SGTDEV001")));
    assertEquals("E000", ttac.code(123, TtacOperations.RECEIVE, Map.of("barcode", List.of("SKD_SGTDEV001"))));
    var item = ttac.call(123, TtacOperations.PENDING, Map.of("nie", "TR202358291")).path("data").path("items").path(0);
    assertEquals(5, item.path("jumlah_primer").asInt());
    for (int i = 1; i <= 5; i++) {
      assertEquals("E000", ttac.code(123, TtacOperations.RECEIVE, Map.of("barcode", List.of("SGTDEV002PRM000" + i))));
    }
    assertTrue(ttac.call(123, TtacOperations.PENDING, Map.of()).path("data").isNull());
    assertEquals("E024", ttac.code(123, TtacOperations.RECEIVE, Map.of("barcode", List.of("TSR_SGTDEV001"))));
  }

  @Test
  void everyFormOfAPackFindsIt() {
    assertEquals("E000", ttac.code(284, TtacOperations.SEND, Map.of("id_sarana_tujuan", 123,
        "barcode", List.of("(21)SN0000001(17)290630(10)PCT2601(90)GKL1222251043A1"))));
    assertEquals("E000", ttac.code(123, TtacOperations.RECEIVE, Map.of(
        "barcode", List.of("]d290GKL1222251043A1\u001d10PCT2601\u001d1729063021SN0000001"))));
  }

  @Test
  void deletingAProductTakesItsHoldersAlong() {
    assertEquals("E000", ttac.code(284, TtacOperations.DELETE, Map.of("nie", "TR202358291")));
    assertEquals("E901", ttac.code(284, TtacOperations.DELETE, Map.of("nie", "TR202358291")));
    assertEquals("E013", ttac.code(284, TtacOperations.SEND,
        Map.of("id_sarana_tujuan", 123, "barcode", List.of("TSR_SGTDEV001"))));
  }

  @Test
  void theDryRunNamesEveryFailingBarcodeAndChangesNothing() {
    var data = ttac.call(284, OwnOperations.CHECK, Map.of("action", "send", "id_sarana_tujuan", 123,
        "barcode", List.of("OKTADEV01BAR0000001", "SALAH", "TSR_SGTDEV001", "OKTADEV02BAR0000001"))).path("data");
    assertEquals(1, data.path("ok").asInt());
    assertEquals(List.of("E013", "E990", "E014"), data.path("failing").valueStream()
        .map(one -> one.path("statusCode").asString()).toList());
    assertEquals("E000", ttac.code(284, TtacOperations.SEND,
        Map.of("id_sarana_tujuan", 123, "barcode", List.of("OKTADEV01BAR0000001"))));
  }
}
