package id.jejak.facility.pharmacy;

import static id.jejak.facility.pharmacy.TestPharmacy.APOTEK;
import static id.jejak.facility.pharmacy.TestPharmacy.HOSPITAL;
import static id.jejak.facility.pharmacy.TestPharmacy.TABLETS;
import static id.jejak.facility.pharmacy.TestPharmacy.pack;
import static id.jejak.facility.pharmacy.TestPharmacy.panadin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.delivery.Carried;
import id.jejak.delivery.Ledger;
import id.jejak.delivery.Remedy;
import id.jejak.delivery.domain.Difference;
import id.jejak.facility.access.Facility;
import id.jejak.facility.access.Practitioner;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A day of the pharmacy with TTAC, KFA and SATUSEHAT beside it, reached by their clients only. */
@SecondLane
class NationalDayTest {
  private static TestPharmacy pharmacy;

  @BeforeAll
  static void open() {
    pharmacy = new TestPharmacy(true);
  }

  @AfterAll
  static void close() {
    pharmacy.close();
  }

  @Test
  void goodsComeInAndTtacKnows() {
    pharmacy.reset();
    assertEquals(0, pharmacy.get(HOSPITAL, "/inbound").path("units").size());
    send("OKTADEV01BAR0000001");
    assertEquals("OKTADEV01BAR0000001", pharmacy.get(HOSPITAL, "/inbound").at("/units/0/barcode").asString());
    pharmacy.post(HOSPITAL, "/receive", "{\"barcodes\": [\"OKTADEV01BAR0000001\"], \"place\": \"GUDANG\", \"nie\":"
        + " \"GKL1222251043A1\", \"batch\": \"PCT2601\", \"expiry\": \"2029-06-30\"}");
    var parcel = pharmacy.parcels().getFirst();
    assertInstanceOf(Carried.Done.class, pharmacy.carry().getFirst());
    assertEquals(0, pharmacy.get(HOSPITAL, "/inbound").path("units").size());
    assertInstanceOf(Carried.Done.class, pharmacy.lookFor(parcel).orElseThrow(), "asked after a lost answer");
    pharmacy.post(HOSPITAL, "/send", "{\"barcodes\": [\"OKTADEV01BAR0000001\"], \"sarana\": 456}");
    assertInstanceOf(Carried.Done.class, pharmacy.carry().getFirst());
    assertEquals("OKTADEV01BAR0000001", pharmacy.get(APOTEK, "/inbound").at("/units/0/barcode").asString());
  }

  private static Ledger ledger(String remote) {
    return pharmacy.ledgers().stream().filter(one -> one.remote().equals(remote)).findFirst().orElseThrow();
  }

  @Test
  void aDayOfGoodsIsReadBackFromTtacPackByPack() {
    pharmacy.reset();
    var ledger = ledger("ttac");
    var day = LocalDate.of(2026, 11, 22);
    send("OKTADEV01BAR0000001"); // what the distributor received was told to nobody here
    pharmacy.post(HOSPITAL, "/receive", "{\"barcodes\": [\"OKTADEV01BAR0000001\"], \"place\": \"GUDANG\", \"nie\":"
        + " \"GKL1222251043A1\", \"batch\": \"PCT2601\", \"expiry\": \"2029-06-30\"}");
    var received = new Ledger.Entry("rs-sarana-a", "OKTADEV01BAR0000001", "receive", "received");
    assertEquals(List.of(new Difference(Difference.What.MISSING_THERE, "pbf-nusantara", "OKTADEV01BAR0000001", "receive",
        "received", ""), new Difference(Difference.What.MISSING_THERE, "rs-sarana-a", "OKTADEV01BAR0000001", "receive",
        "received", "")), Difference.between(ledger.here(day), ledger.there(day).orElseThrow()));
    assertEquals("stock rs-sarana-a", ledger.parcelKey(received));
    assertInstanceOf(Carried.Done.class, pharmacy.carry().getFirst());
    pharmacy.post(HOSPITAL, "/send", "{\"barcodes\": [\"OKTADEV01BAR0000001\"], \"sarana\": 284, \"reason\": \"rusak\"}");
    assertInstanceOf(Carried.Done.class, pharmacy.carry().getFirst());
    assertTrue(ledger.here(day).containsAll(List.of(received, new Ledger.Entry("rs-sarana-a", "OKTADEV01BAR0000001",
        "return", "return to 284"))));
    assertEquals(1, Difference.between(ledger.here(day), ledger.there(day).orElseThrow()).size());
    assertEquals(List.of(), ledger.here(day.minusDays(1)));
  }

