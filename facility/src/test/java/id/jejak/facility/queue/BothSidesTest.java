package id.jejak.facility.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.Antrean;
import id.jejak.antrean.client.RsSettings;
import id.jejak.antrean.client.uat.Acceptance;
import id.jejak.antrean.client.uat.HospitalCalls;
import id.jejak.antrean.client.uat.Reach;
import id.jejak.antrean.client.uat.Step;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.delivery.Carried;
import id.jejak.delivery.Ledger;
import id.jejak.delivery.Parcel;
import id.jejak.facility.queue.http.RsFaults;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.http.HttpServer;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.observe.RequestIds;
import id.jejak.kernel.observe.Traffic;
import id.jejak.kernel.part.Context;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hospital and BPJS's side together, over a socket: each says what the other understands. */
@SecondLane
class BothSidesTest {
  private static TestQueue hospital;
  private static Antrean bpjs;
  private static HttpServer server;
  private static String url;

  @BeforeAll
  static void start() {
    hospital = new TestQueue();
    var own = hospital.context;
    bpjs = Antrean.start(new Context(own.db(), own.clock(), own.jobs(), Settings.read(Map.of(), Antrean.settings(),
        Map.of()), own.ids(), own.random(), own.mailer(), own.derived().resolve("bpjs"), true));
    bpjs.sandbox().orElseThrow().prepare();
    var mounts = new ArrayList<Mount>(bpjs.mounts());
    mounts.addAll(hospital.queue.mounts());
    mounts.add(new Mount("sandbox", List.of("/sandbox"), bpjs.sandbox().orElseThrow().routes(), new RsFaults()));
    server = HttpServer.start("127.0.0.1", 0, new Router(mounts, new RsFaults(),
        new Traffic(new SimpleMeterRegistry())), new RequestIds(1));
    url = "http://127.0.0.1:" + server.port();
    hospital.queue.reachable(URI.create(url));
    bpjs.reachable(URI.create(url));
  }

  @AfterAll
  static void stop() {
    server.close();
    hospital.close();
  }

  @BeforeEach
  void fresh() {
    hospital.reset();
    bpjs.sandbox().orElseThrow().reset();
  }

  private static Carried carry(Parcel parcel) {
    return hospital.delivery.carriers.getFirst().carry(parcel);
  }

  private static void carryAll() {
    hospital.delivery.posted.forEach(parcel -> assertInstanceOf(Carried.Done.class, carry(parcel), parcel.toString()));
  }

  @Test
  void mobileJknWalksAPatientToCheckInAndBpjsHearsOfIt() {
    try (var wire = new HttpTransport(url, Duration.ofSeconds(30))) {
      var answer = wire.handle(id.jejak.kernel.http.Request.json("POST", "/sandbox/antrean/mobile-jkn",
          "{\"kodedokter\": 12346}"));
      var walk = Json.read(answer.bytes());
      assertTrue(walk.path("done").booleanValue(), answer.text());
      assertEquals("Generate Token,Get Status Antrean,Ambil Antrean,Get Sisa Antrean,Check In",
          String.join(",", walk.path("steps").valueStream().map(step -> step.path("service").asString()).toList()));
      var stranger = Json.read(wire.handle(id.jejak.kernel.http.Request.json("POST", "/sandbox/antrean/mobile-jkn",
          "{\"nomorkartu\": \"0007777777777\", \"nik\": \"3207777777777777\", \"nomorreferensi\": \"N1\"}")).bytes());
      assertTrue(stranger.path("done").booleanValue(), stranger.toString());
      assertEquals(7, stranger.path("steps").size());
    }
    carryAll();
    hospital.delivery.posted.forEach(parcel ->
        assertEquals(Optional.of(Carried.Done.class), hospital.delivery.carriers.getFirst().lookFor(parcel)
            .<Class<?>>map(Carried::getClass)));
  }

  @Test
  void aBookingThatBpjsDoesNotKnowIsToldWithItsFirstTask() {
    var code = hospital.take(1, TestQueue.TODAY).path("response").path("kodebooking").asString();
    hospital.event(code, "check-in");
    hospital.clock.advance(Duration.ofMinutes(2));
    hospital.event(code, "start");
    hospital.clock.advance(Duration.ofMinutes(2));
    hospital.pharmacy(tx -> hospital.queue.prescriptionSigned(tx, code, hospital.clock.instant(), true));
    hospital.rs(RsOperations.TAKE_PHARMACY, Map.of("kodebooking", code));
    var ledger = hospital.delivery.ledgers.getFirst();
    var day = LocalDate.parse(TestQueue.TODAY);
    assertEquals(List.of("3 4 5"), ledger.here(day).stream().map(Ledger.Entry::said).toList());
    assertEquals(Optional.of(List.of()), ledger.there(day), "BPJS knows nothing of it yet");
    carryAll();
    assertEquals(Optional.of(ledger.here(day)), ledger.there(day));
    carryAll();
  }

