package id.jejak.facility.pharmacy.http;

import static id.jejak.facility.pharmacy.http.Wording.coding;
import static id.jejak.facility.pharmacy.http.Wording.entry;
import static id.jejak.facility.pharmacy.http.Wording.moment;
import static id.jejak.facility.pharmacy.http.Wording.reference;
import static id.jejak.facility.pharmacy.http.Wording.urn;

import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Facilities;
import id.jejak.facility.access.Facility;
import id.jejak.facility.access.Practitioner;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Product;
import id.jejak.facility.pharmacy.remote.Reports;
import id.jejak.facility.pharmacy.remote.Sites;
import id.jejak.facility.pharmacy.store.DispenseStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Line;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Prescription;
import id.jejak.facility.pharmacy.store.ProductStore;
import id.jejak.facility.pharmacy.store.TakebackStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.json.Tree;
import id.jejak.satusehat.contract.Systems;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** Words what is owed to SATUSEHAT of what stands in the tables when it is carried, and keeps what it answered. Thread-safe. */
final class Reporting implements Reports {
  private static final String REQUEST_CATEGORY = "http://terminology.hl7.org/CodeSystem/medicationrequest-category";
  /** Days of service are Jakarta's, as in delivery's reports. */
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  /** What a line in the audit says was done. */
  private static final String REPORT = "pharmacy.satusehat.report";
  private static final Duration VALID = Duration.ofDays(30);

  private final Db db;
  private final Sites sites;
  private final Post post;
  private final Actors actors;
  private final Patients patients;
  private final Facilities facilities;
  private final QueueDesk queue;
  private final PrescriptionStore prescriptions;
  private final DispenseStore dispenses;
  private final ProductStore products;
  private final TakebackStore takebacks;
  private final InstantSource clock;

  Reporting(Desk desk, PrescriptionStore prescriptions, DispenseStore dispenses, ProductStore products,
      TakebackStore takebacks) {
    this.db = desk.db();
    this.sites = desk.remotes().sites();
    this.post = desk.post();
    this.actors = desk.doors().actors();
    this.patients = desk.doors().patients();
    this.facilities = desk.doors().facilities();
    this.queue = desk.doors().queue();
    this.prescriptions = prescriptions;
    this.dispenses = dispenses;
    this.products = products;
    this.takebacks = takebacks;
    this.clock = desk.clock();
  }

  /**
   * Whose data a program of the facility has read and told SATUSEHAT: once for each delivery, when it has arrived, and not
   * for each attempt.
   */
  private List<Sql.Call> telling(Handle tx, String facility, Collection<String> whom) {
    return patients.touching(tx, new Patients.Look(Actor.program(facility), REPORT, Purpose.REPORTING), Deed.READ, whom);
  }

  private Prescription find(Handle h, String facility, long id) {
    return prescriptions.find(h, facility, id)
        .orElseThrow(() -> new Gone("prescription " + id + " of " + facility + " is owed and not there"));
  }

  /** Whoever signed, as they are known there. It is asked when it is told, so that it can be mended until then. */
  private record Signing(Map<String, Practitioner> known) {
    String number(String staff) {
      return of(staff).map(Practitioner::number).orElse(staff);
    }

    Optional<Practitioner> of(String staff) {
      return Optional.ofNullable(known.get(staff));
    }
  }

  private Signing signing(Handle h, List<String> staff) {
    return new Signing(actors.practitioners(h, staff));
  }

