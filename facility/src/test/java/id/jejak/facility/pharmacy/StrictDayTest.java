package id.jejak.facility.pharmacy;

import static id.jejak.facility.pharmacy.TestPharmacy.APOTEK;
import static id.jejak.facility.pharmacy.TestPharmacy.HOSPITAL;
import static id.jejak.facility.pharmacy.TestPharmacy.PATIENT;
import static id.jejak.facility.pharmacy.TestPharmacy.TABLETS;
import static id.jejak.facility.pharmacy.TestPharmacy.pack;
import static id.jejak.facility.pharmacy.TestPharmacy.panadin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.delivery.Carried;
import id.jejak.facility.access.Facility;
import id.jejak.facility.access.Practitioner;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everything that the pharmacy tells SATUSEHAT of goes through in strict mode, and {@code $validate} finds nothing in it. */
@SecondLane
class StrictDayTest {
  /** What was sent, with the words of whoever sent it. */
  private record Sent(String token, JsonNode resource) {}

  private static TestPharmacy pharmacy;
  private String prefer = "strict";
  private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void open() {
    pharmacy = new TestPharmacy(true);
  }

  @AfterAll
  static void close() {
    pharmacy.close();
  }

  @BeforeEach
  void strictly() {
    pharmacy.reset();
    pharmacy.clock.set(TestPharmacy.NOW);
    pharmacy.facilities = List.of(facility("rs-sarana-a"), facility("apotek-sarana-b"));
    pharmacy.line = this::strict;
  }

  @AfterEach
  void usually() {
    pharmacy.line = UnaryOperator.identity();
    pharmacy.facilities = List.of();
    pharmacy.practitioners.clear();
  }

  private static Facility facility(String id) {
    return new Facility(id, id, Facility.Kind.HOSPITAL, Optional.empty(), Optional.empty(), Optional.empty(),
        Facility.Zone.WIB, Optional.of(new Facility.Room("c0400df9-3209-4f9c-bd1a-f0aa9bcd5dee", "Ruang 1A")),
        Map.of(), Optional.of(new Facility.Room("5b2a8c34-71de-4f0a-9c6e-2f3d84a7b015", "Instalasi Farmasi")), new Facility.Letterhead(
            Optional.of("https://rs.example"), Optional.of("https://wa.me/6281200000001"), Optional.of("tel:+62215550123")));
  }

  private Handler strict(Handler way) {
    return request -> {
      if (!request.path().startsWith("/fhir-r4/v1") || !request.method().matches("POST|PUT")) {
        return way.handle(request);
      }
      var body = request.body().bytes(1 << 20);
      var json = Json.read(body);
      var token = request.header("Authorization").orElseThrow();
      if (json.path("resourceType").asString().equals("Bundle")) {
        json.path("entry").forEach(entry -> sent.add(new Sent(token, entry.path("resource"))));
      } else {
        sent.add(new Sent(token, json));
      }
      return way.handle(new Request(request.method(), request.path(), request.query(), request.headers().plus("Prefer", prefer),
          Body.of(body), request.peer(), request.id(), request.vars()));
    };
  }

  /** Carries all that is owed, the national number too. */
  private void carried() {
    for (int i = 0; i < 5_000 && !pharmacy.parcels().isEmpty(); i++) { // SATUSEHAT's job runs on a thread of its own
      pharmacy.carry().forEach(one -> assertTrue(one instanceof Carried.Done || one instanceof Carried.NotYet, one::toString));
      pharmacy.clock.advance(Duration.ofSeconds(1));
      pharmacy.hurry();
    }
    assertEquals(List.of(), pharmacy.parcels());
  }

  /** What {@code $validate} finds in everything that was sent, by type of resource. */
  private List<String> findings() {
    var found = new ArrayList<String>();
    for (var one : sent) {
      var type = one.resource.path("resourceType").asString();
      Response answer = pharmacy.handler.handle(Request.of("POST", "/fhir-r4/v1/" + type + "/$validate",
          Headers.of("Authorization", one.token, "Content-Type", "application/json"), Body.of(Json.write(one.resource))));
      Json.read(answer.bytes()).path("issue").forEach(issue -> {
        if (!issue.path("severity").asString().equals("information")) {
          found.add(type + ": " + issue.path("severity").asString() + " " + issue.at("/expression/0").asString("") + " "
              + issue.at("/details/text").asString(""));
        }
      });
    }
    return found.stream().distinct().toList();
  }

