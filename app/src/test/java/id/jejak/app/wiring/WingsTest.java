package id.jejak.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.web.OwnFaults;
import id.jejak.delivery.Delivery;
import id.jejak.delivery.Parcel;
import id.jejak.facility.access.Access;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Role;
import id.jejak.facility.pharmacy.http.Patients;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.observe.Traffic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The facility's side as it runs outside the demo world: what is served is reached by who may, and by nobody else. */
class WingsTest {
  private static final String WORLD = """
      {"facility": {"facilities": [
         {"id": "rs-anda", "name": "RS Anda", "kind": "hospital", "ppk": "1311R002", "zone": "WIB"},
         {"id": "apotek-anda", "name": "Apotek Anda", "kind": "pharmacy", "zone": "WIB"}],
       "staff": [
         {"username": "loket", "name": "Maya", "password": "dua belas huruf", "facility": "rs-anda",
          "roles": ["front_desk"]},
         {"username": "gudang", "name": "Joko", "password": "dua belas huruf", "facility": "rs-anda",
          "roles": ["warehouse"]},
         {"username": "apoteker", "name": "apt. Budi", "password": "dua belas huruf", "facility": "rs-anda",
          "roles": ["pharmacist"]},
         {"username": "auditor", "name": "Lestari", "password": "dua belas huruf", "facility": "rs-anda",
          "roles": ["auditor"]},
         {"username": "seberang", "name": "apt. Siti", "password": "dua belas huruf", "facility": "apotek-anda",
          "roles": ["pharmacist", "front_desk"]}]}}""";
  @TempDir
  private static Path folder;
  private static Installation installation;
  private static Router router;

  @BeforeAll
  static void start() throws IOException {
    var at = TestPostgres.freshDatabase();
    var plan = new Plan(folder, Optional.of(new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal()))),
        Optional.of(Wiring.Side.FACILITY), false,
        Optional.of(Files.writeString(folder.resolve("world.json"), WORLD)), true, Map.of());
    try (var steps = new Steps(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false, 9)) {
      installation = Installation.open(Wiring.house(), plan, () -> Instant.parse("2026-11-23T01:00:00Z"), steps);
    }
    router = new Router(installation.parts().stream().flatMap(part -> part.mounts().stream()).toList(), OwnFaults.FAULTS,
        new Traffic(new SimpleMeterRegistry()));
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  private static String token(String username) {
    var answer = router.handle(Request.json("POST", "/facility/v1/login",
        "{\"username\": \"" + username + "\", \"password\": \"dua belas huruf\"}"));
    return Json.read(answer.bytes()).path("token").asString();
  }

  private static Response ask(String username, String method, String path, String body) {
    return router.handle(Request.of(method, "/facility/v1" + path, username.isEmpty() ? Headers.of()
        : Headers.of("Authorization", "Bearer " + token(username)), Body.of(body)));
  }

  private static int status(String username, String method, String path, String body) {
    return ask(username, method, path, body).status();
  }

  @Test
  void theDeskIsReachedByThoseWhoWorkAtIt() {
    assertEquals(401, status("", "GET", "/queue/sessions", ""));
    assertEquals(200, status("loket", "GET", "/queue/sessions", ""));
    assertEquals(403, status("gudang", "GET", "/queue/sessions", ""));
    assertEquals(404, status("loket", "POST", "/queue/bookings/X/events", "{\"event\": \"check-in\"}"));
    assertEquals(404, status("apoteker", "POST", "/queue/bookings/X/events", "{\"event\": \"check-in\"}"));
    assertEquals(404, status("loket", "PUT", "/queue/sessions/1", "{\"closed\": true}"));
    assertEquals(403, status("apoteker", "PUT", "/queue/sessions/1", "{\"closed\": true}"), "hours are not a pharmacist's");
  }

  /** Posts what a facility owes to a remote that nobody carries to, and answers the parcel's number. */
  private static long owed(String facility) {
    var delivery = Delivery.among(installation.parts());
    return installation.db().transaction(tx -> delivery.outbox().post(tx,
        new Parcel("nowhere", facility, "A-" + facility, "task", Json.read("{}"))));
  }

  @Test
  void staffSeeAndMendWhatTheirOwnFacilityOwesUnderEachOfItsNames() {
    long hospital = owed("rs-anda");
    long byCode = owed("1311R002");
    long pharmacy = owed("apotek-anda");
    assertEquals(401, status("", "GET", "/delivery/parcels", ""));
    assertEquals(403, status("loket", "GET", "/delivery/parcels", ""));
    assertEquals(List.of(hospital, byCode), numbers(ask("apoteker", "GET", "/delivery/parcels?stage=ALL", "")));
    assertEquals(List.of(byCode), numbers(ask("apoteker", "GET", "/delivery/parcels?stage=ALL&facility=1311R002", "")));
    assertEquals(400, status("apoteker", "GET", "/delivery/parcels?stage=ALL&facility=apotek-anda", ""));
    assertEquals(List.of(pharmacy), numbers(ask("seberang", "GET", "/delivery/parcels?stage=ALL", "")));
    assertEquals(404, status("seberang", "GET", "/delivery/parcels/" + hospital, ""));
    assertEquals(404, status("seberang", "POST", "/delivery/parcels/" + hospital + "/giveup", "{\"reason\": \"x\"}"));
    assertEquals(200, status("apoteker", "POST", "/delivery/parcels/" + hospital + "/giveup",
        "{\"by\": \"Orang Lain\", \"reason\": \"kunjungan batal\"}"));
    var history = Json.read(ask("apoteker", "GET", "/delivery/parcels/" + hospital, "").bytes());
    assertTrue(history.path("by").asString("").startsWith("apt. Budi ("), history::toString);
    var open = Json.read(ask("seberang", "GET", "/delivery/remotes", "").bytes()).path("remotes").valueStream()
        .filter(one -> one.path("remote").asString("").equals("nowhere")).findFirst().orElseThrow();
    assertEquals(1, open.path("open").path("OWED").asInt(0), open::toString);
  }

  @Test
  void theAuditSaysThatNamesWereReadForARecall() {
    var added = Json.read(ask("apoteker", "POST", "/patients", "{\"name\": \"Sari\", \"ihs\": \"P01234567890\", "
        + "\"purpose\": \"registration\"}").bytes());
    var names = Wings.patients(Access.among(installation.parts()));
    var actor = new Actor("7", "apt. Budi", Set.of(Role.PHARMACIST), "rs-anda", false);
    var look = new Patients.Look(actor, "pharmacy.recall.contacts", Purpose.RECALL);
    assertEquals(Map.of("P01234567890", "Sari"), installation.db().transaction(tx ->
        names.names(tx, look, List.of("P01234567890", "P09999999999", "no number at all"))));
    var looks = Json.read(ask("auditor", "GET", "/audit/patients/" + added.path("id").asString(""), "").bytes());
    assertTrue(looks.path("entries").valueStream().anyMatch(one -> one.path("purpose").asString("").equals("recall")
        && one.path("operation").asString("").equals("pharmacy.recall.contacts")), looks::toString);
  }

  private static List<Long> numbers(Response answer) {
    return Json.read(answer.bytes()).path("parcels").valueStream().map(one -> one.path("id").asLong(0)).toList();
  }

  @Test
  void theDeskOfAHospitalIsNotAnotherFacilitys() {
    var answer = ask("seberang", "GET", "/queue/sessions", "");
    assertEquals(403, answer.status());
    assertTrue(answer.text().contains("queue.facility"), answer.text());
  }
}