  private static void send(String barcode) {
    var sent = pharmacy.part("pharmacy"); // the distributor's own software is this pharmacy's, too
    assertTrue(sent.name().equals("pharmacy"));
    pharmacy.post("demo-pbf-nusantara", "/receive", "{\"barcodes\": [\"" + barcode + "\"], \"place\": \"GUDANG\", \"nie\":"
        + " \"GKL1222251043A1\", \"batch\": \"PCT2601\", \"expiry\": \"2029-06-30\", \"units\": [\"SKD_SGTDEV001\"]}");
    pharmacy.db.transaction(tx -> tx.execute("truncate public.parcel")); // TTAC's demo world has it there already
    pharmacy.post("demo-pbf-nusantara", "/send", "{\"barcodes\": [\"" + barcode + "\"], \"sarana\": 123}");
    assertInstanceOf(Carried.Done.class, pharmacy.carry().getFirst());
  }

  @Test
  void aProductIsMappedByKfa() {
    pharmacy.reset();
    var mapped = pharmacy.post(HOSPITAL, "/products", "{\"nie\": \"DKL2499900210A1\", \"pack_units\": 10, \"price\": 600}");
    assertEquals("93990002 92990001 Tablet [\"91990001\"] 710 true", mapped.path("kfa").asString() + " "
        + mapped.path("template").asString() + " " + mapped.path("unit").asString() + " " + mapped.path("substances") + " "
        + mapped.path("het").asString() + " " + mapped.path("usable").asString());
    assertEquals("404 not-found", pharmacy.refusal(HOSPITAL, "POST", "/products", "{\"nie\": \"DKL0000000000A1\"}"));
  }

  @Test
  void prescribedHereDispensedPartlyAndTheRestElsewhere() {
    pharmacy.reset();
    var ids = pharmacy.prescribe(TABLETS);
    assertInstanceOf(Carried.Done.class, pharmacy.carry().getFirst());
    pharmacy.clock.advance(Duration.ofSeconds(30));
    for (int i = 0; i < 5_000 && !pharmacy.parcels().isEmpty(); i++) { // its job runs on a thread of its own
      pharmacy.carry();
      number();
    }
    var seen = pharmacy.get(HOSPITAL, "/prescriptions/" + ids.getFirst());
    var nrn = seen.path("nrn").asString("");
    assertTrue(nrn.matches("\\d{6}-[0-9A-Z]{7}"), seen.toString());
    pharmacy.post(HOSPITAL, "/dispenses", "{\"prescription\": \"" + ids.getFirst() + "\", \"items\": [{\"line\": \""
        + ids.get(1) + "\", \"packs\": [{\"barcode\": \"" + panadin(1) + "\"}]}]}");
    var parcel = pharmacy.parcels().getFirst();
    var carried = pharmacy.carry().getFirst();
    assertInstanceOf(Carried.Done.class, carried, carried.toString());
    assertInstanceOf(Carried.Done.class, pharmacy.lookFor(parcel).orElseThrow(), "its answer may be lost");
    var fetched = pharmacy.post(APOTEK, "/prescriptions/fetch", "{\"nrn\": \"" + nrn + "\"}");
    var there = pharmacy.get(APOTEK, "/prescriptions/" + fetched.path("id").asString());
    assertEquals("10 10 2", there.at("/lines/0/elsewhere").asString() + " " + there.at("/lines/0/left_now").asString() + " "
        + there.at("/lines/0/supply").asString());
    pharmacy.post(APOTEK, "/dispenses", "{\"prescription\": \"" + fetched.path("id").asString() + "\", \"items\": [{\"line\":"
        + " \"" + fetched.at("/lines/0").asString() + "\", \"packs\": [{\"barcode\": \"" + pack("DKL2499900210A1", "PND2601",
            LocalDate.of(2029, 3, 31), "PNB0001") + "\"}]}]}");
    var ledger = ledger("satusehat");
    var day = LocalDate.of(2026, 11, 22);
    assertEquals(2, ledger.here(day).size());
    assertEquals(ledger.here(day).subList(1, 2), ledger.there(day).orElseThrow(), "the apotek's is not there yet");
    var last = pharmacy.carry().getFirst();
    assertInstanceOf(Carried.Done.class, last, last.toString());
    assertEquals(ledger.here(day), ledger.there(day).orElseThrow());
    assertEquals(0, ledger.here(day.plusDays(1)).size());
    var again = pharmacy.post(HOSPITAL, "/prescriptions/fetch", "{\"nrn\": \"" + nrn + "\"}");
    assertEquals("0", pharmacy.get(HOSPITAL, "/prescriptions/" + again.path("id").asString()).at("/lines/0/left").asString());
  }

