package id.jejak.app.cli.demo;

import static id.jejak.app.cli.demo.Morning.HOSPITAL;
import static id.jejak.app.cli.demo.Morning.PARACETAMOL;
import static id.jejak.app.cli.demo.Morning.PHARMACIES;

import java.util.List;
import java.util.Map;

/** What comes after: a recall that finds the patient, and both sides of every delivery compared. For one thread. */
final class Aftermath {
  private final DemoWire wire;
  private final Telling telling;
  private final Morning morning;

  Aftermath(DemoWire wire, Telling telling, Morning morning) {
    this.wire = wire;
    this.telling = telling;
    this.morning = morning;
  }

  void recalled() {
    telling.step("The paracetamol's lot is recalled");
    var batch = morning.batch(PARACETAMOL);
    var id = wire.post(PHARMACIES + "/recalls", HOSPITAL, Map.of("by", "batch", "value", batch, "nie", PARACETAMOL,
        "reason", "cemaran EG/DEG")).path("id").asString("");
    var rows = wire.get(PHARMACIES + "/recalls/" + id + "/patients", HOSPITAL).path("rows");
    var patient = rows.path(0);
    Telling.expect(rows.size() == 1 && patient.path("patient").asString("").equals(Medicine.PATIENT)
        && patient.path("compound").isString(), "one patient, by a compound", rows);
    var contacts = wire.text(PHARMACIES + "/recalls/" + id + "/contacts", HOSPITAL,
        Map.of("purpose", "menghubungi pasien")).text().lines().toList();
    Telling.expect(contacts.size() == 2, "one row to call", contacts.size() + " lines");
    var name = contacts.getLast().split("\",\"")[1];
    Telling.expect(!name.isEmpty(), "a name to call", "none");
    var blocked = wire.post(PHARMACIES + "/verify", HOSPITAL, Map.of("barcode", morning.pack(PARACETAMOL, 2)));
    Telling.expect(!blocked.path("good").asBoolean(true), "a blocked pack", blocked);
    telling.wires();
    telling.say("lot " + batch + " went to " + Medicine.PATIENT + " (" + name + ") in compound "
        + patient.path("compound").asString("") + "; what is left of it is blocked at the counter");
  }

  void reconciled() {
    telling.step("Both sides of every delivery are compared");
    for (var remote : List.of("antrean", "satusehat", "ttac")) {
      var report = wire.post("/facility/v1/delivery/reconciliation", "", Map.of("remote", remote, "day",
          morning.day().toString()));
      Telling.expect(report.path("here").asInt(0) > 0 && report.path("here").equals(report.path("there"))
          && report.path("differences").asInt(-1) == 0, "no difference", report);
    }
    telling.wires();
    telling.say("no difference at BPJS, none at SATUSEHAT, none at TTAC");
  }
}
