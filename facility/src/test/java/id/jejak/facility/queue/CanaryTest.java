package id.jejak.facility.queue;

import static id.jejak.facility.queue.TestQueue.TODAY;
import static id.jejak.facility.queue.TestQueue.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.facility.queue.contract.DeskOperations;
import id.jejak.facility.queue.contract.FloorOperations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Made-up people who go through the hospital's queue by every way in are found nowhere but where they were asked for. */
class CanaryTest {
  private static final String NIK = "3171990101990042";
  private static final String CARD = "0009876543210";
  private static final String OTHER_NIK = "3171990202990042";
  private static final String OTHER_CARD = "0009876543299";
  private static final String NAME = "Kanari Kuningwarna";
  private static final String PHONE = "0819777666555";
  private static final String ADDRESS = "Jalan Sangkar Emas 42";
  private static final String FAMILY = "3171999999990077";
  private static final List<String> CANARIES = List.of(NIK, CARD, OTHER_NIK, OTHER_CARD, NAME, PHONE, ADDRESS, FAMILY,
      "Kuningwarna", "1999-01-31");

  private final List<String> refusals = new ArrayList<>();

  @Test
  void areFoundInNoLogNoErrorNoMetricNoParcelAndNoColumn() {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(log);
    try (var house = new TestQueue()) {
      house.access.sandbox().orElseThrow().prepare();
      goThrough(house);
      everythingWrong(house);
      house.db.transaction(tx -> tx.execute("update queue.booking set sealed = decode('00', 'hex')"));
      refusals.add(house.desk("GET", "/bookings/17032021B001", "").text());
      assertTrue(refusals.size() > 60);
      nowhere("refusals", refusals.toString());
      nowhere("metrics", house.metrics.getMetersAsString());
      house.postAll();
      var tables = Dump.of(house.db, "queue") + Dump.of(house.db, "access") + Dump.of(house.db, "delivery");
      assertTrue(tables.contains("antrean/add"), "what BPJS is owed is in the dump");
      assertTrue(tables.length() > 10_000, "the dump holds something");
      nowhere("database", tables);
    } finally {
      root.detachAppender(log);
    }
    var said = new StringBuilder();
    log.list.forEach(event -> said.append(event.getFormattedMessage()).append(
        event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n'));
    assertTrue(said.toString().contains("queue.booking.show failed"), "the log is looked at");
    nowhere("log", said.toString());
  }

  /** By registration, at the desk, with a number, and with an operation. */
  private void goThrough(TestQueue house) {
    var newcomer = newcomer();
    assertEquals("200 Harap datang ke admisi untuk melengkapi data rekam medis",
        said(house.rs(RsOperations.REGISTER, newcomer)));
    refused(house.rs(RsOperations.REGISTER, newcomer).toString());
    var wish = TestQueue.wish(0, TODAY, "nomorkartu", CARD, "nik", NIK, "nohp", PHONE);
    var code = house.rs(RsOperations.TAKE, wish).path("response").path("kodebooking").asString();
    assertEquals("17032021B001", code);
    refused(house.rs(RsOperations.TAKE, wish).toString());
    house.event(code, "check-in");
    var walkIn = Map.of("sub", "ANA", "doctor", 12346, "hours", "08:00-16:00", "nik", OTHER_NIK, "card", OTHER_CARD, "name",
        NAME, "phone", PHONE, "reference", "W1");
    assertEquals(200, house.desk("POST", "/walk-ins", walkIn).status());
    refused(house.desk("POST", "/walk-ins", walkIn).text());
    assertEquals(200, house.desk("PUT", "/surgeries/OP-9", Map.of("day", "2021-03-20", "procedure", "x", "clinic", "1",
        "name", "y", "card", CARD)).status());
    assertEquals(200, house.desk("POST", "/patients/find", Map.of("nik", NIK)).status());
    assertTrue(house.rs(RsOperations.SURGERIES, Map.of("tanggalawal", TODAY, "tanggalakhir", "2021-04-01")).toString()
        .contains(CARD), "BPJS is told the card, as its document wants");
    house.rs(RsOperations.CANCEL, Map.of("kodebooking", code, "keterangan", "batal"));
  }

  private static Map<String, Object> newcomer() {
    var body = new LinkedHashMap<String, Object>(Map.of("nomorkartu", CARD, "nik", NIK, "nomorkk", FAMILY, "nama", NAME,
        "jeniskelamin", "L", "tanggallahir", "1999-01-31", "nohp", PHONE, "alamat", ADDRESS));
    for (var field : "kodeprop namaprop kodedati2 namadati2 kodekec namakec kodekel namakel rw rt".split(" ")) {
      body.put(field, ADDRESS);
    }
    return body;
  }

  /** Canaries in every place of every operation. */
  private void everythingWrong(TestQueue house) {
    for (var operation : RsOperations.ALL) {
      for (var param : operation.params()) {
        for (var canary : List.of(NIK, CARD, NAME)) {
          var body = newcomer();
          body.putAll(TestQueue.wish(0, TODAY, "nomorkartu", CARD, "nik", NIK));
          body.put(param.name(), canary);
          refused(house.rs(operation, body).toString());
        }
      }
      refused(house.rs(operation, "{\"nik\":\"" + NIK).toString());
    }
    for (var operation : DeskOperations.ALL) {
      if (operation.equals(FloorOperations.ADD_DISPLAY)) {
        continue; // its name hangs on a wall
      }
      for (var canary : List.of(NIK, CARD, NAME)) {
        var path = operation.path().replaceAll("\\{\\w+}", NIK).replaceFirst("^.*/queue", "") + "?day=" + NIK;
        refused(house.desk(operation.method(), path, operation.method().matches("GET|DELETE") ? "" : Map.of("nik", canary,
            "card", canary, "name", canary, "by", canary, "event", canary, "at", canary, "record", canary)).text());
      }
    }
  }

  private void refused(String answer) {
    if (!answer.contains("\"code\":200") && !answer.contains("\"data\"")) {
      refusals.add(answer);
    }
  }

  private static void nowhere(String where, String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    for (var canary : CANARIES) {
      int at = lower.indexOf(canary.toLowerCase(Locale.ROOT));
      assertFalse(at >= 0, () -> where + " holds " + canary + " at " + text.substring(Math.max(0, at - 200), at + 40));
      assertFalse(lower.contains(HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8))),
          where + " holds the bytes of " + canary);
    }
  }
}