  private static List<String> remaining(String request) {
    var read = pharmacy.get(HOSPITAL, "/prescriptions/" + request);
    return List.of(read.at("/lines/0/dispensed").asString(), read.at("/lines/0/elsewhere").asString());
  }

  private static String nrn(List<String> ids) {
    return pharmacy.get(HOSPITAL, "/prescriptions/" + ids.getFirst()).path("nrn").asString();
  }

  private static String status(String kind) {
    return "{\"kind\": \"" + kind + "\", \"reason\": \"uji\"}";
  }

  @Test
  void whatIsTakenBackIsToldBehindTheDispenseAndMayBeGivenAgain() {
    pharmacy.reset();
    var ids = pharmacy.prescribe(TABLETS);
    pharmacy.carry();
    pharmacy.clock.advance(Duration.ofSeconds(30));
    for (int i = 0; i < 5_000 && !pharmacy.parcels().isEmpty(); i++) {
      pharmacy.carry();
      number();
    }
    var ledger = ledger("satusehat");
    var day = LocalDate.of(2026, 11, 22);
    int pack = 1;
    for (var kind : List.of("error", "declined", "returned")) {
      var dispense = pharmacy.post(HOSPITAL, "/dispenses", "{\"prescription\": \"" + ids.getFirst() + "\", \"items\":"
          + " [{\"line\": \"" + ids.get(1) + "\", \"packs\": [{\"barcode\": \"" + panadin(pack++) + "\"}]}]}")
          .at("/dispenses/0/id").asString();
      if (kind.equals("declined")) { // told long before it is taken back; else both wait together
        assertInstanceOf(Carried.Done.class, pharmacy.carry().getFirst());
      }
      pharmacy.post(HOSPITAL, "/dispenses/" + dispense + "/takeback", status(kind));
      var owed = pharmacy.parcels();
      assertEquals("takeback", owed.getLast().kind());
      assertEquals("prescription " + ids.getFirst(), owed.getLast().key());
      if (owed.size() == 2) {
        assertInstanceOf(Carried.Refused.class, pharmacy.carryOne(owed.getLast()), "the dispense has no name yet");
      } else {
        assertTrue(pharmacy.lookFor(owed.getLast()).isEmpty(), "not there, so it may be sent");
        assertEquals(1, Difference.between(ledger.here(day), ledger.there(day).orElseThrow()).size());
        pharmacy.post(HOSPITAL, "/prescriptions/fetch", "{\"nrn\": \"" + nrn(ids) + "\"}");
        assertEquals(List.of("0", "0"), remaining(ids.getFirst()), "what SATUSEHAT was not told yet is nobody else's");
      }
      pharmacy.carry().forEach(one -> assertInstanceOf(Carried.Done.class, one, one.toString()));
      assertInstanceOf(Carried.Done.class, pharmacy.lookFor(owed.getLast()).orElseThrow(), "its answer may be lost");
      assertInstanceOf(Carried.Done.class, pharmacy.carryOne(owed.getLast()), "it is there already");
      assertEquals(List.of(), Difference.between(ledger.here(day), ledger.there(day).orElseThrow()));
      assertEquals(List.of("0", "0"), remaining(ids.getFirst()));
    }
    assertTrue(ledger.here(day).getFirst().said().matches("\\d+: 10 TAB entered-in-error, \\d+: 10 TAB declined,"
        + " \\d+: 10 TAB cancelled"), ledger.here(day).toString());
    var fetched = pharmacy.post(APOTEK, "/prescriptions/fetch", "{\"nrn\": \"" + nrn(ids) + "\"}");
    assertEquals("20", pharmacy.get(APOTEK, "/prescriptions/" + fetched.path("id").asString()).at("/lines/0/left").asString(),
        "all of it may be given again, anywhere");
  }

