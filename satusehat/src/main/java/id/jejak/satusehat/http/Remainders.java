package id.jejak.satusehat.http;

import id.jejak.gateway.contract.Caller;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.domain.Prescribed;
import id.jejak.satusehat.domain.Ratio;
import id.jejak.satusehat.domain.Redemption;
import id.jejak.satusehat.domain.Remaining;
import id.jejak.satusehat.store.ResourceStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says what is left of a prescription item, and how it was counted. */
final class Remainders {
  private final Db db;
  private final ResourceStore store;
  private final Redeeming redeeming;
  private final InstantSource clock;

  Remainders(Db db, ResourceStore store, Redeeming redeeming, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.redeeming = redeeming;
    this.clock = clock;
  }

  Response show(Caller caller, Request request) {
    var id = request.var("id");
    return db.read(handle -> {
      var stored = store.find(handle, "MedicationRequest", Target.isId(id) ? id : "", caller.organization())
          .orElseThrow(() -> new Stop(Refusals.notFound("MedicationRequest", Refusals.shown(id))));
      if (stored.hidden()) {
        throw new Stop(Refusals.suppressed(""));
      }
      var resource = Documents.own(stored.content());
      var elsewhere = redeeming.medications(handle, Map.of());
      var prescribed = Medicines.prescribed(id, resource, elsewhere);
      var dispenses = redeeming.dispenses(handle, id, elsewhere);
      return Response.json(200, Json.write(shown(prescribed,
          Medicines.code(resource.path("dispenseRequest").path("quantity")),
          Redemption.remaining(prescribed, dispenses))));
    });
  }

  private Map<String, Object> shown(Prescribed prescribed, String unit, Remaining remaining) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("prescription", "MedicationRequest/" + prescribed.id());
    shown.put("unit", unit);
    prescribed.quantity().ifPresent(quantity -> shown.put("quantity", quantity.value().decimal()));
    shown.put("repeats", prescribed.repeats());
    remaining.total().ifPresent(total -> shown.put("total", total.decimal()));
    remaining.left().ifPresent(left -> shown.put("remaining", left.decimal()));
    shown.put("valid_now", prescribed.valid(clock.instant()));
    shown.put("live", prescribed.live());
    shown.put("used", units(remaining.used()));
    shown.put("dispenses", remaining.lines().stream().map(line -> {
      var one = new LinkedHashMap<String, Object>();
      one.put("dispense", "MedicationDispense/" + line.dispense().id());
      one.put("organization", line.dispense().by());
      one.put("at", Version.at(line.dispense().at()).updated());
      one.put("counted_by", line.basis().name().toLowerCase(Locale.ROOT));
      one.put("units", units(line.units()));
      return one;
    }).toList());
    return shown;
  }

  private static List<Map<String, Object>> units(Map<String, Ratio> units) {
    var list = new ArrayList<Map<String, Object>>();
    new TreeMap<>(units).forEach((code, many) -> {
      var one = new LinkedHashMap<String, Object>();
      if (!code.isEmpty()) {
        one.put("ingredient", code);
      }
      one.put("units", many.decimal());
      list.add(one);
    });
    return list;
  }
}
