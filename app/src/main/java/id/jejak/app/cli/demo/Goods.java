package id.jejak.app.cli.demo;

import id.jejak.kernel.config.Secret;
import id.jejak.ttac.client.ClientSettings;
import id.jejak.ttac.client.Credentials;
import id.jejak.ttac.client.TtacClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the distributor's warehouse to the shelves of a hospital and a pharmacy. For one thread. */
final class Goods {
  private static final int DISTRIBUTOR = 284;
  private static final int HOSPITAL = 123;
  private static final int PHARMACY = 456;
  private static final int EACH = 4;

  private final DemoWire wire;
  private final Telling telling;
  private final Morning morning;

  Goods(DemoWire wire, Telling telling, Morning morning) {
    this.wire = wire;
    this.telling = telling;
    this.morning = morning;
  }

  private String pallet() {
    return morning.code("PALET");
  }

  private String box() {
    return morning.code("DUS");
  }

  void sent() {
    telling.step("The distributor sends a pallet to the hospital, and a box to a pharmacy");
    var first = morning.code("KOTAK-A");
    var second = morning.code("KOTAK-B");
    produce(Morning.AMLODIPINE, morning.packs(Morning.AMLODIPINE, 1, EACH), first,
        List.of(unit(pallet(), "tersier", ""), unit(first, "sekunder", pallet())));
    produce(Morning.PARACETAMOL, morning.packs(Morning.PARACETAMOL, 1, EACH), second,
        List.of(unit(second, "sekunder", pallet())));
    produce(Morning.AMLODIPINE, morning.packs(Morning.AMLODIPINE, EACH + 1, 2), box(),
        List.of(unit(box(), "sekunder", "")));
    var ttac = new TtacClient(wire.transport(), new Credentials("gudang@pbf-nusantara.example",
        new Secret("jejak-284")), ClientSettings.asDocumented(), morning::now);
    DemoWire.done("sending the pallet", ttac.send(HOSPITAL, List.of(pallet())));
    DemoWire.done("sending the box", ttac.send(PHARMACY, List.of(box())));
    telling.wires();
    telling.say(pallet() + " with " + 2 * EACH + " packs of two products is on its way to the hospital, " + box()
        + " to the pharmacy");
  }

  private void produce(String product, List<String> packs, String parent, List<Map<String, String>> holders) {
    var units = new ArrayList<>(holders);
    packs.forEach(pack -> units.add(unit(pack, "primer", parent)));
    wire.post("/sandbox/ttac/barcodes", "", Map.of("sarana_id", DISTRIBUTOR, "nie", product, "batch_no",
        morning.batch(product), "exp_date", morning.expiry().toString(), "barcodes", units));
  }

  private static Map<String, String> unit(String barcode, String level, String parent) {
    return parent.isEmpty() ? Map.of("barcode", barcode, "level", level)
        : Map.of("barcode", barcode, "level", level, "parent", parent);
  }

  void received() {
    telling.step("Both see them coming at TTAC, and receive them");
    var packs = new ArrayList<>(morning.packs(Morning.AMLODIPINE, 1, EACH));
    packs.addAll(morning.packs(Morning.PARACETAMOL, 1, EACH));
    receive(Morning.HOSPITAL, pallet(), packs, "RAK-A");
    receive(Morning.PHARMACY, box(), morning.packs(Morning.AMLODIPINE, EACH + 1, 2), "ETALASE");
    telling.arrived("ttac", 0);
    for (var token : List.of(Morning.HOSPITAL, Morning.PHARMACY)) {
      var left = coming(token);
      Telling.expect(!left.contains(pallet()) && !left.contains(box()), "nothing more on its way to " + token, left);
    }
    telling.wires();
    telling.say("in stock by serial, and received at TTAC: nothing is on its way any more");
  }

  private List<String> coming(String token) {
    return wire.get(Morning.PHARMACIES + "/inbound", token).path("units").valueStream()
        .map(one -> one.path("barcode").asString("")).toList();
  }

  private void receive(String token, String unit, List<String> packs, String place) {
    var coming = coming(token);
    Telling.expect(coming.contains(unit), unit + " on its way", coming);
    var answer = wire.post(Morning.PHARMACIES + "/receive", token, Map.of("barcodes", packs, "place", place, "units",
        List.of(unit)));
    Telling.expect(answer.path("received").asInt(0) == packs.size() && answer.path("unmapped").isEmpty(),
        packs.size() + " packs received", answer);
  }
}
