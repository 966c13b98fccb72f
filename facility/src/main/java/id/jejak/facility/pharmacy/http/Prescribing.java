package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Limits;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Checks;
import id.jejak.facility.pharmacy.domain.Finding;
import id.jejak.facility.pharmacy.domain.LineKind;
import id.jejak.facility.pharmacy.domain.Product;
import id.jejak.facility.pharmacy.store.CounterStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Line;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Locked;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Prescription;
import id.jejak.facility.pharmacy.store.ProductStore;
import id.jejak.facility.pharmacy.store.StockStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.json.Tree;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** Prescriptions of the house, and how they look. Thread-safe. */
final class Prescribing {
  private static final Set<String> KINDS = Set.of("NC", "SD", "EP");
  private static final Set<String> COVERAGES = Set.of("BPJS-K", "Biaya-Sendiri", "Biaya-Perusahaan", "Asuransi-Swasta");
  private static final Duration VALID = Duration.ofDays(30);
  private static final Duration WAITED = Duration.ofHours(24);
  private static final int REPEATS = 12;
  private static final int TAKEN_FROM = 5;

  private final Desk desk;
  private final PrescriptionStore prescriptions;
  private final ProductStore products;
  private final StockStore stock;
  private final CounterStore counter;

  Prescribing(Desk desk, PrescriptionStore prescriptions, ProductStore products, StockStore stock,
      CounterStore counter) {
    this.desk = desk;
    this.prescriptions = prescriptions;
    this.products = products;
    this.stock = stock;
    this.counter = counter;
  }

  Response write(Actor actor, Params params, Trail trail) {
    long id = desk.ids().next();
    var now = desk.clock().instant();
    var patient = params.text("patient");
    var coverage = params.textOrNone("coverage").map(_ -> params.word("coverage", COVERAGES)).orElse("Biaya-Sendiri");
    var written = new ArrayList<Line>();
    for (var one : params.objects("lines", 1, Limits.LINES)) {
      written.add(line(one, id, written.size() + 1, desk.ids().next()));
    }
    var prescription = new Prescription(id, actor.facility(), "R" + id, null, patient, actor.staff(),
        actor.name(), desk.remotes().sites().of(actor.facility()).organization(),
        params.textOrNone("visit").orElse(null), coverage, params.textOrNone("claim").orElse(null), now, now,
        now.plus(VALID), true, null, null, null);
    return Gate.done(desk.db().ending(tx -> {
      var lines = written.stream().map(line -> withSubstances(tx, line)).toList();
      prescriptions.add(tx, prescription, lines);
      var last = new ArrayList<>(trail.touching(tx, patient));
      last.addAll(desk.post().prescription(tx, actor.facility(), id));
      var visit = prescription.visit();
      if (visit != null) {
        last.addAll(desk.doors().queue().prescriptionSigned(tx, actor.facility(), visit, now,
            lines.stream().anyMatch(line -> line.kind().compound())));
      }
      var findings = locked(tx, prescription, lines, now).stream().flatMap(one -> findings(tx, one).stream()).distinct()
          .toList();
      return new Db.Ending<>(last, Tree.of("id", Shown.id(id), "number", prescription.number(), "lines",
          lines.stream().map(line -> Shown.id(line.id())).toList(), "findings", Shown.findings(findings)));
    }));
  }

  private static Line line(Params one, long prescription, int place, long id) {
    var kind = LineKind.ofCode(one.textOrNone("kind").map(_ -> one.word("kind", KINDS)).orElse("NC"));
    var kfa = kind.compound() ? null : one.text("kfa");
    var name = kind.compound() ? one.textOrNone("name").orElse("Racikan") : one.text("name");
    return new Line(id, prescription, place, kind, kfa, name, one.textOrNone("form").orElse(""),
        one.textOrNone("route").orElse("O"), one.text("signa"), one.quantity("quantity"), one.text("unit"),
        one.integer("repeats", 0, REPEATS, 0), BigDecimal.ZERO, BigDecimal.ZERO, List.of(),
        kind.compound() ? ingredients(one, kind) : Json.read("[]"), null);
  }

