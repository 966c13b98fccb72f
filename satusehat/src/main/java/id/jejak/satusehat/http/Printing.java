package id.jejak.satusehat.http;

import id.jejak.gateway.contract.Caller;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.satusehat.contract.Outcome;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.contract.Systems;
import id.jejak.satusehat.domain.Redemption;
import id.jejak.satusehat.http.print.SheetPdf;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.ResourceStore.Named;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** Prints a prescription, and its copy after a part of it was dispensed. */
final class Printing {
  private static final String PDF = "application/pdf";

  private final Db db;
  private final ResourceStore store;
  private final Redeeming redeeming;
  private final InstantSource clock;

  Printing(Db db, ResourceStore store, Redeeming redeeming, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.redeeming = redeeming;
    this.clock = clock;
  }

  Response print(Caller caller, Request request) {
    var id = request.var("id");
    boolean copy = Form.urlencoded(request.query()).getOrDefault("copy", List.of()).contains("true");
    var sheet = db.read(handle -> {
      var stored = store.find(handle, "DocumentReference", Target.isId(id) ? id : "", caller.organization())
          .orElseThrow(() -> new Stop(Refusals.notFound("DocumentReference", Refusals.shown(id))));
      if (stored.hidden()) {
        throw new Stop(Refusals.suppressed(""));
      }
      var document = Documents.own(stored.content());
      if (!National.prescription(document)) {
        throw new Stop(Outcome.validator("business-rule", "DocumentReference/" + id + " is no prescription: nothing"
            + " is printed", "DocumentReference.type"));
      }
      return SheetReading.sheet(found(handle, document), copy ? Optional.of(name(handle, caller)) : Optional.empty(),
          clock.instant());
    });
    return Response.of(200, PDF, SheetPdf.of(sheet, clock.instant()))
        .with("Content-Disposition", "inline; filename=\"" + (copy ? "salinan-resep-" : "resep-")
            + sheet.number().orElse(id) + ".pdf\"");
  }

  private String name(Handle handle, Caller caller) {
    return store.find(handle, "Organization", caller.organization(), caller.organization())
        .map(stored -> Documents.text(Documents.own(stored.content()).path("name")))
        .filter(text -> !text.isEmpty()).orElse("Organization/" + caller.organization());
  }

  private SheetReading.Found found(Handle handle, JsonNode document) {
    var requests = new LinkedHashSet<String>();
    var names = new LinkedHashSet<Named>();
    for (var related : document.path("context").path("related")) {
      Target.of(Documents.text(related.path("reference"))).ifPresent(target -> {
        if (target.type().equals("MedicationRequest")) {
          requests.add(target.id());
        }
        if (target.type().equals("MedicationRequest") || target.type().equals("Observation")) {
          names.add(new Named(target.type(), target.id()));
        }
      });
    }
    var patient = named(document.path("subject"), "Patient");
    var organization = named(document.path("custodian"), "Organization");
    patient.ifPresent(names::add);
    organization.ifPresent(names::add);
    var others = new HashMap<Named, JsonNode>();
    store.findAll(handle, names, "").forEach(stored ->
        others.put(new Named(stored.type(), stored.id()), Documents.own(stored.content())));
    return new SheetReading.Found(document, other(others, organization), other(others, patient), weight(others),
        items(handle, requests, others));
  }

  private List<SheetReading.Item> items(Handle handle, LinkedHashSet<String> requests, Map<Named, JsonNode> others) {
    var elsewhere = redeeming.medications(handle, Map.of());
    var items = new ArrayList<SheetReading.Item>();
    for (var id : requests) {
      var request = others.get(new Named("MedicationRequest", id));
      if (request != null) {
        var prescribed = Medicines.prescribed(id, request, elsewhere);
        var dispenses = redeeming.dispenses(handle, id, elsewhere);
        items.add(new SheetReading.Item(request,
            Medicines.medication(request, elsewhere).orElse(Documents.NODES.missingNode()), prescribed,
            Redemption.remaining(prescribed, dispenses)));
      }
    }
    return items;
  }

  private static Optional<BigDecimal> weight(Map<Named, JsonNode> others) {
    return others.values().stream()
        .filter(one -> one.path("code").path("coding").valueStream()
            .anyMatch(coding -> Documents.text(coding.path("code")).equals(Systems.WEIGHT)))
        .findFirst().flatMap(one -> Documents.number(one.path("valueQuantity").path("value")));
  }

  private static Optional<Named> named(JsonNode reference, String type) {
    return Target.of(Documents.text(reference.path("reference"))).map(target -> new Named(type, target.id()));
  }

  private static JsonNode other(Map<Named, JsonNode> others, Optional<Named> name) {
    return name.map(one -> others.getOrDefault(one, Documents.NODES.missingNode()))
        .orElseGet(Documents.NODES::missingNode);
  }
}
