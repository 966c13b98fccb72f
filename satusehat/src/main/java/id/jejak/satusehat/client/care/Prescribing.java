package id.jejak.satusehat.client.care;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.satusehat.client.Resource;
import id.jejak.satusehat.contract.Systems;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A prescription that is being written. {@link #send} may be called again after it was not done: it goes on where it
 * stopped. For one thread.
 */
public final class Prescribing {
  private static final Duration VALID = Duration.ofDays(30);
  private static final Code COMMUNITY =
      new Code("http://terminology.hl7.org/CodeSystem/medicationrequest-category", "community", "Community");
  private static final Code PRESCRIPTION =
      new Code(Systems.LOINC, Systems.PRESCRIPTION_DOCUMENT, "Prescription for medication");
  private static final Code PLAN = new Code(Systems.LOINC, "18776-5", "Plan of care note");

  private final Visit visit;
  private final String number;
  private final List<Prescribed> items = new ArrayList<>();
  private final List<String> measured = new ArrayList<>();
  private final Instant written;
  private Coverage coverage = Coverage.self();
  private Optional<Contacts> contacts = Optional.empty();
  private Optional<Prescription> sent = Optional.empty();

  Prescribing(Visit visit, String number) {
    this.visit = visit;
    this.number = number;
    this.written = visit.now();
  }

  /** With this item. */
  public Prescribing add(Prescribed item) {
    items.add(item);
    return this;
  }

  /** Paid so; by the patient unless said. */
  public Prescribing paidBy(Coverage who) {
    coverage = who;
    return this;
  }

  /** With the letterhead's links. */
  public Prescribing contacts(Contacts links) {
    contacts = Optional.of(links);
    return this;
  }

  /** With an observation beside it, such as the weight. */
  public Prescribing beside(Resource observation) {
    measured.add(observation.reference());
    return this;
  }

  /** Sends each item, and then the document that holds them together. */
  public Answer<Prescription> send() {
    if (items.isEmpty()) {
      throw new IllegalStateException("prescription " + number + " has no item");
    }
    var related = new ArrayList<String>();
    for (int i = 0; i < items.size(); i++) {
      var name = number + "-" + (i + 1);
      var answer = visit.sending().create(name, request(items.get(i), name), visit.looksFirst());
      if (!(answer instanceof Done<Resource>(var resource, _))) {
        return answer.map(Sending::never);
      }
      related.add(resource.reference());
    }
    related.addAll(measured);
    var answer = visit.sending().create("document " + number, document(related), visit.looksFirst())
        .map(document -> new Prescription(document, List.copyOf(related.subList(0, items.size()))));
    if (answer instanceof Done<Prescription>(var prescription, _)) {
      sent = Optional.of(prescription);
    }
    return answer;
  }

  /** The national number, as soon as it is given; {@code Later} when it is not by then. */
  public Answer<String> number(Duration patience) {
    var document = sent.orElseThrow(() -> new IllegalStateException("prescription " + number + " was not sent"))
        .document();
    return visit.numbers().of(document.id(), patience);
  }

  private Map<String, Object> request(Prescribed item, String name) {
    var facility = visit.facility();
    return Fields.of("resourceType", "MedicationRequest",
        "contained", List.of(item.medicine().json("medication", facility.id(), name)),
        "identifier", List.of(facility.identifier("prescription", number),
            facility.identifier("prescription-item", name)),
        "status", "completed", "intent", "order", "category", List.of(COMMUNITY.concept()), "priority", "routine",
        "medicationReference", Fields.of("reference", "#medication",
            "display", item.medicine().product().map(Code::display)),
        "subject", visit.patient().json(), "encounter", Fields.reference(visit.reference()), "authoredOn", written,
        "requester", visit.doctor().json(),
        "note", item.note().isEmpty() ? List.of() : List.of(Map.of("text", item.note())),
        "dosageInstruction", Dosage.json(item.dosages()),
        "dispenseRequest", Fields.of("dispenseInterval", Unit.days(1),
            "validityPeriod", Fields.of("start", written, "end", item.until().orElse(written.plus(VALID))),
            "numberOfRepeatsAllowed", item.repeats(), "quantity", item.quantity().json(),
            "expectedSupplyDuration", Unit.days(item.days()),
            "performer", Fields.reference(facility.reference())));
  }

  private Map<String, Object> document(List<String> related) {
    var facility = visit.facility();
    var identifiers = new ArrayList<Map<String, Object>>();
    identifiers.add(facility.identifier("prescription", number));
    identifiers.addAll(coverage.identifiers(facility));
    return Fields.of("resourceType", "DocumentReference", "identifier", identifiers, "status", "current",
        "docStatus", "final", "type", PRESCRIPTION.concept(), "category", List.of(PLAN.concept()),
        "subject", visit.patient().json(), "date", written, "author", List.of(visit.doctor().json()),
        "custodian", Fields.of("reference", facility.reference(), "display", facility.name()),
        "content", contacts.map(Contacts::content).orElseGet(() -> List.of(Fields.of("attachment",
            Fields.of("title", facility.name())))),
        "context", Fields.of("encounter", List.of(Fields.reference(visit.reference())),
            "related", related.stream().map(Fields::reference).toList()));
  }
}