  @Override
  public JsonNode prescription(String facility, long id) {
    var house = facilities.byId(facility); // asked before a connection is held, since it may take one
    return db.read(h -> {
      var one = find(h, facility, id);
      var signing = signing(h, List.of(one.prescriber()));
      var doctor = signing.number(one.prescriber());
      var booked = one.visit();
      var polyclinics = booked == null ? List.<String>of() : queue.polyclinics(h, booked);
      var entries = new ArrayList<Map<String, Object>>();
      var visit = urn("visit", id);
      entries.add(entry(visit, new Visit(one.organization(), one.number(), one.patient(), one.writtenAt(),
          house.flatMap(place -> place.clinic(polyclinics)))
          .toDoctor(signing.of(one.prescriber()))));
      var related = new ArrayList<Map<String, Object>>();
      for (var line : prescriptions.lines(h, id)) {
        var urn = urn("line", line.id());
        related.add(Tree.of("reference", urn));
        entries.add(entry(urn, request(one, doctor, line, visit)));
      }
      entries.add(entry(urn("document", id), document(one, doctor, visit, related, house)));
      return bundle(entries);
    });
  }

  private static JsonNode bundle(List<Map<String, Object>> entries) {
    return Json.read(Json.write((Object) Tree.of("resourceType", "Bundle", "type", "transaction", "entry", entries)));
  }

  private static Map<String, Object> request(Prescription one, String doctor, Line line, String visit) {
    var kfa = line.kfa();
    var until = one.until();
    return Tree.of("resourceType", "MedicationRequest", "contained",
        List.of(Wording.medication(line, one.organization(), kfa == null ? "" : kfa, line.name(), line.ingredients())),
        "identifier", Wording.identifiers(one.organization(), one.number(), line), "status", "completed", "intent", "order",
        "category", List.of(coding(REQUEST_CATEGORY, "outpatient", "Outpatient")), "priority", "routine",
        "medicationReference", Tree.of("reference", "#medication"), "subject", reference("Patient", one.patient()),
        "encounter", Tree.of("reference", visit), "authoredOn", moment(one.writtenAt()), "requester",
        reference("Practitioner", doctor), "dosageInstruction", List.of(Wording.dosage(line)), "dispenseRequest",
        Tree.of("dispenseInterval", Tree.of("value", 1, "unit", "days", "system", "http://unitsofmeasure.org", "code", "d"),
            "validityPeriod", Tree.of("start", moment(one.writtenAt()), "end",
                moment(until == null ? one.writtenAt().plus(VALID) : until)), "numberOfRepeatsAllowed", line.repeats(),
            "quantity", Wording.quantity(line.quantity(), line.unit()), "performer",
            reference("Organization", one.organization())));
  }

  private static Map<String, Object> document(Prescription one, String doctor, String visit,
      List<Map<String, Object>> related, Optional<Facility> facility) {
    var identifiers = new ArrayList<Map<String, Object>>();
    identifiers.add(Wording.identifier("prescription", one.organization(), one.number()));
    identifiers.addAll(Wording.paying(one, one.organization()));
    return Tree.of("resourceType", "DocumentReference", "identifier", identifiers, "status", "current", "docStatus", "final",
        "type", coding(Systems.LOINC, Systems.PRESCRIPTION_DOCUMENT, "Prescription for medication"), "category",
        List.of(coding(Systems.LOINC, "18776-5", "Plan of care note")), "subject", reference("Patient", one.patient()), "date",
        moment(one.writtenAt()), "author", List.of(reference("Practitioner", doctor)), "custodian",
        reference("Organization", one.organization()), "description", "Resep " + one.number(), "content",
        Wording.letterhead(facility, one.number()),
        "context", Tree.of("encounter", List.of(Tree.of("reference", visit)), "related", related));
  }

  @Override
  public void prescribed(String facility, long id, String encounter, String document, List<String> requests) {
    db.ending(tx -> {
      var last = new ArrayList<Sql.Call>();
      prescriptions.reported(tx, id, encounter, document)
          .ifPresent(patient -> last.addAll(telling(tx, facility, List.of(patient))));
      post.named(tx, id);
      last.add(prescriptions.requested(tx, id, requests));
      return new Db.Ending<>(last, true);
    });
  }

  @Override
  public String document(String facility, long id) {
    return db.read(h -> {
      var document = find(h, facility, id).document();
      return document == null ? "" : document;
    });
  }

