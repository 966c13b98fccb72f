package id.jejak.app.cli.demo;

import id.jejak.antrean.client.Newcomer;
import id.jejak.antrean.client.RsClient;
import id.jejak.antrean.client.RsSettings;
import id.jejak.antrean.client.Taken;
import id.jejak.antrean.client.Visitor;
import id.jejak.antrean.contract.rs.Ticket;
import id.jejak.kernel.config.Secret;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** A patient's way to the doctor and into the pharmacy's queue. For one thread. */
final class Visit {
  private static final String NIK = "9271061903950011";
  private static final String CARD = "0009271061903";
  private static final String PHONE = "085635228888";
  private static final String SUB = "ANA";
  private static final int DOCTOR = 12346;
  private static final String HOURS = "08:00-16:00";
  private static final Duration MINUTES = Duration.ofMinutes(4);

  private final DemoWire wire;
  private final Telling telling;
  private final Morning morning;
  private final RsClient jkn;
  private boolean newcomer;

  Visit(DemoWire wire, Telling telling, Morning morning) {
    this.wire = wire;
    this.telling = telling;
    this.morning = morning;
    var rs = wire.get("/sandbox/world", "").path("antrean").path("rs");
    jkn = new RsClient(wire.transport(), new RsSettings(rs.path("base").asString("/rs"), Map.of(),
        rs.path("username").asString("mobilejkn"), new Secret(rs.path("password").asString(""))));
  }

  /** Answers the code of the booking. */
  String booked() {
    telling.step("A patient books through Mobile JKN");
    var visitor = new Visitor(CARD, NIK, PHONE, "", SUB, DOCTOR, morning.day(), HOURS, 1, morning.code("JEJAK"));
    var taken = DemoWire.done("taking a number", jkn.take(visitor));
    if (taken instanceof Taken.NewPatient) {
      newcomer = true;
      DemoWire.done("registering", jkn.register(person()));
      taken = DemoWire.done("taking a number", jkn.take(visitor));
    }
    if (!(taken instanceof Taken.Booked(var ticket))) {
      throw new NotDone("the hospital asks to register who is registered");
    }
    toldToBpjs(ticket);
    telling.wires();
    telling.say("number " + ticket.nomorantrean() + " of " + ticket.namadokter() + ", code " + ticket.kodebooking()
        + (newcomer ? ", registered on the way" : "")
        + "; Mobile JKN makes it known to BPJS");
    return ticket.kodebooking();
  }

  /** BPJS knows what is booked in its own application. */
  private void toldToBpjs(Ticket ticket) {
    var body = new LinkedHashMap<String, Object>();
    body.put("kodebooking", ticket.kodebooking());
    body.put("tanggalperiksa", morning.day().toString());
    body.put("nomorkartu", CARD);
    body.put("nik", NIK);
    body.put("nohp", PHONE);
    body.put("kodepoli", SUB);
    body.put("kodedokter", DOCTOR);
    body.put("jampraktek", HOURS);
    body.put("nomorreferensi", morning.code("JEJAK"));
    body.put("pasienbaru", newcomer ? 1 : 0);
    wire.post("/sandbox/antrean/bookings", "", body);
  }

  private static Newcomer person() {
    return new Newcomer(CARD, NIK, "3212345678987654", "YUDI NURWANTO", "L", LocalDate.of(1995, 3, 19), PHONE,
        "Jalan Uji Coba 1", new Newcomer.Place("11", "Jawa Barat", "0120", "Kab. Bandung", "1319", "Soreang", "D2105",
            "Cingcin", "001", "013"));
  }

  void arrived(String code) {
    telling.step("The patient checks in" + (newcomer ? ", and goes through admission" : ""));
    morning.pass(MINUTES);
    DemoWire.done("check-in", jkn.checkIn(code, morning.now()));
    if (newcomer) {
      event(code, "admission-call");
      event(code, "admission-done");
    }
    var left = DemoWire.done("what is left", jkn.remaining(code));
    telling.wires();
    telling.say("waits for the doctor: " + left.sisaantrean() + " to go, himself included");
  }

  void called(String code) {
    telling.step("The patient is called");
    event(code, "call");
    event(code, "start");
    telling.wires();
    telling.say("with the doctor");
  }

  private void event(String code, String event) {
    morning.pass(MINUTES);
    wire.post("/facility/v1/queue/bookings/" + code + "/events", "", Map.of("event", event, "by", "Maya"));
  }

  void queuedAtPharmacy(String code) {
    telling.step("The patient takes a number at the pharmacy");
    var ticket = DemoWire.done("a number at the pharmacy", jkn.takePharmacy(code));
    Telling.expect(ticket.jenisresep().equals("Racikan"), "the queue of compounds", ticket.jenisresep());
    telling.wires();
    telling.say("number " + ticket.nomorantrean() + " of the queue for compounds");
  }
}