  /** Refuses the first so many writings of a dispense, as a server does when somebody else was faster. */
  private static UnaryOperator<Handler> changing(int times) {
    var left = new AtomicInteger(times);
    return way -> request -> request.method().equals("PUT") && left.getAndDecrement() > 0
        ? Response.of(412, "application/json", "{\"resourceType\": \"OperationOutcome\"}") : way.handle(request);
  }

  private static UnaryOperator<Handler> losing() {
    return way -> request -> {
      var answer = way.handle(request);
      if (request.method().equals("PUT")) {
        throw new NoAnswer(true, "lost", new IOException("lost"));
      }
      return answer;
    };
  }

  /** A dispense that SATUSEHAT knows, and that was taken back here since. */
  private static void takenBackOnceTold(String kind) {
    pharmacy.reset();
    var ids = pharmacy.prescribe(TABLETS);
    pharmacy.carry();
    var dispense = pharmacy.post(HOSPITAL, "/dispenses", "{\"prescription\": \"" + ids.getFirst() + "\", \"items\":"
        + " [{\"line\": \"" + ids.get(1) + "\", \"packs\": [{\"barcode\": \"" + panadin(1) + "\"}]}]}")
        .at("/dispenses/0/id").asString();
    pharmacy.carry();
    pharmacy.post(HOSPITAL, "/dispenses/" + dispense + "/takeback", status(kind));
  }

  @Test
  void whatIsTakenBackIsReadAgainWhenSomebodyWasFasterAndLookedForWhenAnAnswerIsLost() {
    takenBackOnceTold("error");
    var owed = pharmacy.parcels().getLast();
    try {
      pharmacy.line = changing(100);
      assertInstanceOf(Carried.NotYet.class, pharmacy.carryOne(owed), "somebody else is at it; that says nothing against SATUSEHAT");
      pharmacy.line = losing();
      assertInstanceOf(Carried.Unknown.class, pharmacy.carryOne(owed));
      pharmacy.line = way -> request -> {
        throw new NoAnswer(false, "away", new IOException("away"));
      };
      assertInstanceOf(Carried.Later.class, pharmacy.lookFor(owed).orElseThrow());
      pharmacy.line = UnaryOperator.identity();
      assertInstanceOf(Carried.Done.class, pharmacy.lookFor(owed).orElseThrow());
      assertEquals("1", pharmacy.db.read(h -> h.createQuery("""
          select count(told_at) from facility.takeback
          """).mapTo(String.class).one()));
    } finally {
      pharmacy.line = UnaryOperator.identity();
    }
  }