  private List<String> types() {
    return sent.stream().map(one -> one.resource.path("resourceType").asString()).toList();
  }

  private List<JsonNode> all(String type) {
    return sent.stream().map(Sent::resource).filter(one -> one.path("resourceType").asString().equals(type)).toList();
  }

  private static String paying(JsonNode resource) {
    return String.join(" ", resource.path("identifier").valueStream().filter(one -> one.path("system").asString()
        .matches(".*(coverage-type|claim-number/.*)")).map(one -> one.path("value").asString()).toList());
  }

  private static String nrn(List<String> ids) {
    return pharmacy.get(HOSPITAL, "/prescriptions/" + ids.getFirst()).path("nrn").asString();
  }

  private static JsonNode give(String who, String prescription, String line, String what) {
    return pharmacy.post(who, "/dispenses", "{\"prescription\": \"" + prescription + "\", \"items\": [{\"line\": \"" + line + "\", "
        + what + "}], \"accept\": [\"DUPLICATE\", \"PRICE\"]}");
  }

  private static String packs(String barcode, String more) {
    return "\"packs\": [{\"barcode\": \"" + barcode + "\"" + more + "}]";
  }

  private static List<String> prescribe(String more, String lines) {
    var answer = pharmacy.post(HOSPITAL, "/prescriptions", "{\"patient\": \"" + PATIENT + "\", \"visit\": \"V1\"" + more
        + ", \"lines\": [" + lines + "]}");
    var ids = new ArrayList<>(List.of(answer.path("id").asString()));
    answer.path("lines").forEach(one -> ids.add(one.asString()));
    return ids;
  }

  @Test
  void anInsuredPatientGetsAPartTheRestTheIterationElsewhereAndOneIsTakenBack() {
    var ids = prescribe(", \"coverage\": \"BPJS-K\", \"claim\": \"0301R0011117V000009\"", TABLETS);
    carried();
    give(HOSPITAL, ids.getFirst(), ids.get(1), packs(panadin(1), ", \"units\": 4"));
    var rest = give(HOSPITAL, ids.getFirst(), ids.get(1), packs(panadin(1), ", \"units\": 6")).at("/dispenses/0/id").asString();
    carried();
    var fetched = pharmacy.post(APOTEK, "/prescriptions/fetch", "{\"nrn\": \"" + nrn(ids) + "\"}");
    give(APOTEK, fetched.path("id").asString(), fetched.at("/lines/0").asString(), packs(pack("DKL2499900210A1", "PND2601",
        LocalDate.of(2029, 3, 31), "PNB0001"), ""));
    carried();
    pharmacy.post(HOSPITAL, "/dispenses/" + rest + "/takeback", "{\"kind\": \"error\", \"reason\": \"uji\"}");
    carried();
    assertEquals(List.of("BPJS-K 0301R0011117V000009", "BPJS-K 0301R0011117V000009", "BPJS-K 0301R0011117V000009",
        "BPJS-K 0301R0011117V000009"), Stream.concat(all("DocumentReference").stream(), all("MedicationDispense").stream()
            .limit(3)).map(StrictDayTest::paying).toList());
    assertEquals(List.of("Encounter", "MedicationRequest", "DocumentReference", "Encounter", "MedicationDispense", "Encounter",
        "MedicationDispense", "Encounter", "MedicationDispense", "MedicationDispense"), types());
    assertEquals(List.of(), findings());
  }

