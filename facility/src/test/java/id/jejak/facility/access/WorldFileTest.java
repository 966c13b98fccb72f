package id.jejak.facility.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorldFileTest {
  private static final String WORLD = """
      {"facilities": [{"id": "rs-anda", "name": "RS Anda", "kind": "hospital", "ppk": "1311R009", "zone": "WITA",
        "pharmacy_location": "a1-b2", "clinic_location": "c3", "clinic_name": "Poli Umum",
        "homepage": "https://rs-anda.example",
        "polyclinics": [{"code": "ANA", "location": "d4", "name": "Poli Anak"}, {"code": "INT", "location": "e5"}]}],
       "staff": [{"username": "admin.anda", "name": "Nama Anda", "password": "dua belas huruf", "facility": "rs-anda",
        "roles": ["administrator", "auditor"], "practitioner": "N10000077"}]}""";
  private final TestAccess house = new TestAccess(Map.of(), false);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void anInstallationBeginsWithItsFacilitiesAndTheirAdministrators() {
    house.access.load(Json.read(WORLD));
    var session = house.login("admin.anda", "dua belas huruf");
    assertEquals(200, session.status(), session.text());
    assertEquals("RS Anda", house.access.facilities().byId("rs-anda").orElseThrow().name());
    assertEquals(new Practitioner("N10000077", "Nama Anda"), house.db.read(handle -> house.access.practitioners(handle, List.of(Json.read(session.bytes())
        .at("/staff/id").asLong(0), 7L)).values().iterator().next()));
    assertEquals("Optional[Room[location=a1-b2, name=]] Optional[Room[location=c3, name=Poli Umum]]",
        house.access.facilities().byId("rs-anda").map(one -> one.pharmacy() + " " + one.clinic()).orElseThrow());
    assertEquals(new Facility.Letterhead(Optional.of("https://rs-anda.example"), Optional.empty(), Optional.empty()),
        house.access.facilities().byId("rs-anda").orElseThrow().letterhead());
    assertEquals(Map.of("ANA", new Facility.Room("d4", "Poli Anak"), "INT", new Facility.Room("e5", "")),
        house.access.facilities().byId("rs-anda").orElseThrow().polyclinics());
    house.access.load(Json.read(WORLD.replace("RS Anda", "RS Lain")));
    assertEquals("RS Anda", house.access.facilities().byId("rs-anda").orElseThrow().name(), "what is there stays");
  }

  @Test
  void whatIsWrongStopsTheStartAndNothingIsKept() {
    for (var wrong : new String[][] {{"\"zone\"", "\"zona\"", "zona"}, {"WITA", "CET", "zone"},
        {"\"facility\": \"rs-anda\"", "\"facility\": \"rs-lain\"", "facility"}, {"dua belas huruf", "pendek", "password"},
        {"auditor", "direktur", "role"}, {"N10000077", "N 1", "practitioner"},
        {"a1-b2", "a1 b2", "pharmacy_location"}, {"clinic_location", "pharmacy_name", "clinic_location"},
        {"https://", "www.", "homepage"}, {"\"INT\"", "\"ANA\"", "twice"},
        {"\"e5\"", "\"e 5\"", "polyclinics[1]"}, {"{\"code\": \"INT\", ", "{", "polyclinics[1].code"}}) {
      var failure = assertThrows(StartFailure.class, () -> house.access.load(Json.read(WORLD.replace(wrong[0], wrong[1]))));
      assertTrue(String.valueOf(failure.getMessage()).contains(wrong[2]), failure.getMessage());
      assertTrue(house.access.facilities().all().isEmpty());
    }
  }
}
