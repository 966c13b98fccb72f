package id.jejak.facility.queue;

import static id.jejak.facility.queue.TestQueue.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.facility.queue.contract.DeskOperations;
import id.jejak.facility.queue.contract.FloorOperations;
import id.jejak.facility.queue.store.Looks;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the queue does with a patient's data is in the audit: who did what with whose; and nothing that was undone. */
class TouchTest {
  private static final String DESK = "loket.rs";
  private static TestQueue house;

  @BeforeAll
  static void open() {
    house = new TestQueue();
    house.access.sandbox().orElseThrow().prepare();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void afresh() {
    house.reset();
    house.clock.advance(Duration.ofMinutes(1));
    house.db.transaction(tx -> {
      tx.execute("set local session_replication_role = replica"); // the audit is only ever added to
      tx.execute("delete from access.audit_entry");
      return tx.execute("delete from access.audit_inbox");
    });
  }

  /** {@code staff deed patient purpose} of the lines of an operation, in order. */
  private static String lines(String operation) {
    return house.db.read(handle -> handle.createQuery("""
            select coalesce(string_agg(staff || ' ' || deed || ' ' || patient || ' ' || purpose, ', '
                                       order by id, patient), 'none')
              from (select id, staff, deed, patient, purpose from access.audit_inbox where operation = :operation
                     union
                    select id, staff, deed, patient, purpose from access.audit_entry where operation = :operation) a
            """).bind("operation", operation).mapTo(String.class).one());
  }

  private static String lines(Operation operation) {
    return lines(operation.id());
  }

  /** Joko, whom access knows as 1015, takes a number. */
  private static String joko() {
    return house.rs(RsOperations.TAKE, jokos()).path("response").path("kodebooking").asString();
  }

  private static Map<String, Object> jokos() {
    return TestQueue.wish(0, TODAY, "nomorkartu", "0000000000123", "nik", "3275010101900001");
  }

  private static int desk(String method, String path, Map<String, ?> body) {
    return house.as(DESK, method, "/queue" + path, body.isEmpty() ? "" : body).status();
  }

  private static void event(String code, String event) {
    assertEquals(200, desk("POST", "/bookings/" + code + "/events", Map.of("event", event)));
    house.clock.advance(Duration.ofMinutes(2));
  }

  @Test
  void numbersOfMobileJknAreTakenInTheNameOfBpjs() {
    joko();
    assertEquals("-1 WRITE 1015 registration", lines(RsOperations.TAKE));
    house.rs(RsOperations.TAKE, jokos()); // has one already: BPJS was told so
    assertEquals("-1 WRITE 1015 registration, -1 READ 1015 registration", lines(RsOperations.TAKE));
    house.rs(RsOperations.TAKE, TestQueue.wish(0, TODAY, "kodedokter", 1));
    house.take(5, TODAY);
    assertEquals("-1 WRITE 1015 registration, -1 READ 1015 registration, -1 WRITE 0 registration",
        lines(RsOperations.TAKE), "no such doctor tells nothing of anybody; and a patient whom access does not know");
  }

  @Test
  void whatMobileJknDoesWithABookingIsNotedWhenItIsDone() {
    var code = joko();
    house.rs(RsOperations.CHECK_IN, Map.of("kodebooking", code, "waktu", house.clock.millis()));
    house.rs(RsOperations.CHECK_IN, Map.of("kodebooking", code, "waktu", house.clock.millis()));
    assertEquals("-1 WRITE 1015 treatment", lines(RsOperations.CHECK_IN), "the second one was refused");
    house.rs(RsOperations.CANCEL, Map.of("kodebooking", code, "keterangan", "x"));
    house.rs(RsOperations.CANCEL, Map.of("kodebooking", code, "keterangan", "x"));
    assertEquals("-1 WRITE 1015 patient_request", lines(RsOperations.CANCEL));
    house.rs(RsOperations.REMAINING, Map.of("kodebooking", code));
    house.rs(RsOperations.STATUS, jokos());
    assertEquals("none none", lines(RsOperations.REMAINING) + " " + lines(RsOperations.STATUS), "they show no patient");
  }

  @Test
  void aNewPatientIsWrittenAndOneWhoIsThereWasRead() {
    var newcomer = new LinkedHashMap<String, Object>(Map.of("nomorkartu", TestQueue.card(77), "nik", TestQueue.nik(77),
        "nomorkk", "1", "nama", "sumarsono", "jeniskelamin", "L", "tanggalahir", "1985-03-01", "nohp", "08", "alamat",
        "a"));
    for (var field : List.of("kodeprop", "namaprop", "kodedati2", "namadati2", "kodekec", "namakec", "kodekel",
        "namakel", "rw", "rt")) {
      newcomer.put(field, "1");
    }
    house.rs(RsOperations.REGISTER, newcomer);
    house.rs(RsOperations.REGISTER, newcomer);
    newcomer.put("nik", "3275010101900001");
    house.rs(RsOperations.REGISTER, newcomer);
    assertEquals("-1 WRITE 0 registration, -1 READ 0 registration, -1 READ 1015 registration",
        lines(RsOperations.REGISTER));
  }

  @Test
  void plannedOperationsAreSeenAndWritten() {
    house.rs(RsOperations.SURGERIES, Map.of("tanggalawal", "2019-01-01", "tanggalakhir", "2030-01-01"));
    assertEquals("-1 READ 1016 treatment, -1 READ 1015 treatment", lines(RsOperations.SURGERIES));
    house.rs(RsOperations.SURGERIES_OF_MEMBER, Map.of("nopeserta", "0000000000123"));
    assertEquals("-1 READ 1015 patient_request", lines(RsOperations.SURGERIES_OF_MEMBER));
    assertEquals(200, desk("PUT", "/surgeries/OP-9", Map.of("day", "2021-03-20", "procedure", "x", "clinic", "1", "name",
        "y", "card", "0000000000123")));
    assertEquals("11 WRITE 1015 treatment", lines(DeskOperations.SURGERY));
  }

  @Test
  void theDeskIsNotedByWhoStandsThere() {
    var walkIn = Map.of("sub", "ANA", "doctor", 12346, "hours", "08:00-16:00", "record", "100782", "reference", "W1");
    assertEquals(200, desk("POST", "/walk-ins", walkIn));
    assertEquals(409, desk("POST", "/walk-ins", walkIn));
    assertEquals("11 WRITE 1016 registration", lines(DeskOperations.WALK_IN), "the second one was rolled back");
    assertEquals(200, desk("POST", "/patients/find", Map.of("record", "100782")));
    assertEquals(404, desk("POST", "/patients/find", Map.of("nik", "9271061903950011")));
    assertEquals("11 READ 1016 registration, 11 READ 1001 registration", lines(FloorOperations.FIND),
        "who has no record here may be known to access");
    var code = joko();
    event(code, "check-in");
    assertEquals(409, desk("POST", "/bookings/" + code + "/events", Map.of("event", "check-in")));
    assertEquals("11 WRITE 1015 treatment", lines(DeskOperations.EVENT));
    assertEquals(200, desk("GET", "/bookings/" + code, Map.of()));
    assertEquals("11 READ 1015 treatment", lines(DeskOperations.BOOKING));
    assertEquals(200, desk("POST", "/bookings/" + code + "/corrections", Map.of("task", 4, "at",
        "2021-03-17T08:02:00+07:00", "reason", "layar mati")));
    assertEquals("11 WRITE 1015 treatment", lines(DeskOperations.CORRECT));
    assertEquals(409, desk("POST", "/bookings/" + code + "/cancellation", Map.of("reason", "x")));
    assertEquals("none", lines(DeskOperations.CANCEL));
  }

  @Test
  void aListIsALineForEachWhoIsSeenAndWhoKeepsItOpenSeesThemOnce() {
    var code = joko();
    event(code, "check-in");
    house.take(5, TODAY);
    var session = Json.read(house.as(DESK, "GET", "/queue/bookings/" + code, "").bytes()).path("data").path("session")
        .asString();
    assertEquals(200, desk("GET", "/sessions/" + session + "/bookings", Map.of()));
    assertEquals("11 READ 0 treatment, 11 READ 1015 treatment", sorted(lines(FloorOperations.LINE_OF)));
    assertEquals(200, desk("GET", "/sessions/" + session + "/bookings", Map.of()));
    house.take(6, TODAY);
    assertEquals(200, desk("GET", "/sessions/" + session + "/bookings", Map.of()));
    assertEquals("11 READ 0 treatment, 11 READ 0 treatment, 11 READ 1015 treatment",
        sorted(lines(FloorOperations.LINE_OF)), "the page asks again; only who came since is a new look");
    house.as("dokter.rs", "GET", "/queue/sessions/" + session + "/bookings", "");
    house.clock.advance(Looks.LASTS.plusSeconds(1));
    desk("GET", "/sessions/" + session + "/bookings", Map.of());
    var all = lines(FloorOperations.LINE_OF);
    assertEquals(2, all.split("11 READ 1015", -1).length - 1, all);
    assertEquals(1, all.split("12 READ 1015", -1).length - 1, all);
    assertEquals(200, desk("POST", "/sessions/" + session + "/next", Map.of("by", "x")));
    assertEquals("11 WRITE 1015 treatment", lines(FloorOperations.NEXT));
    assertEquals(200, desk("GET", "/sessions/" + session, Map.of()));
    assertEquals("none", lines(DeskOperations.SESSION), "numbers only");
  }

  private static String sorted(String lines) {
    return String.join(", ", List.of(lines.split(", ")).stream().sorted().toList());
  }

  @Test
  void thePharmacysLineAndItsNumbers() {
    var code = joko();
    event(code, "check-in");
    event(code, "start");
    house.pharmacy(tx -> house.queue.prescriptionSigned(tx, code, house.clock.instant(), true));
    assertEquals(200, desk("GET", "/pharmacy", Map.of()));
    assertEquals("11 READ 1015 dispensing", lines(FloorOperations.PHARMACY));
    assertEquals(200, desk("POST", "/bookings/" + code + "/pharmacy", Map.of("by", "x")));
    assertEquals("11 WRITE 1015 dispensing", lines(FloorOperations.TICKET));
    house.rs(RsOperations.TAKE_PHARMACY, Map.of("kodebooking", code));
    assertEquals("-1 WRITE 1015 dispensing", lines(RsOperations.TAKE_PHARMACY));
    house.rs(RsOperations.PHARMACY_STATUS, Map.of("kodebooking", code));
    assertEquals("none", lines(RsOperations.PHARMACY_STATUS));
  }

  @Test
  void aNobodyOfTheDemoWorldIsAProgramAndTheAuditNamesBpjs() {
    var code = joko();
    house.event(code, "check-in");
    assertEquals("0 WRITE 1015 treatment", lines(DeskOperations.EVENT));
    var trail = house.as("auditor.rs", "GET", "/audit/patients/1015?from=2021-03-01T00:00:00Z", "").text();
    assertTrue(trail.contains("{\"id\":\"-1\",\"name\":\"BPJS\"}") && trail.contains("\"name\":\"program\""), trail);
    assertTrue(house.as("auditor.rs", "POST", "/audit/verify", Map.of()).text().contains("\"entries\""));
  }
}