  @Test
  void compoundsOfEitherKind() {
    var ids = prescribe(", \"coverage\": \"Asuransi-Swasta\"", "{\"kind\": \"SD\", \"quantity\": 20, \"unit\": \"CAP\", \"signa\":"
        + " \"3 dd 1 p.c.\", \"form\": \"BS019\", \"ingredients\": [{\"kfa\": \"91990001\", \"name\": \"Paracetamol\", \"amount\":"
        + " 125, \"unit\": \"mg\"}, {\"kfa\": \"91990006\", \"name\": \"Amlodipine\", \"amount\": 2.5, \"unit\": \"mg\"}]},"
        + " {\"kind\": \"EP\", \"quantity\": 12, \"unit\": \"CAP\", \"signa\": \"2 dd 1\", \"form\": \"BS019\", \"ingredients\":"
        + " [{\"kfa\": \"92990001\", \"name\": \"Paracetamol 500 mg Tablet\", \"amount\": 4, \"unit\": \"TAB\", \"per\": 12},"
        + " {\"kfa\": \"93990013\", \"name\": \"Amlodipine 5 mg Tablet (AMDIPRES)\", \"amount\": 3, \"unit\": \"TAB\", \"per\":"
        + " 12}]}");
    carried();
    for (int line : List.of(1, 2)) {
      var made = pharmacy.post(HOSPITAL, "/compounds", "{\"line\": \"" + ids.get(line) + "\", \"made\": " + (line == 1 ? 20 : 12)
          + ", \"packs\": [{\"barcode\": \"" + panadin(line) + "\", \"units\": " + (line == 1 ? 5 : 4) + "}, {\"barcode\": \""
          + pack("DKL2499901310A1", "AMD2601", LocalDate.of(2029, 1, 31), "AMD000" + line) + "\", \"units\": "
          + (line == 1 ? 10 : 3) + "}]}").path("id").asString();
      give(HOSPITAL, ids.getFirst(), ids.get(line), "\"compound\": \"" + made + "\", \"quantity\": 7");
    }
    carried();
    assertEquals(List.of(), findings());
  }

  @Test
  void whatNobodyToldIsNotMadeUpAndBreaksNothingButWhatItIsAbout() {
    pharmacy.facilities = List.of();
    prefer = "explain"; // strict mode refuses a visit without a room
    prescribe(", \"coverage\": \"Biaya-Perusahaan\", \"claim\": \"77\"", TABLETS);
    carried();
    assertEquals("Biaya-Perusahaan", paying(all("DocumentReference").getFirst()), "a SEP belongs to BPJS-K");
    assertEquals(4, findings().size(), findings()::toString);
    assertEquals(3, findings().stream().filter(one -> one.contains("PK-18") && one.contains("warning")).count(), "links");
    assertEquals(1, findings().stream().filter(one -> one.contains("10120")).count(), "rooms");
    assertEquals("400 malformed", pharmacy.refusal(HOSPITAL, "POST", "/prescriptions", "{\"patient\": \"" + PATIENT
        + "\", \"coverage\": \"BPJS-K\", \"lines\": [" + TABLETS + "]}"), "BPJS-K comes with a SEP");
  }

  @Test
  void everyWayOfTakingThatIsUnderstood() {
    var signas = List.of("3 dd 1 tab p.c.", "2 dd cth 1", "1x / 8 jam 2", "1 dd 1 noct. p.r.n.", "2x / 1 minggu 1 selama 14 hari",
        "3 dd 1/2", "bila demam");
    prescribe("", String.join(", ", signas.stream().map(one -> TABLETS.replace("3 dd 1", one)).toList()));
    carried();
    assertEquals(signas.size(), all("MedicationRequest").size());
    assertEquals(List.of(), findings());
  }

  @Test
  void aSubstitution() {
    pharmacy.practitioners.put("12", new Practitioner("N10000001", "dr. Bronsig"));
    var ids = prescribe("", "{\"kfa\": \"92990001\", \"name\": \"Paracetamol 500 mg Tablet\", \"quantity\": 10, \"unit\": \"TAB\","
        + " \"signa\": \"3 dd 1\"}, " + TABLETS);
    carried();
    give(HOSPITAL, ids.getFirst(), ids.get(1), packs(panadin(1), ""));
    give(HOSPITAL, ids.getFirst(), ids.get(2), packs(pack("DKL2499900310A1", "SMT2601", LocalDate.of(2029, 6, 30), "SMT0001"), "")
        + ", \"substitution\": {\"type\": \"G\", \"reason\": \"OS\", \"doctor\": \"12\", \"pharmacist\": \"10001915884\"}");
    carried();
    assertEquals(List.of(), findings());
    var told = all("MedicationDispense").stream().map(one -> one.path("substitution")).toList();
    assertEquals("false", told.getFirst().path("wasSubstituted").toString());
    assertEquals("G OS Tidak ada stok Practitioner/N10000001 Practitioner/10001915884", String.join(" ",
        List.of("/type/coding/0/code", "/reason/0/coding/0/code", "/reason/0/text", "/responsibleParty/0/reference",
            "/responsibleParty/1/reference").stream().map(path -> told.getLast().at(path).asString()).toList()));
  }
}
