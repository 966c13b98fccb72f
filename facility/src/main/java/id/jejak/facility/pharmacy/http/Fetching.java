package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.LineKind;
import id.jejak.facility.pharmacy.remote.Fhir;
import id.jejak.facility.pharmacy.remote.NationalPrescription;
import id.jejak.facility.pharmacy.store.PrescriptionStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Line;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Prescription;
import id.jejak.facility.pharmacy.store.ProductStore;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Tree;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** Prescriptions from elsewhere, by their national number. What is fetched is asked before anything is locked. Thread-safe. */
final class Fetching {
  private static final String NRN = "http://sys-ids.kemkes.go.id/prescription/national|";

  private final Desk desk;
  private final PrescriptionStore prescriptions;
  private final ProductStore products;

  Fetching(Desk desk, PrescriptionStore prescriptions, ProductStore products) {
    this.desk = desk;
    this.prescriptions = prescriptions;
    this.products = products;
  }

  Response fetch(Actor actor, Params params, Trail trail) {
    var nrn = params.text("nrn");
    var fhir = Away.client("SATUSEHAT", desk.remotes().satusehat(actor.facility()));
    var searched = Away.value("SATUSEHAT", fhir.search("DocumentReference", "identifier", NRN + nrn,
        "&_include=DocumentReference:related"));
    var found = NationalPrescription.of(searched).orElseThrow(() -> Stop.at(Problem.NOT_FOUND, "nrn", nrn, "thing",
        "prescription"));
    var used = new HashMap<String, BigDecimal>();
    found.items().forEach(item -> used(fhir, item).ifPresent(amount -> used.put(item.request(), amount)));
    return Gate.done(desk.db().transaction(tx -> keep(tx, actor, nrn, found, used, trail)));
  }

  /** Units that everybody took of an item; empty where the server does not count. */
  private static Optional<BigDecimal> used(Fhir fhir, NationalPrescription.Item item) {
    if (!(fhir.read("/MedicationRequest/" + item.request() + "/$remaining")
        instanceof Answer.Done<JsonNode>(var told, _)) || !told.path("remaining").isNumber()
        || !told.path("total").isNumber()) {
      return Optional.empty();
    }
    return Optional.of(told.path("total").decimalValue().subtract(told.path("remaining").decimalValue()));
  }

  private Map<String, Object> keep(Handle tx, Actor actor, String nrn, NationalPrescription found,
      Map<String, BigDecimal> used, Trail trail) {
    trail.touches(tx, found.patient());
    var known = prescriptions.byNumber(tx, actor.facility(), nrn);
    if (known.isPresent()) {
      used.forEach((request, total) -> prescriptions.elsewhere(tx, known.get().id(), request, total));
      return shown(nrn, known.get().id(), prescriptions.lines(tx, known.get().id()));
    }
    long id = desk.ids().next();
    Optional<Instant> from = found.items().stream().flatMap(item -> item.from().stream()).max(Instant::compareTo);
    Optional<Instant> until = found.items().stream().flatMap(item -> item.until().stream()).min(Instant::compareTo);
    var prescription = new Prescription(id, actor.facility(), found.number(), nrn, found.patient(), found.prescriber(), "",
        found.organization(), null, found.coverage(), found.claim().orElse(null), found.writtenAt(), from.orElse(null),
        until.orElse(null), false, found.encounter(), found.document(), null);
    var lines = new java.util.ArrayList<Line>();
    for (var item : found.items()) {
      lines.add(line(tx, id, lines.size() + 1, item, used.getOrDefault(item.request(), BigDecimal.ZERO)));
    }
    prescriptions.add(tx, prescription, lines);
    return shown(nrn, id, lines);
  }

  private Line line(Handle tx, long prescription, int place, NationalPrescription.Item item, BigDecimal used) {
    boolean compound = item.kind() != LineKind.PRODUCT;
    List<String> substances = compound ? item.ingredients().valueStream().map(one -> one.path("kfa").asString(""))
        .filter(code -> code.startsWith("91")).distinct().sorted().toList()
        : products.ofCode(tx, item.kfa()).stream().flatMap(one -> one.substances().stream()).distinct().sorted().toList();
    return new Line(desk.ids().next(), prescription, place, item.kind(), compound ? null : item.kfa(), item.name(),
        item.form(), item.route(), item.signa(), item.quantity(), item.unit(), item.repeats(), BigDecimal.ZERO, used,
        substances, item.ingredients(), item.request());
  }

  private static Map<String, Object> shown(String nrn, long id, List<Line> lines) {
    return Tree.of("id", Shown.id(id), "nrn", nrn, "lines", lines.stream().map(line -> Shown.id(line.id())).toList());
  }
}
