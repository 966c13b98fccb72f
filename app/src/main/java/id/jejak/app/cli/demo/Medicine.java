package id.jejak.app.cli.demo;

import static id.jejak.app.cli.demo.Morning.AMLODIPINE;
import static id.jejak.app.cli.demo.Morning.HOSPITAL;
import static id.jejak.app.cli.demo.Morning.PARACETAMOL;
import static id.jejak.app.cli.demo.Morning.PHARMACIES;
import static id.jejak.app.cli.demo.Morning.PHARMACY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** From the doctor's signature to the last tablet. For one thread. */
final class Medicine {
  static final String PATIENT = "P02029542843";
  private static final String MINISTRY = "satusehat";
  /** Requests that fail, more than there will be. */
  private static final int LONG = 1000;
  private static final int TABLETS = 10;
  private static final int CAPSULES = 10;
  /** A box beyond the hospital's four packs. */
  private static final int FIRST_ELSEWHERE = 5;
  private static final Duration MINUTES = Duration.ofMinutes(3);
  private static final Duration REPAIR = Duration.ofMinutes(30);

  private final DemoWire wire;
  private final Telling telling;
  private final Morning morning;
  private JsonNode prescription = MissingNode.getInstance();

  Medicine(DemoWire wire, Telling telling, Morning morning) {
    this.wire = wire;
    this.telling = telling;
    this.morning = morning;
  }

  private String id() {
    return prescription.path("id").asString("");
  }

  private String line(int number) {
    return prescription.path("lines").path(number).asString("");
  }

  private JsonNode lookAt(String id, String token) {
    return wire.get(PHARMACIES + "/prescriptions/" + id, token);
  }

  /** Answers the national number. */
  String prescribed(String visit) {
    telling.step("The doctor prescribes tablets that may be repeated once, and a compound; SATUSEHAT numbers it");
    morning.pass(MINUTES);
    var tablets = Map.of("kfa", "93990013", "name", "Amlodipine 5 mg Tablet (AMDIPRES)", "quantity", TABLETS,
        "unit", "TAB", "signa", "1 dd 1", "repeats", 1);
    var capsules = Map.of("kind", "SD", "name", "Racikan", "quantity", CAPSULES, "unit", "CAP", "form", "BS019",
        "signa", "3 dd 1", "ingredients",
        List.of(Map.of("kfa", "91990001", "name", "Paracetamol", "amount", 250, "unit", "mg")));
    prescription = wire.post(PHARMACIES + "/prescriptions", HOSPITAL, Map.of("patient", PATIENT, "visit", visit,
        "lines", List.of(tablets, capsules)));
    telling.arrived("satusehat", 1);
    morning.pass(Duration.ofMinutes(1));
    telling.arrived("satusehat", 0);
    var nrn = lookAt(id(), HOSPITAL).path("nrn").asString("");
    Telling.expect(!nrn.isEmpty(), "a national number", "none");
    telling.wires();
    telling.say("prescription " + prescription.path("number").asString("")
        + ": 10 tablets of amlodipine, iter 1x; paracetamol 250 mg, capsules no. X; national number " + nrn);
    return nrn;
  }

  void dispensedHere() {
    telling.step("The hospital's pharmacy scans, makes the compound, and gives half of the tablets");
    morning.pass(MINUTES);
    var pack = morning.pack(AMLODIPINE, 1);
    var verified = wire.post(PHARMACIES + "/verify", HOSPITAL, Map.of("barcode", pack, "line", line(0)));
    Telling.expect(verified.path("good").asBoolean(false), "a good pack", verified);
    var compound = wire.post(PHARMACIES + "/compounds", HOSPITAL, Map.of("line", line(1), "made", CAPSULES, "packs",
        List.of(Map.of("barcode", morning.pack(PARACETAMOL, 1))), "accept", morning.accepted()));
    morning.pass(MINUTES);
    var items = List.of(Map.of("line", line(0), "packs", List.of(Map.of("barcode", pack))),
        Map.of("line", line(1), "compound", compound.path("id").asString(""), "quantity", CAPSULES));
    var given = wire.post(PHARMACIES + "/dispenses", HOSPITAL, Map.of("prescription", id(), "items", items, "accept",
        morning.accepted()));
    Telling.expect(given.path("dispenses").size() == 2, "two lines given", given);
    telling.arrived("satusehat", 0);
    telling.wires();
    telling.say("10 of 20 tablets, 10 capsules of compound " + compound.path("id").asString("") + ", Rp"
        + given.path("price").asString("") + "; BPJS has tasks 1 to 7");
  }

  void dispensedElsewhere(String nrn) {
    telling.step("Another pharmacy fetches the prescription by its number");
    var fetched = wire.post(PHARMACIES + "/prescriptions/fetch", PHARMACY, Map.of("nrn", nrn));
    var there = fetched.path("id").asString("");
    var tablets = lookAt(there, PHARMACY).at("/lines/0");
    telling.wires();
    Telling.expect(tablets.path("left_now").asInt(0) == TABLETS, "10 tablets left", tablets);
    telling.say("10 tablets may still be given");

    telling.step("The ministry is down, and the patient gets the rest all the same");
    wire.post("/sandbox/faults", "", Map.of("system", MINISTRY, "kind", "unavailable", "next", LONG));
    wire.post(PHARMACIES + "/dispenses", PHARMACY, Map.of("prescription", there, "accept", morning.accepted(), "items",
        List.of(Map.of("line", fetched.at("/lines/0").asString(""), "packs",
            List.of(Map.of("barcode", morning.pack(AMLODIPINE, FIRST_ELSEWHERE)))))));
    wire.until("an attempt that fails", () -> telling.failed("satusehat"));
    telling.wires();
    Telling.expect(wire.owed("satusehat") == 1, "one delivery owed to SATUSEHAT", wire.owed("satusehat"));
    telling.say("given; 1 delivery is owed to SATUSEHAT, and waits");
  }

  void drained() {
    telling.step("The ministry is back, and the outbox drains");
    wire.delete("/sandbox/faults");
    morning.pass(REPAIR);
    telling.arrived("satusehat", 0);
    telling.wires();
    telling.say("nothing is owed any more");
  }
}
