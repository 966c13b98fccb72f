package id.jejak.facility.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.facility.access.contract.AccessOperations;
import id.jejak.facility.access.contract.PatientOperations;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The matrix: every operation, asked by every role, and about another facility's things. */
class GuardTest {
  private static final Set<Operation> OPEN = Set.of(AccessOperations.LOGIN, AccessOperations.OIDC_BEGIN,
      AccessOperations.OIDC_END, PatientOperations.OWN_VIEW);
  private static final Map<Role, String> WHO = Map.of(Role.FRONT_DESK, "loket.rs", Role.DOCTOR, "dokter.rs",
      Role.ASSISTANT, "asisten.rs", Role.PHARMACIST, "apoteker.rs", Role.WAREHOUSE, "gudang.rs", Role.AUDITOR,
      "auditor.rs", Role.ADMINISTRATOR, "admin.rs");
  private static TestAccess house;

  @BeforeAll
  static void open() {
    house = new TestAccess();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void everyOperationIsForTheRolesThatItsPageNamesAndForNobodyElse() {
    var wrong = new ArrayList<String>();
    int asked = 0;
    for (var operation : AccessOperations.ALL) {
      if (OPEN.contains(operation) || operation.equals(AccessOperations.LOGOUT)) {
        continue;
      }
      var path = operation.path().replace("{id}", "999");
      var nobody = house.ask("", operation.method(), path, "{}");
      if (nobody.status() != 401) {
        wrong.add(operation.id() + " without a session: " + nobody.status());
      }
      for (var role : Role.values()) {
        boolean allowed = operation.purpose().contains("everybody who is logged in")
            || List.of(operation.purpose().replaceAll(".*For: (.*)\\.$", "$1").split(", ")).contains(role.word());
        int status = house.ask(WHO.getOrDefault(role, ""), operation.method(), path, "{}").status();
        if (allowed == (status == 403) || status >= 500) {
          wrong.add(operation.id() + " as " + role + ": " + status);
        }
        asked++;
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(asked > 140, "asked only " + asked);
  }

  @Test
  void permissionsAreAMatrixInWhichAdministratorsSeeNoPatientAndAuditorsChangeNothing() {
    for (var permission : Permission.values()) {
      assertFalse(permission.roles().isEmpty(), permission.name());
      if (permission.name().startsWith("PATIENT_") && permission != Permission.PATIENT_ERASE) {
        assertFalse(permission.roles().contains(Role.ADMINISTRATOR), permission.name());
      }
      if (permission.name().endsWith("_WRITE") || permission.name().endsWith("_WORK")) {
        assertFalse(permission.roles().contains(Role.AUDITOR), permission.name());
      }
    }
  }

  @Test
  void anotherFacilitysThingsAreNotThere() {
    var mine = house.post("kepala.rs", "/patients", Map.of("name", "Hanya Di Sini", "purpose", "registration"));
    var id = mine.path("id").asString();
    var staff = house.post("admin.rs", "/staff", Map.of("username", "hanya.rs", "name", "Hanya RS", "password",
        TestAccess.PASSWORD, "roles", List.of("doctor"))).path("id").asString();
    var expected = new HashMap<String, Integer>();
    var got = new HashMap<String, Integer>();
    for (var foreign : List.of("apoteker.apotek", "apoteker.pbf")) {
      for (var ask : List.of("GET /patients/" + id + "?purpose=treatment", "PUT /patients/" + id,
          "POST /patients/" + id + "/invite")) {
        var words = ask.split(" ");
        expected.put(foreign + " " + ask, 404);
        got.put(foreign + " " + ask, house.ask(foreign, words[0], words[1],
            Map.of("name", "Direbut", "purpose", "treatment")).status());
      }
    }
    for (var foreign : List.of("admin.apotek", "admin.pbf")) {
      expected.put(foreign + " erase", 404);
      got.put(foreign + " erase", house.ask(foreign, "POST", "/patients/" + id + "/erase", "").status());
      expected.put(foreign + " staff", 404);
      got.put(foreign + " staff", house.ask(foreign, "PUT", "/staff/" + staff, Map.of("active", false)).status());
    }
    assertEquals(expected, got);
    assertEquals(0, house.get("auditor.apotek", "/audit/patients/" + id).path("entries").size());
    assertEquals(0, house.get("auditor.apotek", "/audit/staff/" + staff).path("entries").size());
    assertEquals("Hanya Di Sini", house.get("dokter.rs", "/patients/" + id + "?purpose=treatment").path("name").asString());
  }

  @Test
  void whatWasRefusedIsInTheAudit() {
    assertEquals(403, house.ask("gudang.rs", "GET", "/patients/1001?purpose=treatment", "").status());
    var entries = house.get("auditor.rs", "/audit/staff/15").path("entries");
    assertTrue(entries.valueStream().anyMatch(one -> one.path("deed").asString().equals("denied")
        && one.path("operation").asString().equals("access.patient.read")), entries::toString);
  }

  @Test
  void aSubstitutionNeedsASecondPersonOfTheSameFacility() {
    var first = new Actor(1, "a", Set.of(Role.PHARMACIST), "rs", false);
    assertFalse(first.secondPersonTo(first));
    assertFalse(new Actor(2, "b", Set.of(Role.DOCTOR), "elsewhere", false).secondPersonTo(first));
    assertFalse(Actor.program("rs").secondPersonTo(first));
    assertTrue(new Actor(2, "b", Set.of(Role.DOCTOR), "rs", false).secondPersonTo(first));
  }

  @Test
  void glassIsBrokenForAnHourAndWatched() {
    var taken = house.ask("loket.rs", "POST", "/break-glass", Map.of("role", "doctor", "reason", "Pasien gawat, dokter jauh"));
    assertEquals(201, taken.status());
    assertTrue(house.get("loket.rs", "/me").path("staff").path("glass").booleanValue());
    assertTrue(house.get("loket.rs", "/me").path("permissions").toString().contains("prescribe"));
    assertEquals("Pasien gawat, dokter jauh",
        house.get("auditor.rs", "/break-glass").at("/taken/0/reason").asString());
    assertEquals(400, house.ask("loket.rs", "POST", "/break-glass",
        Map.of("role", "administrator", "reason", "saya ingin semuanya")).status());
    try {
      house.clock.advance(java.time.Duration.ofMinutes(61));
      house.logInAgain();
      assertFalse(house.get("loket.rs", "/me").path("permissions").toString().contains("prescribe"));
    } finally {
      house.clock.set(TestAccess.NOW);
      house.logInAgain();
    }
  }

  private static Map<String, Object> doctor(String username, String practitioner) {
    return Map.of("username", username, "name", "dr. Baru", "password", "dua belas huruf", "roles", List.of("doctor"),
        "practitioner", practitioner);
  }

  private static int numbered(long staff, String practitioner) {
    return house.ask("admin.rs", "PUT", "/staff/" + staff, Map.of("practitioner", practitioner)).status();
  }

  private static Map<Long, Practitioner> practitioners(long... staff) {
    return house.db.read(handle -> house.access.practitioners(handle, java.util.Arrays.stream(staff).boxed().toList()));
  }

  @Test
  void aNumberAtSatusehatIsOnesOwnAndMayBeTakenAway() {
    var third = house.post("admin.rs", "/staff", doctor("dokter.tiga", "N10000001"));
    assertEquals("N10000001", third.path("practitioner").asString());
    assertEquals(409, house.ask("admin.rs", "POST", "/staff", doctor("dokter.empat", "N10000001")).status());
    long fourth = house.post("admin.rs", "/staff", doctor("dokter.empat", "")).path("id").asLong(0);
    assertEquals(409, numbered(fourth, "N10000001"));
    assertEquals(400, numbered(fourth, "N 1"));
    assertEquals(200, numbered(fourth, "N10000002"));
    assertEquals(Map.of(fourth, new Practitioner("N10000002", "dr. Baru")), practitioners(11, fourth));
    assertEquals(200, numbered(fourth, ""));
    assertEquals(Map.of(), practitioners(11, fourth));
  }

  private static Response rooms(String who, Map<String, Object> body) {
    return house.ask(who, "PUT", "/facility", body);
  }

  @Test
  void anAdministratorSaysWhereTheRoomsOfTheirOwnFacilityAre() {
    var before = house.access.facilities().byId("apotek-sarana-b").orElseThrow();
    try {
      assertEquals(403, rooms("apoteker.apotek", Map.of("pharmacy_location", "x")).status());
      assertEquals(200, rooms("admin.apotek", Map.of("pharmacy_location", "a1b2", "pharmacy_name", "Depo Satu")).status());
      assertEquals(Optional.of(new Facility.Room("a1b2", "Depo Satu")), pharmacy("apotek-sarana-b"));
      assertEquals(200, rooms("admin.apotek", Map.of("pharmacy_name", "Depo Dua", "clinic_location", "c3")).status());
      assertEquals(Optional.of(new Facility.Room("a1b2", "Depo Dua")), pharmacy("apotek-sarana-b"), "what is left out stays");
      for (var wrong : List.of(Map.<String, Object>of("pharmacy_location", "a b"), Map.<String, Object>of("pharmacy_location", "",
          "pharmacy_name", "Depo"), Map.<String, Object>of("pharmacy_location", "x".repeat(65)))) {
        assertEquals(400, rooms("admin.apotek", wrong).status(), wrong::toString);
      }
      assertEquals(200, rooms("admin.apotek", Map.of("pharmacy_location", "", "clinic_location", "")).status());
      assertEquals(Optional.empty(), pharmacy("apotek-sarana-b"));
      assertTrue(pharmacy("rs-sarana-a").isPresent(), "another facility keeps its own");
      assertEquals(200, rooms("admin.apotek", Map.of("homepage", "https://apotek.example", "emergency_contact",
          "tel:+6221555")).status());
      assertEquals(200, rooms("admin.apotek", Map.of("homepage", "")).status());
      assertEquals(new Facility.Letterhead(Optional.empty(), Optional.of("tel:+6221555"), Optional.empty()),
          house.access.facilities().byId("apotek-sarana-b").orElseThrow().letterhead(), "what is left out stays");
      for (var wrong : List.of("apotek.example", "javascript:alert(1)", "https://a b", "https://" + "x".repeat(193))) {
        assertEquals(400, rooms("admin.apotek", Map.of("prescription_contact", wrong)).status(), wrong);
      }
      assertEquals(200, rooms("admin.apotek", Map.of("emergency_contact", "")).status());
    } finally {
      before.pharmacy().ifPresent(room -> assertEquals(200, rooms("admin.apotek",
          Map.of("pharmacy_location", room.location(), "pharmacy_name", room.name())).status()));
    }
  }

  @Test
  void aPolyclinicMayHaveARoomOfItsOwn() {
    var own = new Facility.Room("d4", "Poli Anak");
    try {
      assertEquals(200, rooms("admin.rs", Map.of("polyclinics", List.of(Map.of("code", "ANA", "location", "d4", "name",
          "Poli Anak"), Map.of("code", "INT", "location", "e5")))).status());
      assertEquals(200, rooms("admin.rs", Map.of("polyclinics", List.of(Map.of("code", "INT", "location", "")))).status());
      var now = house.access.facilities().byId("rs-sarana-a").orElseThrow();
      assertEquals(Map.of("ANA", own), now.polyclinics(), "what is not named stays, what has no location goes");
      assertEquals(Optional.of(own), now.clinic(List.of("027", "ANA")));
      assertEquals(now.clinic(), now.clinic(List.of("INT")), "the facility's, where there is none");
      assertEquals(now.clinic(), now.clinic(List.of()), "nobody knows which it was");
      for (var wrong : List.of(Map.of("location", "d4"), Map.of("code", "A B", "location", "d4"), Map.of("code", "ANA", "location",
          "d 4"))) {
        assertEquals(400, rooms("admin.rs", Map.of("polyclinics", List.of(wrong))).status(), wrong::toString);
      }
      assertEquals(400, rooms("admin.rs", Map.of("polyclinics", "ANA")).status());
      var many = java.util.stream.IntStream.range(0, 100).mapToObj(i -> Map.of("code", "X" + i, "location", "x")).toList();
      assertEquals(400, rooms("admin.rs", Map.of("polyclinics", many)).status(), "a hundred, with the one that is there");
    } finally {
      assertEquals(200, rooms("admin.rs", Map.of("polyclinics", List.of(Map.of("code", "ANA", "location", "")))).status());
      assertEquals(Map.of(), house.access.facilities().byId("rs-sarana-a").orElseThrow().polyclinics());
    }
  }

  private static Optional<Facility.Room> pharmacy(String facility) {
    return house.access.facilities().byId(facility).orElseThrow().pharmacy();
  }
}