  /** Reads a line, and stops where it could not be prescribed. */
  static void whole(Params one) {
    line(one, 0, 1, 0);
  }

  private static JsonNode ingredients(Params line, LineKind kind) {
    var all = new ArrayList<Map<String, Object>>();
    for (var one : line.objects("ingredients", 1, Limits.INGREDIENTS)) {
      all.add(Tree.of("kfa", one.text("kfa"), "name", one.text("name"), "amount", one.quantity("amount"), "unit",
          one.text("unit"), "per", kind == LineKind.EQUAL_PARTS ? one.quantity("per") : one.quantityOrNone("per")
              .orElse(BigDecimal.ONE)));
    }
    return Json.read(Json.write((Object) all));
  }

  private Line withSubstances(Handle tx, Line line) {
    var kfa = line.kfa();
    List<String> substances = kfa == null ? Looks.ingredients(line).stream().map(one -> one.code())
        .filter(code -> code.startsWith("91")).distinct().sorted().toList()
        : products.ofCode(tx, kfa).stream().flatMap(one -> one.substances().stream()).distinct().sorted().toList();
    return new Line(line.id(), line.prescription(), line.place(), line.kind(), kfa, line.name(), line.form(),
        line.route(),
        line.signa(), line.quantity(), line.unit(), line.repeats(), line.dispensed(), line.elsewhere(), substances,
        line.ingredients(), line.request());
  }

  private List<Locked> locked(Handle tx, Prescription prescription, List<Line> lines, Instant now) {
    return prescriptions.lock(tx, prescription.facility(), prescription.id(), lines.stream().map(Line::id).toList(),
        now.minus(Duration.ofDays(Limits.RECENT_DAYS)));
  }

  /** What to warn of before any pack is scanned: by the product that the line means, or by the substances it names. */
  private List<Finding> findings(Handle h, Locked one) {
    var known = new Checks.Known(one.allergies(), one.recent());
    var kfa = one.line().kfa();
    var meant = kfa == null ? Optional.<Product>empty() : products.ofCode(h, kfa).stream().findFirst();
    var product = meant.orElseGet(() -> new Product("", Optional.of(""), Optional.empty(), one.line().name(), "",
        one.line().unit(), Set.copyOf(one.line().substances()), Optional.empty(), BigDecimal.ONE, Optional.empty(),
        Optional.empty(), true));
    var price = meant.flatMap(found -> products.price(h, one.prescription().facility(), found.nie()))
        .or(() -> meant.flatMap(Product::het)).orElse(BigDecimal.ZERO);
    return Checks.of(new Checks.Gift(product, price, Looks.insured(one.prescription()), Optional.empty()), known,
        Optional.empty());
  }

  Response get(Actor actor, Params params, Trail trail) {
    long id = params.id("prescription");
    return Gate.done(desk.db().transaction(tx -> {
      var prescription = prescriptions.find(tx, actor.facility(), id)
          .orElseThrow(() -> Params.missing("prescription", Shown.id(id)));
      trail.touches(tx, prescription.patient());
      var now = desk.clock().instant();
      var lines = locked(tx, prescription, prescriptions.lines(tx, id), now);
      var validity = Checks.validity(Optional.ofNullable(prescription.from()),
          Optional.ofNullable(prescription.until()), now);
      var shown = shown(prescription);
      shown.put("lines", lines.stream().map(one -> line(tx, one)).toList());
      shown.put("findings", Shown.findings(validity.stream().toList()));
      shown.put("given", counter.handed(tx, actor.facility(), id).stream().map(Prescribing::given).toList());
      shown.put("compounds", counter.made(tx, actor.facility(), id).stream().map(Prescribing::made).toList());
      return shown;
    }));
  }

  private static Map<String, Object> given(CounterStore.Handed one) {
    return Tree.of("id", Shown.id(one.id()), "line", Shown.id(one.line()), "at", one.at().toString(), "quantity",
        Shown.number(one.quantity()), "unit", one.unit(), "price", Shown.number(one.price()), "compound",
        Shown.id(one.compound()), "taken_back", Shown.kind(one.takenBack()));
  }

