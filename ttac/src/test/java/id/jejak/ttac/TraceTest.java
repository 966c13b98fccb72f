package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Request;
import id.jejak.ttac.contract.OwnOperations;
import id.jejak.ttac.contract.TtacOperations;
import id.jejak.ttac.contract.WibText;
import id.jejak.ttac.http.epcis.EpcisRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where packs have been, told for each way of moving them. */
class TraceTest {
  private static final Instant START = Instant.parse("2026-11-22T17:30:00Z");

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
    ttac.clock.set(START);
  }

  @Test
  void aPackThatNeverMovedIsWhereItWasRegistered() {
    var data = trace("SGTDEV001PRM0001");
    assertEquals("primer", data.get("barcode_level").stringValue());
    assertEquals("active", data.get("status").stringValue());
    assertEquals("TR202358291 STRIAL 2030-12-31", data.get("nie").stringValue() + " "
        + data.get("batch_no").stringValue() + " " + data.get("exp_date").stringValue());
    assertEquals("PBF Nusantara Medika", data.at("/holder/nama").stringValue());
    assertTrue(data.get("transit").isNull());
    assertEquals(List.of("SKD_SGTDEV001", "TSR_SGTDEV001"),
        data.get("inside").valueStream().map(JsonNode::stringValue).toList());
    assertEquals(List.of("1 register 284 in SKD_SGTDEV001"), history(data));
  }

  @Test
  void anyFacilityMayAskInAnyFormOfTheBarcode() {
    for (int sarana : List.of(284, 123, 456, 789)) {
      var data = ttac.call(sarana, OwnOperations.TRACE,
          Map.of("barcode", "(21)SN0000001(17)290630(10)PCT2601(90)GKL1222251043A1")).path("data");
      assertEquals(284, data.at("/holder/id").intValue(), "asked by " + sarana);
    }
  }

  @Test
  void aPackTellsTheJourneyOfThePalletItWasIn() {
    send(284, 123, "TSR_SGTDEV001");
    var data = trace("SGTDEV001PRM0001");
    assertEquals(284, data.at("/holder/id").intValue());
    assertEquals(123, data.at("/transit/to/id").intValue());
    assertEquals("kirim", data.at("/transit/jenis").stringValue());
    var since = Instant.parse(data.at("/transit/since").stringValue());
    assertEquals(START, since.truncatedTo(java.time.temporal.ChronoUnit.MINUTES));
    assertEquals(WibText.dateTime(since), data.at("/transit/since_wib").stringValue());
    receive(123, "TSR_SGTDEV001");
    giveBack(123, 284, "TSR_SGTDEV001");
    receive(284, "TSR_SGTDEV001");
    assertEquals(List.of("1 register 284 in SKD_SGTDEV001",
        "1 send 284 284>123 via TSR_SGTDEV001",
        "1 receive 123 284>123 via TSR_SGTDEV001",
        "1 return 123 123>284 because segel rusak via TSR_SGTDEV001",
        "1 receive 284 123>284 via TSR_SGTDEV001"), history(trace("SGTDEV001PRM0001")));
    assertEquals(List.of("1 register 284", "1 send 284 284>123", "1 receive 123 284>123",
        "1 return 123 123>284 because segel rusak", "1 receive 284 123>284"), history(trace("TSR_SGTDEV001")));
  }

  @Test
  void aPackReceivedAloneGoesItsOwnWayFromThenOn() {
    send(284, 123, "TSR_SGTDEV001");
    receive(123, "SGTDEV001PRM0001");
    receive(123, "SKD_SGTDEV002");
    giveBack(123, 284, "SGTDEV001PRM0001");
    assertEquals(List.of("1 register 284 in SKD_SGTDEV001",
        "1 send 284 284>123 via TSR_SGTDEV001",
        "1 disaggregate 123 in SKD_SGTDEV001",
        "1 receive 123 284>123",
        "1 return 123 123>284 because segel rusak"), history(trace("SGTDEV001PRM0001")));
    assertEquals(List.of("1 register 284 in SKD_SGTDEV002",
        "1 send 284 284>123 via TSR_SGTDEV001",
        "1 disaggregate 123 via SKD_SGTDEV002 in TSR_SGTDEV001",
        "1 receive 123 284>123 via SKD_SGTDEV002"), history(trace("SGTDEV002PRM0001")));
    var left = trace("SGTDEV001PRM0002");
    assertEquals(123, left.at("/transit/to/id").intValue(), "the rest is still on its way");
    assertEquals(List.of("1 register 284 in SKD_SGTDEV001", "1 send 284 284>123 via TSR_SGTDEV001"), history(left));
  }

  @Test
  void aPackPutIntoAHolderLaterTellsOnlyWhatItSharedWithIt() {
    send(284, 123, "TSR_SGTDEV001");
    receive(123, "TSR_SGTDEV001");
    send(284, 123, "OKTADEV01BAR0000002");
    receive(123, "OKTADEV01BAR0000002");
    new Aggregation(ttac).put("OKTADEV01BAR0000002", "SKD_SGTDEV002", 123);
    send(123, 456, "TSR_SGTDEV001");
    receive(456, "OKTADEV01BAR0000002");
    assertEquals(List.of("1 register 284", "1 send 284 284>123", "1 receive 123 284>123",
        "1 aggregate 123 in SKD_SGTDEV002",
        "1 send 123 123>456 via TSR_SGTDEV001",
        "1 disaggregate 456 in SKD_SGTDEV002",
        "1 receive 456 123>456"), history(trace("OKTADEV01BAR0000002")));
  }

  @Test
  void twoHoldersOfOneShipmentAreToldApart() {
    ttac.seed(284, "GKL1222251043A1", "B1", "HOLD1:sekunder", "HOLD2:sekunder", "P1:primer:HOLD1",
        "P2:primer:HOLD2", "P3:primer");
    new Aggregation(ttac).put("P3", "HOLD1", 284);
    send(284, 123, "HOLD1", "HOLD2");
    receive(123, "P3");
    new Aggregation(ttac).put("P3", "HOLD2", 123);
    receive(123, "HOLD1", "HOLD2");
    assertEquals("1 send 284 284>123 via HOLD1", history(trace("P3")).get(2));
    assertEquals("1 send 284 284>123 via HOLD2", history(trace("P2")).get(1));
    assertEquals("1 receive 123 284>123 via HOLD2", history(trace("P3")).getLast());
  }

  @Test
  void aDeletedPackIsStillKnownAndItsNextLifeFollowsTheFirst() {
    send(284, 123, "SKD_SGTDEV001");
    receive(123, "SKD_SGTDEV001");
    delete(123, "primer", "SGTDEV001PRM0001");
    var gone = trace("SGTDEV001PRM0001");
    assertEquals("deleted", gone.get("status").stringValue());
    assertTrue(gone.get("holder").isNull());
    assertEquals("STRIAL", gone.get("batch_no").stringValue());
    var first = List.of("1 register 284 in SKD_SGTDEV001",
        "1 disaggregate 284 via SKD_SGTDEV001 in TSR_SGTDEV001",
        "1 send 284 284>123 via SKD_SGTDEV001",
        "1 receive 123 284>123 via SKD_SGTDEV001",
        "1 disaggregate 123 in SKD_SGTDEV001",
        "1 delete 123");
    assertEquals(first, history(gone));
    ttac.seed(456, "GKL1222251043A1", "NEW1", "SGTDEV001PRM0001:primer");
    var again = trace("SGTDEV001PRM0001");
    assertEquals(456, again.at("/holder/id").intValue());
    assertEquals("NEW1", again.get("batch_no").stringValue());
    assertEquals(first, history(again).subList(0, 6));
    assertEquals("2 register 456", history(again).getLast());
    assertEquals("STRIAL", epcis("SGTDEV001PRM0001").at("/epcisBody/eventList/0/ilmd/cbvmda:lotNumber")
        .stringValue(), "each life has its own lot");
  }

  @Test
  void packsInsideADeletedHolderRememberIt() {
    send(284, 123, "TSR_SGTDEV001");
    receive(123, "TSR_SGTDEV001");
    delete(123, "sekunder", "SKD_SGTDEV001");
    delete(123, "tersier", "TSR_SGTDEV001");
    assertEquals(List.of("1 register 284 in SKD_SGTDEV001",
        "1 send 284 284>123 via TSR_SGTDEV001",
        "1 receive 123 284>123 via TSR_SGTDEV001",
        "1 disaggregate 123 in SKD_SGTDEV001"), history(trace("SGTDEV001PRM0001")));
    assertEquals("deleted", trace("TSR_SGTDEV001").get("status").stringValue());
  }

  @Test
  void theHistoryCanBeReadInWindows() {
    send(284, 123, "TSR_SGTDEV001");
    receive(123, "TSR_SGTDEV001");
    var whole = history(trace("SGTDEV001PRM0001"));
    for (int i = 0; i < 3; i++) {
      var one = ttac.call(456, OwnOperations.TRACE,
          Map.of("barcode", "SGTDEV001PRM0001", "offset", i, "limit", 1)).path("data");
      assertEquals(List.of(whole.get(i)), history(one));
      assertEquals(3, one.get("total").intValue());
    }
    var beyond = ttac.call(456, OwnOperations.TRACE, Map.of("barcode", "SGTDEV001PRM0001", "offset", 99));
    assertEquals(List.of(), history(beyond.path("data")));
  }

  @Test
  void aPackOnTheMoveIsNeverSeenHalfWay() throws InterruptedException {
    ttac.token(123);
    ttac.token(456);
    var mover = Thread.ofVirtual().start(() -> {
      for (int i = 0; i < 10; i++) {
        send(284, 123, "TSR_SGTDEV001");
        receive(123, "TSR_SGTDEV001");
        giveBack(123, 284, "TSR_SGTDEV001");
        receive(284, "TSR_SGTDEV001");
      }
    });
    int seen = 0;
    while (mover.isAlive() || seen == 0) {
      var data = ttac.call(456, OwnOperations.TRACE, Map.of("barcode", "SGTDEV001PRM0001")).get("data");
      int moves = data.get("history").size() - 1;
      assertEquals(moves, data.get("total").intValue() - 1);
      assertEquals(moves % 2 == 1, data.get("transit").isObject(), "history and place tell the same: " + data);
      assertEquals(moves % 4 < 2 ? 284 : 123, data.at("/holder/id").intValue(), data::toString);
      seen++;
    }
    mover.join();
    assertEquals(41, trace("SGTDEV001PRM0001").get("total").intValue());
  }

  @Test
  void whatWasNeverRegisteredIsNotFoundAndFaultsKeepTheEnvelope() {
    for (var operation : List.of(OwnOperations.TRACE, OwnOperations.EPCIS)) {
      assertEquals("Barcode SALAH not found!",
          ttac.call(284, operation, Map.of("barcode", "SALAH")).path("message").stringValue());
      assertEquals("E990", ttac.code(284, operation, Map.of()));
      assertEquals("E990", ttac.code(284, operation, Map.of("barcode", "A", "limit", 0)));
      assertEquals("E990", ttac.code(284, operation, Map.of("barcode", "A", "limit", 10_001)));
      assertEquals("E990", ttac.code(284, operation, Map.of("barcode", "A", "offset", -1)));
      assertEquals("E003", ttac.call("GET", "/api/v3" + operation.path(),
          Map.of("token", "wrong", "barcode", "A")).path("statusCode").stringValue());
    }
  }

  @Test
  void asEpcisTheHistoryIsADocumentOfItsOwn() {
    send(284, 123, "TSR_SGTDEV001");
    receive(123, "SGTDEV001PRM0001");
    var answer = ttac.raw(Request.get("/api/v3/barcode/epcis?token=" + ttac.token(456)
        + "&barcode=SGTDEV001PRM0001"));
    assertEquals("application/ld+json", answer.header("Content-Type").orElseThrow());
    var document = epcis("SGTDEV001PRM0001");
    assertEquals(List.of(), EpcisRules.faults(document));
    assertEquals(List.of("commissioning", "packing", "shipping", "unpacking", "receiving"),
        document.at("/epcisBody/eventList").valueStream().map(one -> one.get("bizStep").stringValue()).toList());
    assertEquals("https://id.jejak.example/obj/TSR_SGTDEV001",
        document.at("/epcisBody/eventList/2/jejak:movedWith").stringValue());
  }

  @Test
  void symbolsAreImagesAndTheirFaultsAreNot() {
    assertEquals("image/png", type("barcode=OKTADEV01BAR0000001"));
    assertEquals("image/png", type("barcode=OKTADEV01BAR0000001&carrier=qr&format=png"));
    assertEquals("image/svg+xml", type("barcode=(90)GKL1222251043A1(10)B1(17)290630(21)S1&format=svg"));
    for (var wrong : List.of("", "barcode=", "barcode=A&carrier=ean", "barcode=A&format=gif")) {
      assertEquals("application/json", type(wrong), wrong);
    }
    assertEquals("Parameter error. The selected carrier is invalid.", ttac.call(284, OwnOperations.SYMBOL,
        Map.of("barcode", "A", "carrier", "ean")).path("message").stringValue());
    assertEquals("E003", ttac.call("GET", "/api/v3/barcode/symbol", Map.of("token", "x", "barcode", "A"))
        .path("statusCode").stringValue());
  }

  private static String type(String query) {
    return ttac.raw(Request.get("/api/v3/barcode/symbol?token=" + ttac.token(284) + "&" + query))
        .header("Content-Type").orElseThrow();
  }

  private static JsonNode epcis(String barcode) {
    return ttac.call(456, OwnOperations.EPCIS, Map.of("barcode", barcode));
  }

  private static JsonNode trace(String barcode) {
    var answer = ttac.call(456, OwnOperations.TRACE, Map.of("barcode", barcode));
    assertEquals("E000", answer.path("statusCode").stringValue(), barcode);
    assertEquals(List.of(), EpcisRules.faults(epcis(barcode)));
    return answer.get("data");
  }

  private static void send(int from, int to, String... barcodes) {
    ok(ttac.code(from, TtacOperations.SEND, Map.of("id_sarana_tujuan", to, "barcode", List.of(barcodes))));
  }

  private static void receive(int by, String... barcodes) {
    ok(ttac.code(by, TtacOperations.RECEIVE, Map.of("barcode", List.of(barcodes))));
  }

  private static void giveBack(int from, int to, String... barcodes) {
    ok(ttac.code(from, TtacOperations.RETURN,
        Map.of("id_sarana_tujuan", to, "barcode", List.of(barcodes), "reason", "segel rusak")));
  }

  private static void delete(int by, String level, String... barcodes) {
    ok(ttac.code(by, TtacOperations.DELETE, Map.of("barcode", List.of(barcodes), "barcode_level", level)));
  }

  private static void ok(String code) {
    assertEquals("E000", code);
    ttac.clock.advance(Duration.ofMinutes(1));
  }

  private static List<String> history(JsonNode data) {
    return data.get("history").valueStream().map(step -> {
      var line = new StringBuilder(step.get("life").asString()).append(' ').append(step.get("event").stringValue())
          .append(' ').append(step.at("/sarana/id").asString());
      if (!step.get("to").isNull()) {
        line.append(' ').append(step.at("/from/id").asString()).append('>').append(step.at("/to/id").asString());
      }
      append(line, " because ", step.get("reason"));
      append(line, " via ", step.get("via"));
      append(line, " in ", step.get("parent"));
      return line.toString();
    }).toList();
  }

  private static void append(StringBuilder line, String word, JsonNode value) {
    if (!value.isNull()) {
      line.append(word).append(value.stringValue());
    }
  }
}
