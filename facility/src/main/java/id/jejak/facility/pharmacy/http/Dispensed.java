package id.jejak.facility.pharmacy.http;

import static id.jejak.facility.pharmacy.http.Wording.TERMS;
import static id.jejak.facility.pharmacy.http.Wording.coding;
import static id.jejak.facility.pharmacy.http.Wording.moment;
import static id.jejak.facility.pharmacy.http.Wording.reference;

import id.jejak.facility.pharmacy.domain.Product;
import id.jejak.facility.pharmacy.domain.Substitution;
import id.jejak.facility.pharmacy.store.DispenseStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Line;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Prescription;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.json.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A dispense as SATUSEHAT is told of it: Pelayanan Kefarmasian 1.2, section 6.
 *
 * @param organization number of whoever dispenses; the prescription may be another's
 * @param known products by their NIE
 */
record Dispensed(Prescription prescription, Line line, DispenseStore.Shown given, String organization,
    Map<String, Product> known) {
  private static final String CATEGORY = "http://terminology.hl7.org/fhir/CodeSystem/medicationdispense-category";
  private static final String DOCTOR = "doctor";
  private static final String PHARMACIST = "pharmacist";

  /** Who answers for a substitution, beside whoever handed out; nobody when there was none. */
  static Stream<String> answering(DispenseStore.Shown given) {
    return given.substitution().stream().flatMap(one -> Stream.of(one.path(DOCTOR).asString(""),
        one.path(PHARMACIST).asString("")));
  }

  /**
   * The resource.
   *
   * @param number of a member of staff as SATUSEHAT knows them
   */
  Map<String, Object> resource(String visit, UnaryOperator<String> number) {
    var lot = given.lots().path(0);
    var product = known.get(lot.path("nie").asString(""));
    var compound = Wording.compound(line);
    var medication = Wording.medication(line, organization, compound || product == null ? "" : product.kfa().orElse(""),
        product == null ? line.name() : product.name(), compound ? parts() : Json.read("[]"));
    medication.put("batch", Tree.of("lotNumber", lot.path("batch").asString(""), "expirationDate",
        lot.path("expiry").asString("")));
    var identifiers = new ArrayList<Map<String, Object>>();
    identifiers.add(Wording.identifier("prescription", organization, prescription.number()));
    identifiers.add(Wording.identifier("prescription-item", organization,
        prescription.number() + "-" + line.place() + "-" + given.id()));
    identifiers.addAll(Wording.paying(prescription, organization));
    return Tree.of("resourceType", "MedicationDispense", "contained", List.of(medication, price()), "identifier", identifiers,
        "status", "completed", "category", coding(CATEGORY, "outpatient", "Outpatient"), "medicationReference",
        Tree.of("reference", "#medication"), "subject", reference("Patient", given.patient()), "context",
        Tree.of("reference", visit), "performer",
        List.of(Tree.of("actor", reference("Practitioner", number.apply(given.staff())))),
        "authorizingPrescription", List.of(reference("MedicationRequest", String.valueOf(line.request()))), "quantity",
        Wording.quantity(given.quantity(), given.unit()), "whenPrepared", moment(given.at()), "whenHandedOver",
        moment(given.at()), "dosageInstruction", List.of(Wording.dosage(line)), "substitution",
        given.substitution().map(one -> substitution(one, number)).orElseGet(() -> Tree.of("wasSubstituted", false)));
  }

  /** Units of each product in one piece of what was made: what went in, over what was given of it. */
  private JsonNode parts() {
    var parts = new ArrayList<Map<String, Object>>();
    for (var lot : given.lots()) {
      var product = known.get(lot.path("nie").asString(""));
      if (product != null) {
        parts.add(Tree.of("kfa", product.kfa().orElse(""), "name", product.name(), "amount", lot.path("units").decimalValue(),
            "unit", product.unit().equalsIgnoreCase("kapsul") ? "CAP" : "TAB", "per", given.quantity()));
      }
    }
    return Json.read(Json.write((Object) parts));
  }

  private Map<String, Object> price() {
    return Tree.of("resourceType", "ChargeItemDefinition", "id", "price", "status", "active", "url",
        "urn:jejak:price:" + given.id(), "propertyGroup", List.of(Tree.of("priceComponent", List.of(Tree.of("type", "base",
            "amount", Tree.of("value", Shown.number(given.price().max(BigDecimal.ZERO)), "currency", "IDR"))))));
  }

  /** The document wants the reason in words, too: its own words for it where nobody wrote others. */
  private static Map<String, Object> substitution(JsonNode one, UnaryOperator<String> number) {
    var reason = one.path("reason").asString("");
    var system = reason.matches("\\d+") ? "http://snomed.info/sct"
        : reason.startsWith("TK") ? "http://terminology.kemkes.go.id" : TERMS + "v3-ActReason";
    var coded = coding(system, reason, "");
    var text = one.path("text").asString("");
    coded.put("text", text.isBlank() ? Substitution.REASONS.getOrDefault(reason, reason) : text);
    return Tree.of("wasSubstituted", true, "type", coding(TERMS + "v3-substanceAdminSubstitution",
        one.path("type").asString(""), ""), "reason", List.of(coded), "responsibleParty", Stream.of(DOCTOR, PHARMACIST)
            .map(who -> reference("Practitioner", number.apply(one.path(who).asString("")))).toList());
  }
}
