package id.jejak.app.cli.demo;

import id.jejak.kernel.config.StartFailure;
import java.util.Map;
import java.util.Set;

/** One medicine from the distributor to the patient, and back to the patient when it is recalled. For one thread. */
final class Story {
  /** The booking that the demo world begins with. */
  private static final String AWAITED = "16032021A001";

  private static final Set<String> REMOTES = Set.of("antrean", "satusehat", "ttac");

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
    wire.until("the end of yesterday's queue", () -> over(morning) && wire.owed("antrean") == 0);
    wire.until("last night's comparison", () -> compared(morning));
    telling.begin();
    telling.aside((keep ? "The demo world is kept as it is." : "The demo world was reset.") + " Its clock stands at "
        + morning.day() + ", nine in the morning in Jakarta.");
    var goods = new Goods(wire, telling, morning);
    goods.sent();
    goods.received();
    var visit = new Visit(wire, telling, morning);
    var code = visit.booked();
    visit.arrived(code);
    visit.called(code);
    var medicine = new Medicine(wire, telling, morning);
    var nrn = medicine.prescribed(code);
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

  /** What was owed yesterday is compared at night: no part of the story either. */
  private boolean compared(Morning morning) {
    return wire.get("/facility/v1/delivery/reconciliation?day=" + morning.day().minusDays(1), "").path("reports")
        .valueStream().filter(report -> REMOTES.contains(report.path("remote").asString(""))).count() == REMOTES.size();
  }

  /** Whoever was awaited on the day before is absent, which BPJS is told: no part of the story. */
  private boolean over(Morning morning) {
    var awaited = wire.get("/facility/v1/queue/bookings/" + AWAITED, "").path("data");
    return awaited.path("day").asString("").equals(morning.day().toString()) || !awaited.path("events").isEmpty();
  }
}