  @Test
  void aDispenseThatWasChangedOnceMeanwhileIsTakenBackAtOnce() {
    takenBackOnceTold("declined");
    try {
      pharmacy.line = changing(1);
      assertInstanceOf(Carried.Done.class, pharmacy.carryOne(pharmacy.parcels().getLast()));
    } finally {
      pharmacy.line = UnaryOperator.identity();
    }
  }

  @Test
  void whatSatusehatNeverHeardOfIsParkedUntilItDoes() {
    pharmacy.reset();
    var ids = pharmacy.prescribe(TABLETS);
    pharmacy.carry();
    var dispense = pharmacy.post(HOSPITAL, "/dispenses", "{\"prescription\": \"" + ids.getFirst() + "\", \"items\":"
        + " [{\"line\": \"" + ids.get(1) + "\", \"packs\": [{\"barcode\": \"" + panadin(1) + "\"}]}]}")
        .at("/dispenses/0/id").asString();
    var own = pharmacy.parcels().getLast();
    assertEquals("dispenses", own.kind());
    pharmacy.giveUp("dispenses");
    pharmacy.again.clear();
    pharmacy.post(HOSPITAL, "/dispenses/" + dispense + "/takeback", status("error"));
    var owed = pharmacy.parcels().getLast();
    var parked = assertInstanceOf(Carried.Refused.class, pharmacy.carryOne(owed));
    assertEquals("HUMAN UNTOLD", parked.remedy() + " " + parked.code());
    assertTrue(parked.reason().contains("dispense " + dispense) && parked.reason().contains("give this one up"), parked.reason());
    assertTrue(pharmacy.lookFor(owed).isEmpty(), "it cannot be there");
    assertInstanceOf(Carried.Done.class, pharmacy.carryOne(own), "somebody drove the dispense after all");
    assertEquals(List.of("prescription " + ids.getFirst() + " UNTOLD"), pharmacy.again, "and what waited for it goes on");
    assertInstanceOf(Carried.Done.class, pharmacy.carryOne(owed));
    pharmacy.again.clear();
    assertInstanceOf(Carried.Done.class, pharmacy.carryOne(own), "it is there already");
    assertEquals(List.of(), pharmacy.again, "nothing waits any more");
  }

  @Test
  void dispensesOfAPrescriptionThatWasNeverToldAreParkedToo() {
    pharmacy.reset();
    var ids = pharmacy.prescribe(TABLETS);
    var parcels = pharmacy.parcels();
    pharmacy.giveUp("prescription");
    pharmacy.post(HOSPITAL, "/dispenses", "{\"prescription\": \"" + ids.getFirst() + "\", \"items\": [{\"line\": \"" + ids.get(1)
        + "\", \"packs\": [{\"barcode\": \"" + panadin(1) + "\"}]}]}");
    for (var one : pharmacy.carry()) {
      assertEquals("UNTOLD", assertInstanceOf(Carried.Refused.class, one, one.toString()).code());
    }
    pharmacy.again.clear();
    assertInstanceOf(Carried.Done.class, pharmacy.carryOne(parcels.getFirst()));
    assertEquals(List.of("prescription " + ids.getFirst() + " UNTOLD"), pharmacy.again);
    assertInstanceOf(Carried.Done.class, pharmacy.carry().getLast(), "the dispense");
  }

