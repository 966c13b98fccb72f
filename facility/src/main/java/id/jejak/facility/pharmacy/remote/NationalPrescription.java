package id.jejak.facility.pharmacy.remote;

import id.jejak.facility.pharmacy.domain.LineKind;
import id.jejak.kernel.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A prescription as SATUSEHAT has it.
 *
 * @param document id of the DocumentReference
 * @param number of the facility that wrote it
 * @param claim number of the SEP, when an insurance pays
 */
public record NationalPrescription(String document, String encounter, String patient, String prescriber,
    String organization, String number, String coverage, Optional<String> claim, Instant writtenAt, List<Item> items) {
  private static final String SYS = "http://sys-ids.kemkes.go.id/";
  private static final String COVERAGE = "http://terminology.kemkes.go.id/CodeSystem/coverage-type";

  /**
   * One item.
   *
   * @param request id of the MedicationRequest
   * @param kfa empty for a compound
   * @param ingredients {@code [{"kfa", "name", "amount", "unit", "per"}]}
   */
  public record Item(String request, LineKind kind, String kfa, String name, String form, String route, String signa,
      BigDecimal quantity, String unit, int repeats, Optional<Instant> from, Optional<Instant> until,
      JsonNode ingredients) {}

  /** Reads a search for a document with what it includes; empty when there is none in it. */
  public static Optional<NationalPrescription> of(JsonNode searched) {
    var resources = searched.path("entry").valueStream().map(entry -> entry.path("resource")).toList();
    return resources.stream().filter(one -> type(one).equals("DocumentReference")).findFirst().map(document ->
        read(document, resources));
  }

  private static NationalPrescription read(JsonNode document, List<JsonNode> resources) {
    var items = new ArrayList<Item>();
    for (var related : document.path("context").path("related")) {
      var reference = text(related.path("reference"));
      resources.stream().filter(one -> type(one).equals("MedicationRequest")
          && reference.equals("MedicationRequest/" + text(one.path("id")))).findFirst()
          .ifPresent(one -> items.add(item(one)));
    }
    return new NationalPrescription(text(document.path("id")),
        tail(text(document.at("/context/encounter/0/reference"))), tail(text(document.at("/subject/reference"))),
        tail(text(document.at("/author/0/reference"))), tail(text(document.at("/custodian/reference"))),
        identifier(document, SYS + "prescription/").orElse(""), identifier(document, COVERAGE).orElse("Biaya-Sendiri"),
        identifier(document, SYS + "claim-number/"), moment(document.path("date")).orElse(Instant.EPOCH), items);
  }

  private static Item item(JsonNode request) {
    var medication = request.path("contained").path(0);
    var kind = LineKind.ofCode(text(medication.at("/extension/0/valueCodeableConcept/coding/0/code")));
    var dispense = request.path("dispenseRequest");
    var code = medication.at("/code/coding/0");
    return new Item(text(request.path("id")), kind, text(code.path("code")),
        kind.compound() ? "Racikan" : text(code.path("display")), text(medication.at("/form/coding/0/code")),
        text(request.at("/dosageInstruction/0/route/coding/0/code")),
        text(request.at("/dosageInstruction/0/patientInstruction")), number(dispense.at("/quantity/value")),
        text(dispense.at("/quantity/code")), dispense.path("numberOfRepeatsAllowed").asInt(0),
        moment(dispense.at("/validityPeriod/start")), moment(dispense.at("/validityPeriod/end")),
        kind.compound() ? ingredients(medication) : Json.read("[]"));
  }

  private static JsonNode ingredients(JsonNode medication) {
    var all = new ArrayList<Map<String, Object>>();
    for (var one : medication.path("ingredient")) {
      var made = new LinkedHashMap<String, Object>();
      made.put("kfa", text(one.at("/itemCodeableConcept/coding/0/code")));
      made.put("name", text(one.at("/itemCodeableConcept/coding/0/display")));
      made.put("amount", number(one.at("/strength/numerator/value")));
      made.put("unit", text(one.at("/strength/numerator/code")));
      made.put("per", number(one.at("/strength/denominator/value")));
      all.add(made);
    }
    return Json.read(Json.write((Object) all));
  }

  private static Optional<String> identifier(JsonNode resource, String system) {
    return resource.path("identifier").valueStream().filter(one -> text(one.path("system")).startsWith(system))
        .map(one -> text(one.path("value"))).filter(value -> !value.isEmpty()).findFirst();
  }

  private static String type(JsonNode resource) {
    return text(resource.path("resourceType"));
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : "";
  }

  private static String tail(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  /** A quantity that is not told is one. */
  private static BigDecimal number(JsonNode node) {
    return node.isNumber() && node.decimalValue().signum() > 0 ? node.decimalValue() : BigDecimal.ONE;
  }

  private static Optional<Instant> moment(JsonNode node) {
    try {
      return Optional.of(text(node)).filter(text -> text.length() > 10).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) { // a moment that nobody can read says nothing
      return Optional.empty();
    }
  }
}
