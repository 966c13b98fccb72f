package id.jejak.facility.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientTest {
  private static final Actor DOCTOR = new Actor(12, "dr", Set.of(Role.DOCTOR), "rs-sarana-a", false);
  private static final Why WHY = new Why(DOCTOR, "test.patient.read", Purpose.TREATMENT);
  private final TestAccess house = new TestAccess();

  @AfterEach
  void close() {
    house.close();
  }

  private Optional<Long> find(Identifier identifier) {
    return house.db.transaction(tx -> house.access.patients().find(tx, WHY, identifier));
  }

  @Test
  void isFoundByEachIdentifierWithinItsFacility() {
    assertEquals(Optional.of(1001L), find(new Identifier.Nik("9271061903950011")));
    assertEquals(Optional.of(1001L), find(new Identifier.Ihs("P02029542843")));
    assertEquals(Optional.of(1012L), find(new Identifier.Card("00012345678")));
    assertEquals(Optional.empty(), find(new Identifier.Nik("1111111111111111")));
    assertEquals(Map.of(1001L, "Yudi Nurwanto", 1012L, "SUMARSONO"),
        house.db.transaction(tx -> house.access.patients().names(tx, WHY, List.of(1001L, 1012L, 77L))));
  }

  @Test
  void manyAreNamedAtOnceByTheirIdentifiersAndEachLookIsInTheAudit() {
    var yudi = new Identifier.Ihs("P02029542843");
    var ardianto = new Identifier.Nik("9271060312000001");
    var sumarsono = new Identifier.Card("00012345678");
    var stranger = new Identifier.Ihs("P99999999999");
    var why = new Why(DOCTOR, "test.recall.names", Purpose.RECALL);
    var names = house.db.transaction(tx -> house.access.patients().namesBy(tx, why,
        List.of(sumarsono, yudi, stranger, ardianto, yudi)));
    assertEquals(Map.of(yudi, "Yudi Nurwanto", ardianto, "Ardianto Putra", sumarsono, "SUMARSONO"), names);
    assertEquals("0 1001 1002 1012", house.db.read(handle -> handle.createQuery("""
            select string_agg(patient::text, ' ' order by patient)
              from (select patient from access.audit_inbox where operation = 'test.recall.names' and purpose = 'recall'
                     union all
                    select patient from access.audit_entry where operation = 'test.recall.names' and purpose = 'recall') a
            """).mapTo(String.class).one()));
    var elsewhere = new Why(new Actor(22, "apt", Set.of(Role.PHARMACIST), "pbf-nusantara", false), "test.recall.names",
        Purpose.RECALL);
    assertEquals(Map.of(), house.db.transaction(tx -> house.access.patients().namesBy(tx, elsewhere, List.of(yudi))));
    assertEquals(Map.of(), house.db.transaction(tx -> house.access.patients().namesBy(tx, why, List.of())));
  }

  private String touches(String operation) {
    return house.db.read(handle -> handle.createQuery("""
            select string_agg(staff || ' ' || deed || ' ' || patient || ' ' || purpose, ', ' order by patient, id)
              from (select id, staff, deed, patient, purpose from access.audit_inbox where operation = :operation
                     union all
                    select id, staff, deed, patient, purpose from access.audit_entry where operation = :operation) a
            """).bind("operation", operation).mapTo(String.class).one());
  }

  private void touch(String operation, List<Identifier> identifiers) {
    house.db.transaction(tx -> {
      house.access.patients().touched(tx, new Why(DOCTOR, operation, Purpose.DISPENSING), Audit.Deed.WRITE, identifiers);
      return true;
    });
  }

  @Test
  void whoeverKnowsPatientsByIdentifiersNotesATouchOfEachAtOnce() {
    touch("test.many", List.of(new Identifier.Card("00012345678"), new Identifier.Ihs("P02029542843"),
        new Identifier.Ihs("P99999999999"), new Identifier.Nik("9271060312000001"), new Identifier.Ihs("P02029542843")));
    assertEquals("12 WRITE 0 dispensing, 12 WRITE 1001 dispensing, 12 WRITE 1002 dispensing, 12 WRITE 1012 dispensing",
        touches("test.many"));
    touch("test.none", List.of());
    assertEquals(0, house.count("select count(*) from access.audit_inbox where operation = 'test.none'"));
    assertThrows(IllegalStateException.class, () -> house.db.transaction(tx -> {
      house.access.patients().touched(tx, new Why(DOCTOR, "test.undone", Purpose.DISPENSING), Audit.Deed.WRITE,
          List.of(new Identifier.Ihs("P02029542843")));
      throw new IllegalStateException("rolled back");
    }));
    assertEquals(0, house.count("select count(*) from access.audit_inbox where operation = 'test.undone'"));
  }

  @Test
  void aTouchFindsAPatientThatAnotherNodeHasHashedUnderANewerKey() {
    var node = house.anotherNode();
    node.handle(Request.of("POST", "/facility/v1/keys/rotate", Headers.of("Authorization", "Bearer "
        + house.token("admin.rs")), Body.of("")));
    house.clock.advance(Duration.ofSeconds(90));
    var added = node.handle(Request.of("POST", "/facility/v1/patients", Headers.of("Authorization", "Bearer "
        + house.token("loket.rs")), Body.of(TestAccess.json(Map.of("name", "Kunci Baru", "ihs", "P05555666677", "purpose",
        "registration")))));
    var id = Json.read(added.bytes()).path("id").asString();
    touch("test.newer", List.of(new Identifier.Ihs("P05555666677"), new Identifier.Ihs("P02029542843")));
    assertEquals("12 WRITE 1001 dispensing, 12 WRITE " + id + " dispensing", touches("test.newer"));
  }

  @Test
  void printsMaskedWhateverHoldsIt() {
    var patient = house.db.transaction(tx -> house.access.patients().read(tx, WHY, 1001)).orElseThrow();
    var text = patient + " " + patient.person() + " " + patient.person().nik() + " " + patient.person().ihs();
    assertFalse(text.contains("9271061903950011") || text.contains("Yudi") || text.contains("P020"), text);
    var refused = assertThrows(IllegalArgumentException.class, () -> new Identifier.Nik("12345"));
    assertFalse(String.valueOf(refused.getMessage()).contains("12345"));
  }

  @Test
  void twoPatientsOfAFacilityShareNoIdentifier() {
    var taken = house.ask("loket.rs", "POST", "/patients",
        Map.of("name", "Orang Lain", "nik", "9271061903950011", "purpose", "registration"));
    assertEquals(409, taken.status());
    assertTrue(taken.text().contains("nik belongs to somebody else"), taken.text());
    assertFalse(taken.text().contains("9271061903950011"));
  }

  @Test
  void keysRotateWhileEverybodyWorksOnAndOldOnesAreRetired() {
    var before = house.get("admin.rs", "/keys").path("primary").asString();
    var node = house.anotherNode();
    var after = house.post("admin.rs", "/keys/rotate", "").path("primary").asString();
    assertFalse(before.equals(after));
    assertEquals(409, house.ask("admin.rs", "POST", "/keys/retire", "").status(), "just rotated");
    assertEquals(200, house.ask("loket.rs", "POST", "/patients",
        Map.of("name", "Kunci Baru", "nik", "1234567890123456", "purpose", "registration")).status() - 1);
    var found = node.handle(Request.of("POST", "/facility/v1/patients/find", Headers.of("Authorization",
        "Bearer " + house.token("loket.rs")), Body.of(TestAccess.json(Map.of("nik", "1234567890123456", "purpose",
        "registration")))));
    assertEquals("Kunci Baru", Json.read(found.bytes()).path("name").asString(), "the other node reads the new key");
    house.clock.advance(Duration.ofMinutes(2));
    var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    int status = 409;
    while (status == 409 && System.nanoTime() < until) {
      status = house.ask("admin.rs", "POST", "/keys/retire", "").status();
    }
    assertEquals(200, status, "the background seals everything anew");
    assertEquals(1, house.get("admin.rs", "/keys").path("keys").size());
    assertEquals("Yudi Nurwanto", house.get("dokter.rs", "/patients/1001?purpose=treatment").path("name").asString());
  }

  @Test
  void whatPatientsAreFoundByIsHashedAnewWhileTheyAreFoundAndStaySingle() throws IOException {
    var node = house.anotherNode();
    house.post("admin.rs", "/keys/rotate", "");
    assertEquals(Optional.of(1001L), find(new Identifier.Nik("9271061903950011")));
    house.post("loket.rs", "/patients", Map.of("name", "Kunci Lama", "nik", "1111222233334444", "purpose", "registration"));
    house.clock.advance(Duration.ofSeconds(90)); // every node knows the new key: from now on it is written under
    assertEquals(409, house.ask("loket.rs", "POST", "/patients", Map.of("name", "Lagi", "nik", "1111222233334444", "purpose",
        "registration")).status(), "one is hashed under the older key, the other under the newer one");
    house.post("loket.rs", "/patients", Map.of("name", "Kunci Baru", "nik", "5555666677778888", "purpose", "registration"));
    var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    int status = 409;
    while (status == 409 && System.nanoTime() < until) {
      status = house.ask("admin.rs", "POST", "/keys/retire", "").status();
    }
    assertEquals(200, status, "the background hashes everything anew");
    assertEquals(0, house.count("select count(*) from access.patient where index_key = 0 and not erased"));
    assertEquals(1, Files.readAllLines(house.keys.resolve("access-index.key")).size(), "the older key is destroyed");
    assertEquals(Optional.of(1001L), find(new Identifier.Nik("9271061903950011")));
    for (var nik : List.of("1111222233334444", "5555666677778888")) {
      var found = node.handle(Request.of("POST", "/facility/v1/patients/find", Headers.of("Authorization",
          "Bearer " + house.token("loket.rs")), Body.of(TestAccess.json(Map.of("nik", nik, "purpose", "registration")))));
      assertEquals(200, found.status(), "the other node finds it");
    }
  }

  @Test
  void erasedIsGoneForGoodAndTheNumberStays() {
    assertEquals(200, house.ask("admin.rs", "POST", "/patients/1002/erase", "").status());
    assertEquals(404, house.ask("dokter.rs", "GET", "/patients/1002?purpose=treatment", "").status());
    assertEquals(404, house.ask("admin.rs", "POST", "/patients/1002/erase", "").status());
    assertEquals(Optional.empty(), find(new Identifier.Nik("9271060312000001")));
    assertEquals(0, house.count("""
        select length(wrapped) + length(sealed) + coalesce(length(nik), 0) + coalesce(length(ihs), 0)
          from access.patient where facility = 'rs-sarana-a' and id = 1002"""));
    house.get("auditor.rs", "/audit"); // ties what waits
    assertEquals(1, house.count(
        "select count(*) from access.audit_entry where patient = 1002 and operation = 'access.patient.erase'"));
  }

  @Test
  void keysLieOutsideTheDatabaseForTheirOwnerAlone() throws IOException {
    try (var files = Files.list(house.keys)) {
      var all = files.toList();
      assertEquals(4, all.size(), all::toString);
      for (var file : all) {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file::toString);
      }
    }
  }

  @Test
  void anEnvelopeOpensOnlyInItsPlace() {
    house.tamper("update access.patient p set wrapped = q.wrapped, sealed = q.sealed from access.patient q"
        + " where p.facility = 'rs-sarana-a' and q.facility = 'rs-sarana-a' and p.id = 1003 and q.id = 1004");
    assertEquals(500, house.ask("dokter.rs", "GET", "/patients/1003?purpose=treatment", "").status());
  }
}