  @Test
  void whoSignedIsToldByTheNumberThatSatusehatKnows() {
    var sent = new StringBuffer();
    try {
      pharmacy.practitioners.put("10001915884", new Practitioner("N10000001", "dr. Bronsig"));
      pharmacy.line = way -> request -> {
        var body = new String(request.body().bytes(1 << 20), StandardCharsets.UTF_8);
        sent.append(request.method().equals("POST") ? body : "");
        return way.handle(new Request(request.method(), request.path(), request.query(), request.headers(), Body.of(body),
            request.peer(), request.id(), request.vars()));
      };
      takenBackOnceTold("error");
    } finally {
      pharmacy.line = UnaryOperator.identity();
      pharmacy.practitioners.clear();
    }
    for (var part : List.of("requester", "author", "actor")) {
      assertTrue(sent.toString().replaceAll("[\\s\\[{]", "").contains("\"" + part + "\":\"reference\":\"Practitioner/N10000001\""),
          part + " in " + sent);
    }
    assertFalse(sent.toString().contains("Practitioner/10001915884"), sent::toString);
  }

  /** Visits as they were sent, and what was answered of each. */
  private record Visits(List<JsonNode> sent, List<String> told) {}

  /** A day on which SATUSEHAT is asked to explain, or to refuse, what breaks a rule that is looked at. */
  private static Visits preferring(String how, Consumer<TestPharmacy> day) {
    pharmacy.reset();
    var visits = new Visits(Collections.synchronizedList(new ArrayList<>()), Collections.synchronizedList(new ArrayList<>()));
    try {
      pharmacy.line = way -> request -> {
        var body = request.body().bytes(1 << 20);
        boolean tells = request.method().equals("POST") && request.path().endsWith("/fhir-r4/v1");
        var answer = way.handle(new Request(request.method(), request.path(), request.query(), tells
            ? request.headers().plus("Prefer", how) : request.headers(), Body.of(body), request.peer(), request.id(),
            request.vars()));
        if (tells) {
          visits.sent.add(Json.read(body).at("/entry/0/resource"));
          visits.told.add(Json.read(answer.bytes()).at("/entry/0/response/outcome").toString());
        }
        return answer;
      };
      day.accept(pharmacy);
      return visits;
    } finally {
      pharmacy.line = UnaryOperator.identity();
      pharmacy.facilities = List.of();
    }
  }

  private static final Facility WITH_ROOMS = new Facility("rs-sarana-a", "Rumah Sakit Sarana A", Facility.Kind.HOSPITAL,
      Optional.empty(), Optional.empty(), Optional.empty(), Facility.Zone.WIB,
      Optional.of(new Facility.Room("c0400df9-3209-4f9c-bd1a-f0aa9bcd5dee", "Ruang 1A")),
      Optional.of(new Facility.Room("5b2a8c34-71de-4f0a-9c6e-2f3d84a7b015", "Instalasi Farmasi")));

  @Test
  void whatIsToldOfAVisitSaysWhoWasThereAndWhere() {
    var visits = preferring("explain", house -> {
      house.facilities = List.of(WITH_ROOMS);
      var ids = house.prescribe(TABLETS);
      assertInstanceOf(Carried.Done.class, house.carry().getFirst());
      house.post(HOSPITAL, "/dispenses", "{\"prescription\": \"" + ids.getFirst() + "\", \"items\":"
          + " [{\"line\": \"" + ids.get(1) + "\", \"packs\": [{\"barcode\": \"" + panadin(1) + "\"}]}]}");
      assertInstanceOf(Carried.Done.class, house.carry().getLast());
    });
    assertEquals(List.of("ATND attender Practitioner/10001915884 apt. Aditya Pradhana, S.Farm."
            + " Location/c0400df9-3209-4f9c-bd1a-f0aa9bcd5dee Ruang 1A ",
        "PPRF Primary Performer Practitioner/10001915884 apt. Aditya Pradhana, S.Farm."
            + " Location/5b2a8c34-71de-4f0a-9c6e-2f3d84a7b015 Instalasi Farmasi 64"), visits.sent.stream().map(NationalDayTest::shape).toList());
    assertFalse(visits.told.toString().matches("(?s).*RuleNumber: (10120|10336).*"), visits.told::toString);
  }