  @Test
  void aWalkInIsToldAndItsCancellationToo() {
    hospital.know(3);
    hospital.desk("POST", "/walk-ins", Map.of("sub", "ANA", "doctor", 12346, "hours", "08:00-16:00", "record", "T3",
        "reference", "R3"));
    hospital.desk("POST", "/bookings/17032021B001/cancellation", Map.of("reason", "x"));
    assertEquals(2, hospital.delivery.posted.size());
    carryAll();
    carryAll();
  }

  @Test
  void weeksComeFromHfisAsTheDemoWorldHasThem() {
    var before = week();
    var fetched = hospital.queue.fetch(hospital.context).fetch();
    assertEquals(List.of(), fetched.trouble());
    assertEquals(0, fetched.gone());
    assertTrue(fetched.sessions() > 20, fetched.toString());
    assertEquals(before, week());
  }

  private static List<String> week() {
    return hospital.db.read(handle -> handle.createQuery("""
        select sub || ' ' || doctor || ' ' || weekday || ' ' || open || '-' || close || ' ' || letter || ' '
               || quota_jkn
          from queue.practice
         order by sub, doctor, weekday, open
        """).mapTo(String.class).list());
  }

  private static List<Step> accepted(LocalDate day, String sub, int doctor, String hours, Reach reach) {
    try (var wire = new HttpTransport(url, Duration.ofSeconds(30))) {
      var calls = new HospitalCalls(wire, new RsSettings("/rs", Map.of(), TestQueue.USER,
          new Secret(TestQueue.PASSWORD)));
      var steps = new Acceptance(calls, new Acceptance.Ground(sub, doctor, hours, day,
          LocalDate.of(2021, 3, 16), "00012345678", "3212345678987654", "123345", "0001R0040116A000001",
          "0005555555555", "3205555555555555"), reach, _ -> {}).run();
      assertEquals(List.of(), steps.stream().filter(Step::broken).map(step -> step.service() + " "
          + step.scenario() + ": " + step.said().code() + " " + step.said().message()).toList());
      return steps;
    }
  }

  private static List<String> untried(List<Step> steps) {
    return steps.stream().filter(step -> step.result() == Step.Result.NOT_TRIED)
        .map(step -> step.service() + ": " + step.scenario()).toList();
  }

  @Test
  void theAcceptanceTestPassesAgainstOurselves() {
    var steps = accepted(LocalDate.of(2021, 3, 18), "ANA", 12345, "08:00-16:00", Reach.CAREFUL);
    assertTrue(steps.size() > 60, "" + steps.size());
    assertEquals(List.of("Ambil Antrean: poli sedang tutup", "Batal Antrean: pasien sudah dilayani",
        "Check In: berhasil", "Check In: sudah check in", "Ambil Antrean: kuota penuh",
        "Ambil Antrean Farmasi: berhasil"), untried(steps));
    assertTrue(steps.stream().filter(step -> step.result() == Step.Result.NOT_TRIED)
        .noneMatch(step -> step.note().isEmpty()), "a reason for each");
  }

  @Test
  void aSessionIsFilledUpAndAPatientComesWhenThatIsAllowed() {
    var steps = accepted(LocalDate.parse(TestQueue.TODAY), "ANA", 12346, "08:00-16:00",
        new Reach(Optional.of(LocalDate.parse(TestQueue.TODAY)), Optional.empty(), 30));
    assertEquals(List.of("Ambil Antrean: poli sedang tutup", "Batal Antrean: pasien sudah dilayani",
        "Ambil Antrean Farmasi: berhasil"), untried(steps));
    var after = hospital.rs(RsOperations.STATUS, Map.of("kodepoli", "ANA", "kodedokter", 12346, "tanggalperiksa",
        TestQueue.TODAY, "jampraktek", "08:00-16:00"));
    assertEquals(30, after.path("response").path("sisakuotajkn").intValue(), "every place was given back");
  }

  @Test
  void everyDoctorOfBpjssWorldHasASessionHere() {
    var world = Json.read(Json.write((Object) bpjs.sandbox().orElseThrow().world()));
    for (var doctor : world.path("dokter")) {
      boolean here = false;
      for (int i = 0; i < 7; i++) {
        var status = hospital.rs(RsOperations.STATUS, Map.of("kodepoli", doctor.path("kodepoli").asString(),
            "kodedokter", doctor.path("kodedokter").intValue(), "tanggalperiksa", LocalDate.of(2021, 3, 17).plusDays(i)
                .toString(), "jampraktek", doctor.path("jampraktek").asString()));
        here |= TestQueue.said(status).equals("200 Ok");
      }
      // The hours of national holidays are opened on those days only.
      assertTrue(here || doctor.path("jampraktek").asString().equals("09:00-12:00"), doctor.toString());
    }
  }
}
