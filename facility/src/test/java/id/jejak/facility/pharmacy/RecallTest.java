package id.jejak.facility.pharmacy;

import static id.jejak.facility.pharmacy.TestPharmacy.APOTEK;
import static id.jejak.facility.pharmacy.TestPharmacy.HOSPITAL;
import static id.jejak.facility.pharmacy.TestPharmacy.PATIENT;
import static id.jejak.facility.pharmacy.TestPharmacy.TABLETS;
import static id.jejak.facility.pharmacy.TestPharmacy.pack;
import static id.jejak.facility.pharmacy.TestPharmacy.panadin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A recall reaches every pack and every patient. */
class RecallTest {
  private static TestPharmacy pharmacy;

  @BeforeAll
  static void open() {
    pharmacy = new TestPharmacy(false);
  }

  @AfterAll
  static void close() {
    pharmacy.close();
  }

  @BeforeEach
  void reset() {
    pharmacy.reset();
  }

  private static String recall(String by, String value) {
    return pharmacy.post(HOSPITAL, "/recalls", "{\"by\": \"" + by + "\", \"value\": \"" + value
        + "\", \"reason\": \"cemaran EG/DEG\"}").path("id").asString();
  }

  private static boolean good(String token, String barcode) {
    return pharmacy.post(token, "/verify", "{\"barcode\": \"" + barcode + "\"}").path("good").asBoolean();
  }

  @Test
  void aBatchIsBlockedEverywhereAndItsPatientsAreNamedForAPurpose() {
    var ids = pharmacy.prescribe(TABLETS);
    pharmacy.post(HOSPITAL, "/dispenses", "{\"prescription\": \"" + ids.getFirst() + "\", \"items\": [{\"line\": \"" + ids.get(1)
        + "\", \"packs\": [{\"barcode\": \"" + panadin(1) + "\"}]}]}");
    var id = recall("batch", "PND2601");
    assertTrue(!good(HOSPITAL, panadin(2)) && !good(APOTEK, pack("DKL2499900210A1", "PND2601", LocalDate.of(2029, 3, 31),
        "PNB0001")));
    var told = pharmacy.get(HOSPITAL, "/recalls/" + id);
    assertEquals("apotek-sarana-b shelf 10, rs-sarana-a shelf 29, rs-sarana-a used 1", told.path("packs").valueStream()
        .map(one -> one.path("facility").asString() + " " + one.path("state").asString() + " " + one.path("packs").asString())
        .collect(java.util.stream.Collectors.joining(", ")));
    assertEquals(1, told.path("dispensed").asInt());
    assertEquals(40, pharmacy.get(HOSPITAL, "/recalls/" + id + "/packs").path("rows").size());
    assertEquals(0, pharmacy.get(APOTEK, "/recalls/" + id + "/patients").path("rows").size(), "not theirs");
    var csv = pharmacy.ask(HOSPITAL, "POST", "/recalls/" + id + "/contacts", "{\"purpose\": \"menghubungi pasien\"}").text();
    assertTrue(csv.contains("\"" + PATIENT + "\",\"Pasien " + PATIENT + "\""), csv);
    assertEquals("menghubungi pasien 1", pharmacy.db.read(h -> h.createQuery(
        "select purpose || ' ' || patients from facility.contact_list order by id").mapTo(String.class).one()));
    assertEquals("409 recall-foreign", pharmacy.refusal(APOTEK, "POST", "/recalls/" + id + "/close", "{}"));
    pharmacy.post(HOSPITAL, "/recalls/" + id + "/close", "{}");
    assertEquals("409 recall-closed", pharmacy.refusal(HOSPITAL, "POST", "/recalls/" + id + "/close", "{}"));
    assertTrue(good(HOSPITAL, panadin(2)));
  }

  @Test
  void whatArrivesLaterIsBlockedOnArrival() {
    recall("nie", "DKL2499900310A1");
    var late = pack("DKL2499900310A1", "LATE1", LocalDate.of(2030, 1, 31), "L1");
    var received = pharmacy.post(HOSPITAL, "/receive", "{\"barcodes\": [\"" + late + "\"], \"place\": \"GUDANG\"}");
    assertEquals(1, received.path("blocked").asInt());
    assertTrue(!good(HOSPITAL, late));
    var serial = pack("DKL2499900210A1", "PND2601", LocalDate.of(2029, 3, 31), "ONE1");
    recall("serial", serial);
    pharmacy.post(HOSPITAL, "/receive", "{\"barcodes\": [\"" + serial + "\"], \"place\": \"GUDANG\"}");
    assertTrue(!good(HOSPITAL, serial) && good(HOSPITAL, panadin(3)));
  }

  @Test
  void twoRecallsOfOneLotMustBothBeClosed() {
    var one = recall("kfa", "92990001");
    var other = recall("batch", "PND2601");
    pharmacy.post(HOSPITAL, "/recalls/" + one + "/close", "{}");
    assertTrue(!good(HOSPITAL, panadin(1)));
    pharmacy.post(HOSPITAL, "/recalls/" + other + "/close", "{}");
    assertTrue(good(HOSPITAL, panadin(1)));
  }

  @Test
  void pagesGoOnUntilEveryPackAndPatientWasTold() {
    pharmacy.db.transaction(tx -> {
      tx.execute("insert into facility.lot (id, nie, batch, expiry) values (77, 'BIG', 'BIG1', '2030-01-01')");
      tx.execute("""
          insert into facility.pack (key, barcode, lot, facility, place, state, units, whole, received_at, trail)
          select 'K' || lpad(i::text, 6, '0'), 'B' || i, 77, 'rs-sarana-a', '', 4, 0, 10, now(), '{}'
            from generate_series(1, 1200) i
          """);
      tx.execute("""
          insert into facility.dispense (id, facility, prescription, line, patient, at, staff, quantity, unit, price)
          select i, 'rs-sarana-a', 1, 1, 'P' || i % 700, now(), 's', 10, 'TAB', 1 from generate_series(1, 1200) i
          """);
      return tx.execute("""
          insert into facility.portion (lot, id, key, facility, units, dispense, patient, at)
          select 77, i, 'K' || lpad(i::text, 6, '0'), 'rs-sarana-a', 10, i, 'P' || i % 700, now()
            from generate_series(1, 1200) i
          """);
    });
    var id = recall("batch", "BIG1");
    assertEquals(1200, walked("/recalls/" + id + "/packs", "barcode"));
    assertEquals(1200, walked("/recalls/" + id + "/patients", "dispense"));
  }

  private static int walked(String path, String name) {
    var seen = new TreeSet<String>();
    var next = "";
    int pages = 0;
    do {
      var page = pharmacy.get(HOSPITAL, path + (next.isEmpty() ? "" : "?after=" + next));
      page.path("rows").forEach(row -> assertTrue(seen.add(row.path(name).asString()), "twice"));
      next = page.path("next").asString("");
      pages++;
    } while (!next.isEmpty() && pages < 10);
    return seen.size();
  }
}
