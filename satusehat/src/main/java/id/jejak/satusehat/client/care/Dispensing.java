package id.jejak.satusehat.client.care;

import id.jejak.kernel.http.Answer;
import id.jejak.satusehat.client.Resource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dispense that is being written. {@link #send} may be called again after it was not done. Without {@link #giving} the
 * whole of one supply is given, of what was prescribed. For one thread.
 */
public final class Dispensing {
  private static final Code COMMUNITY =
      new Code("http://terminology.hl7.org/fhir/CodeSystem/medicationdispense-category", "community", "Community");

  private final PharmacyVisit visit;
  private final Resource item;
  private final String number;
  private final Instant prepared;
  private Optional<Medicine> medicine = Optional.empty();
  private Optional<Quantity> quantity = Optional.empty();
  private List<Dosage> dosages = List.of();
  private Optional<BigDecimal> price = Optional.empty();
  private Optional<Coverage> coverage = Optional.empty();
  private Optional<Substitution> substitution = Optional.empty();
  private int days;

  Dispensing(PharmacyVisit visit, Resource item, String number) {
    this.visit = visit;
    this.item = item;
    this.number = number;
    this.prepared = visit.now();
  }

  /** So much of this. */
  public Dispensing giving(Medicine what, Quantity howMuch) {
    medicine = Optional.of(what);
    quantity = Optional.of(howMuch);
    return this;
  }

  /** So much of what was prescribed. */
  public Dispensing giving(Quantity howMuch) {
    quantity = Optional.of(howMuch);
    return this;
  }

  /** To be taken so, when it is otherwise than prescribed. */
  public Dispensing taken(Dosage... otherwise) {
    dosages = List.of(otherwise);
    return this;
  }

  /** Lasting so many days. */
  public Dispensing days(int howMany) {
    days = howMany;
    return this;
  }

  /** At this price, rupiah. */
  public Dispensing price(long rupiah) {
    price = Optional.of(BigDecimal.valueOf(rupiah));
    return this;
  }

  /** Paid so. */
  public Dispensing paidBy(Coverage who) {
    coverage = Optional.of(who);
    return this;
  }

  /** Instead of what was prescribed. */
  public Dispensing instead(Substitution why) {
    substitution = Optional.of(why);
    return this;
  }

  /**
   * Sends it. {@code Refused} with {@code business-rule} when less remains; the words say how much, and who took the
   * rest.
   */
  public Answer<Resource> send() {
    return visit.sending().create(number, json(), visit.looksFirst());
  }

  private Map<String, Object> json() {
    var facility = visit.facility();
    var identifiers = new ArrayList<Map<String, Object>>();
    identifiers.add(facility.identifier("prescription", number));
    identifiers.add(facility.identifier("prescription-item", number));
    coverage.ifPresent(who -> identifiers.addAll(who.identifiers(facility)));
    return Fields.of("resourceType", "MedicationDispense", "contained", contained(), "identifier", identifiers,
        "status", "completed", "category", COMMUNITY.concept(),
        "medicationReference", Fields.reference(reference()),
        "subject", visit.patient().json(), "context", Fields.reference(visit.reference()),
        "whenPrepared", prepared, "whenHandedOver", prepared,
        "performer", visit.performers().stream().map(who -> Fields.of("actor", who.json())).toList(),
        "dosageInstruction", dosages.isEmpty() ? item.json().path("dosageInstruction") : Dosage.json(dosages),
        "authorizingPrescription", List.of(Fields.reference(item.reference())),
        "quantity", quantity.<Object>map(Quantity::json)
            .orElseGet(() -> item.json().path("dispenseRequest").path("quantity")),
        "daysSupply", days > 0 ? Unit.days(days) : item.json().path("dispenseRequest").path("expectedSupplyDuration"),
        "receiver", List.of(Fields.reference(visit.patient().reference())),
        "substitution", substitution.map(Substitution::json).orElseGet(() -> Fields.of("wasSubstituted", false)));
  }

  private List<Object> contained() {
    var all = new ArrayList<Object>();
    if (medicine.isPresent()) {
      all.add(medicine.get().json("medication", visit.facility().id(), number));
    } else {
      item.json().path("contained").valueStream()
          .filter(one -> one.path("resourceType").asString("").equals("Medication")).forEach(all::add);
    }
    price.ifPresent(rupiah -> all.add(Fields.of("resourceType", "ChargeItemDefinition", "id", "price", "status",
        "active", "propertyGroup", List.of(Fields.of("priceComponent", List.of(Fields.of("type", "base",
            "amount", Fields.of("value", rupiah, "currency", "IDR"))))))));
    return all;
  }

  private String reference() {
    return medicine.isPresent() ? "#medication" : item.text("/medicationReference/reference");
  }
}