  @Override
  public void numbered(String facility, long id, String nrn) {
    db.ending(tx -> new Db.Ending<>(List.of(prescriptions.numbered(tx, id, nrn)), true));
  }

  @Override
  public JsonNode dispenses(String facility, List<Long> ids) {
    var room = facilities.byId(facility).flatMap(Facility::pharmacy);
    return db.read(h -> {
      var shown = dispenses.shown(h, facility, ids);
      if (shown.size() < ids.size()) {
        throw new Gone("of dispenses " + ids + " of " + facility + " only " + shown.size() + " are there");
      }
      var first = shown.getFirst();
      var one = find(h, facility, first.prescription());
      var known = new HashMap<String, Product>();
      products.of(h, shown.stream().flatMap(dispense -> dispense.lots().valueStream()).map(lot -> lot.path("nie").asString(""))
          .distinct().sorted().toList()).forEach(product -> known.put(product.nie(), product));
      var organization = sites.of(facility).organization();
      var entries = new ArrayList<Map<String, Object>>();
      var staff = shown.stream().map(DispenseStore.Shown::staff).distinct().toList();
      var signing = signing(h, Stream.concat(staff.stream(), shown.stream().flatMap(Dispensed::answering)).distinct().toList());
      var visit = urn("pharmacy visit", first.id());
      entries.add(entry(visit, new Visit(organization, "F" + first.id(), first.patient(), first.at(), room)
          .toPharmacy(staff.stream().flatMap(who -> signing.of(who).stream()).toList())));
      var lines = prescriptions.linesById(h, shown.stream().map(DispenseStore.Shown::line).distinct().toList());
      for (var dispense : shown) {
        var line = Objects.requireNonNull(lines.get(dispense.line()));
        if (line.request() == null) {
          throw new NotYet("SATUSEHAT does not know line " + line.id() + " of prescription " + one.id());
        }
        entries.add(entry(urn("dispense", dispense.id()), new Dispensed(one, line, dispense, organization, known)
            .resource(visit, signing::number)));
      }
      return bundle(entries);
    });
  }

  @Override
  public void dispensed(String facility, List<Long> ids, List<String> remote) {
    db.ending(tx -> {
      int most = Math.min(ids.size(), remote.size());
      var reported = dispenses.reported(tx, ids.subList(0, most), remote.subList(0, most));
      reported.stream().filter(DispenseStore.Reported::waits).forEach(one -> post.named(tx, one.prescription()));
      return new Db.Ending<>(telling(tx, facility, reported.stream().map(DispenseStore.Reported::patient).toList()), true);
    });
  }

  @Override
  public TakenBack takenBack(String facility, long dispense) {
    var found = db.read(h -> takebacks.owed(h, facility, dispense))
        .orElseThrow(() -> new Gone("the taking back of dispense " + dispense + " of " + facility + " is owed and not there"));
    if (found.remote().isEmpty()) {
      throw new NotYet("SATUSEHAT does not know dispense " + dispense);
    }
    return new TakenBack(found.remote(), Wording.status(found.kind()));
  }

  @Override
  public void toldTakenBack(String facility, long dispense) {
    db.ending(tx -> new Db.Ending<>(takebacks.told(tx, dispense, clock.instant())
        .map(patient -> telling(tx, facility, List.of(patient))).orElse(List.of()), true));
  }

  @Override
  public List<Told> given(LocalDate day) {
    var from = day.atStartOfDay(JAKARTA).toInstant();
    var until = day.plusDays(1).atStartOfDay(JAKARTA).toInstant();
    return db.read(h -> sites.all().stream().flatMap(site -> dispenses.between(h, site.id(), from, until).stream())
        .map(one -> new Told(one.facility(), one.prescription(), one.id(), one.remote(), one.quantity(), one.unit(),
            one.takenBack().map(Wording::status).orElse("completed")))
        .toList());
  }
}