  @Test
  void aVisitIsToldToBeInTheRoomOfItsPolyclinicOnceThatIsKnown() {
    var own = new Facility(WITH_ROOMS.id(), WITH_ROOMS.name(), WITH_ROOMS.kind(), Optional.empty(), Optional.empty(),
        Optional.empty(), Facility.Zone.WIB, WITH_ROOMS.clinic(), Map.of("ANA", new Facility.Room(
            "5b2a8c34-71de-4f0a-9c6e-2f3d84a7b015", "Poli Anak")), WITH_ROOMS.pharmacy(), Facility.Letterhead.NONE);
    try {
      var visits = preferring("explain", house -> {
        house.facilities = List.of(own);
        for (var polyclinic : List.of(List.of("027", "ANA"), List.of("INT", "INT"), List.<String>of())) {
          house.desk.polyclinics = polyclinic;
          house.prescribe(TABLETS);
          assertInstanceOf(Carried.Done.class, house.carry().getFirst());
          house.giveUp("number");
        }
      });
      assertEquals(List.of("Poli Anak", "Ruang 1A", "Ruang 1A"), visits.sent.stream().map(one ->
          one.at("/location/0/location/display").asString()).toList());
    } finally {
      pharmacy.desk.polyclinics = List.of();
    }
  }

  @Test
  void whoWasToldOfIsInTheAuditOnceForEachDeliveryThatArrived() {
    pharmacy.reset();
    pharmacy.audit.told.clear();
    takenBackOnceTold("error");
    var owed = pharmacy.parcels().getLast();
    assertInstanceOf(Carried.Done.class, pharmacy.carryOne(owed));
    assertInstanceOf(Carried.Done.class, pharmacy.carryOne(owed), "told already");
    assertEquals(Collections.nCopies(3, "pharmacy.satusehat.report READ reporting [P02029542843]"),
        pharmacy.audit.told.stream().filter(one -> one.startsWith("pharmacy.satusehat")).toList(),
        "the prescription, the dispense, the taking back");
  }

  private static String shape(JsonNode visit) {
    return String.join(" ", List.of("/participant/0/type/0/coding/0/code", "/participant/0/type/0/coding/0/display",
        "/participant/0/individual/reference", "/participant/0/individual/display", "/location/0/location/reference",
        "/location/0/location/display", "/serviceType/coding/0/code").stream().map(path -> visit.at(path).asString("")).toList());
  }

  @Test
  void aVisitWithoutARoomThatIsRefusedSaysWhoCanMendIt() {
    preferring("strict", house -> {
      house.prescribe(TABLETS);
      var refused = assertInstanceOf(Carried.Refused.class, house.carry().getFirst());
      assertEquals(Remedy.FIX_DATA, refused.remedy());
      assertTrue(refused.reason().contains("PUT /facility/v1/facility"), refused::reason);
      house.facilities = List.of(WITH_ROOMS);
      assertFalse(house.carry().getFirst().toString().contains("10120"), "worded anew with the room");
    });
  }

  /** National numbers come by a job of SATUSEHAT's, which runs when the clock moves. */
  private static void number() {
    pharmacy.hurry();
  }

  @Test
  void theDemoPrescriptionIsFetched() {
    pharmacy.reset();
    var fetched = pharmacy.post(APOTEK, "/prescriptions/fetch", "{\"nrn\": \"240925-7KAJ2MR\"}");
    assertEquals(3, fetched.path("lines").size());
    var seen = pharmacy.get(APOTEK, "/prescriptions/" + fetched.path("id").asString());
    assertEquals("EP SD NC", seen.at("/lines/0/kind").asString() + " " + seen.at("/lines/1/kind").asString() + " "
        + seen.at("/lines/2/kind").asString());
    assertEquals("20", seen.at("/lines/0/left").asString());
    assertEquals("VALIDITY", seen.at("/findings/0/kind").asString());
    assertEquals("404 not-found", pharmacy.refusal(APOTEK, "POST", "/prescriptions/fetch", "{\"nrn\": \"240925-XXXXXXX\"}"));
  }
}
