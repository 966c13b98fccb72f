package id.jejak.app.cli.demo;

import id.jejak.kernel.config.StartFailure;
import java.util.Map;

/** One medicine from the distributor to the patient, and back to the patient when it is recalled. For one thread. */
final class Story {
  private final DemoWire wire;
  private final Telling telling;
  private final boolean keep;

  Story(DemoWire wire, Telling telling, boolean keep) {
    this.wire = wire;
    this.telling = telling;
    this.keep = keep;
  }

  /**
   * Plays it.
   *
   * @throws NotDone at the first step that does not come out as it should
   */
  void play() {
    if (!wire.get("/sandbox/world", "").has("pharmacy")) {
      throw new StartFailure("that server has no demo world with a pharmacy: start it with ./jejak serve");
    }
    if (!keep) {
      wire.post("/sandbox/reset", "", Map.of());
    }
    var morning = new Morning(wire, keep);
    telling.begin();
    telling.aside((keep ? "The demo world is kept as it is." : "The demo world was reset.") + " Its clock stands at "
        + morning.day() + ", nine in the morning in Jakarta.");
    var goods = new Goods(wire, telling, morning);
    goods.sent();
    goods.received(this::owed);
    var visit = new Visit(wire, telling, morning);
    var code = visit.booked();
    visit.arrived(code);
    visit.called(code);
    var medicine = new Medicine(wire, telling, morning, this::owed);
    medicine.prescribed(code);
    var nrn = medicine.numbered();
    visit.queuedAtPharmacy(code);
    medicine.dispensedHere();
    medicine.dispensedElsewhere(nrn);
    medicine.drained();
    var after = new Aftermath(wire, telling, morning);
    after.recalled();
    after.reconciled();
    telling.aside("");
    telling.aside("Every step came out as it should. POST /sandbox/reset brings the first state and the clock back.");
  }

  /** How many deliveries to a remote have not arrived. */
  private int owed(String remote) {
    return wire.get("/facility/v1/delivery/parcels?stage=ALL&remote=" + remote, "").path("parcels").size();
  }
}