  private static Map<String, Object> made(CounterStore.Made one) {
    return Tree.of("id", Shown.id(one.id()), "line", Shown.id(one.line()), "made", Shown.number(one.made()), "left",
        Shown.number(one.left()), "unit", one.unit(), "best_by", one.bestBy().toString());
  }

  private static Map<String, Object> shown(Prescription one) {
    var until = one.until();
    return Tree.of("id", Shown.id(one.id()), "number", one.number(), "nrn", one.nrn(), "patient", one.patient(),
        "prescriber", one.prescriber(), "prescriber_name", one.prescriberName(), "organization", one.organization(),
        "visit", one.visit(), "coverage", one.coverage(), "written_at", one.writtenAt().toString(), "valid_until",
        until == null ? null : until.toString());
  }

  private Map<String, Object> line(Handle h, Locked one) {
    var line = one.line();
    var supply = line.supply();
    var kfa = line.kfa();
    var facility = one.prescription().facility();
    var take = kfa == null ? List.of() : stock.take(h, facility, kfa, desk.days().today(facility), TAKEN_FROM).stream()
        .map(Shelves::row).toList();
    return Tree.of("id", Shown.id(line.id()), "kind", line.kind().code(), "kfa", kfa, "name", line.name(), "route",
        line.route(), "signa", line.signa(), "quantity", Shown.number(line.quantity()), "unit", line.unit(), "repeats",
        line.repeats(), "ingredients", line.ingredients(), "dispensed", Shown.number(line.dispensed()), "elsewhere",
        Shown.number(line.elsewhere()), "left", Shown.number(supply.left()), "left_now", Shown.number(supply.leftNow()),
        "supply", supply.number(), "findings", Shown.findings(findings(h, one)), "take", take);
  }

  Response list(Actor actor, Params params, Trail trail) {
    var patient = params.textOrNone("patient");
    long before = params.referenceOrNone("before").orElse(Long.MAX_VALUE);
    var rows = desk.db().transaction(tx -> {
      var found = prescriptions.list(tx, actor.facility(), patient, before, Limits.PAGE);
      trail.touches(tx, Stream.concat(patient.stream(), found.stream().map(row -> row.prescription().patient())).distinct()
          .toList());
      return found;
    });
    return Gate.done(Tree.of("rows", rows.stream().map(row -> {
      var one = row.prescription();
      return Tree.of("id", Shown.id(one.id()), "number", one.number(), "nrn", one.nrn(), "patient", one.patient(),
          "written_at", one.writtenAt().toString(), "lines", row.lines(), "open", row.open());
    }).toList(), "next", rows.size() < Limits.PAGE ? null : Shown.id(rows.getLast().prescription().id())));
  }

  /**
   * Who waits: prescriptions of the last day of whose first supply something is still to be given. By their numbers alone, since
   * every counter asks for it every few seconds.
   */
  Response waiting(Actor actor, Params params) {
    var since = desk.clock().instant().minus(WAITED);
    var rows = desk.db().read(h -> counter.waiting(h, actor.facility(), since, Limits.PAGE));
    return Gate.done(Tree.of("rows", rows.stream().map(row -> {
      var scanned = row.scannedAt();
      return Tree.of("id", Shown.id(row.id()), "number", row.number(), "nrn", row.nrn(), "visit", row.visit(),
          "written_at", row.writtenAt().toString(), "scanned_at", scanned == null ? null : scanned.toString(),
           "lines", row.lines(), "compound", row.compound());
    }).toList()));
  }

  Response allergy(Actor actor, Params params, Trail trail) {
    var patient = params.text("patient");
    var substance = params.text("substance");
    var name = params.text("name");
    return Gate.done(desk.db().transaction(tx -> {
      prescriptions.allergy(tx, actor.facility(), patient, substance, name, desk.clock().instant(), actor.staff());
      trail.touches(tx, patient);
      return Tree.of("patient", patient, "substance", substance);
    }));
  }
}
