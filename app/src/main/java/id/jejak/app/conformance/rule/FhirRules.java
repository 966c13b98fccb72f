package id.jejak.app.conformance.rule;

import id.jejak.app.conformance.Evidence;
import id.jejak.app.conformance.Exchange;
import id.jejak.app.conformance.Judgement;
import id.jejak.app.conformance.Traffic;
import id.jejak.app.conformance.Words;
import id.jejak.satusehat.contract.FhirOperations;
import id.jejak.satusehat.contract.Finding;
import id.jejak.satusehat.contract.PharmacyRule;
import id.jejak.satusehat.contract.ResourceTypes;
import id.jejak.satusehat.http.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What resources keep: FHIR R4's shapes, the rule dictionary, and each rule of the pharmacy document, found by the very
 * rules of explain mode. A resource that was refused is judged too unless a later one of its kind is right.
 */
final class FhirRules {
  private static final String FHIR = "FHIR";
  private static final Words WRITES = new Words("POST atau PUT resource, juga dalam Bundle", "POST or PUT of resources,"
      + " in bundles too");

  private final Rules rules;

  FhirRules(Rules rules) {
    this.rules = rules;
  }

  /** A resource that was sent. */
  record Sent(Exchange exchange, String type, ObjectNode resource) {}

  List<Rule> all() {
    var all = new ArrayList<Rule>();
    all.add(rule("satusehat.fhir", new Words("Bentuk resource sesuai FHIR R4", "Resources have the shape of FHIR R4"),
        "HL7 FHIR R4", finding -> finding.rule().equals(FHIR), Set.of()));
    all.add(rule("satusehat.dictionary", new Words("Aturan bernomor SATUSEHAT dipatuhi (RuleNumber)",
        "SATUSEHAT's numbered rules are kept (RuleNumber)"), "kamus RuleNumber SATUSEHAT",
        finding -> Character.isDigit(finding.rule().charAt(0)), Set.of()));
    for (var one : PharmacyRule.values()) {
      all.add(rule("satusehat." + one.number(), Words.same(one.number() + ": " + one.statement()),
          "Pelayanan Kefarmasian 1.2, " + one.section(), finding -> finding.rule().equals(one.number()), types(one)));
    }
    return all;
  }

  private Rule rule(String id, Words scenario, String source, Predicate<Finding> which, Set<String> types) {
    return Rule.of(id, scenario, WRITES, new Words("Tidak ada temuan", "Nothing is found"), source,
        traffic -> judged(traffic, which, types));
  }

  /** The types that a rule of the document is about. */
  private static Set<String> types(PharmacyRule rule) {
    return switch (rule) {
      case PK_01, PK_04, PK_06 -> Set.of("MedicationRequest");
      case PK_02, PK_05, PK_07, PK_19, PK_20, PK_21, PK_22 -> Set.of("MedicationDispense");
      case PK_03, PK_08, PK_09, PK_10, PK_11 -> Set.of("Medication", "MedicationRequest", "MedicationDispense");
      case PK_12, PK_13, PK_14 -> Set.of("MedicationRequest", "MedicationDispense");
      case PK_15, PK_16 -> Set.of("DocumentReference", "MedicationDispense");
      case PK_17, PK_18 -> Set.of("DocumentReference");
      case PK_23 -> Set.of("Encounter");
      case PK_24 -> Set.of("Observation");
    };
  }

  private Judgement judged(Traffic traffic, Predicate<Finding> which, Set<String> types) {
    var sent = sent(traffic).stream().filter(one -> types.isEmpty() || types.contains(one.type())).toList();
    if (sent.isEmpty()) {
      return Judgement.notExercised();
    }
    var broken = new ArrayList<Evidence>();
    long forgiven = 0;
    for (var one : sent) {
      var found = findings(one, which);
      if (found.isEmpty()) {
        continue;
      }
      if (!one.exchange().success() && corrected(sent, one, which)) {
        forgiven++;
        continue;
      }
      var first = found.getFirst();
      broken.add(Evidence.of(one.exchange(), new Words(one.type() + ": " + first.indonesian() + " di " + first.path()
          + "; diharapkan: " + first.expected() + "; diterima: " + first.received(), one.type() + ": "
          + first.english() + " at " + first.path() + "; expected: " + first.expected() + "; received: "
          + first.received())));
    }
    if (broken.isEmpty()) {
      var more = forgiven == 0 ? "" : " (" + forgiven + ")";
      return new Judgement(id.jejak.app.conformance.Verdict.PASSED, new Words(sent.size() + " resource diperiksa, semua"
          + " sesuai" + (forgiven == 0 ? "." : "; " + forgiven + " ditolak, lalu diperbaiki."), sent.size()
          + " resources looked at, all right" + (more.isEmpty() ? "." : "; refused and corrected:" + more + ".")),
          List.of());
    }
    return Judgement.failed(sent.size(), broken);
  }

  private List<Finding> findings(Sent one, Predicate<Finding> which) {
    return rules.of(one.type(), one.resource(), "").stream()
        .filter(finding -> finding.weight() != Finding.Weight.NOTED).filter(which).toList();
  }

  private boolean corrected(List<Sent> all, Sent wrong, Predicate<Finding> which) {
    return all.stream().filter(one -> one.type().equals(wrong.type())).reduce((_, last) -> last)
        .filter(last -> findings(last, which).isEmpty()).isPresent();
  }

  /** Everything that was sent to be kept, bundles taken apart; what was cut cannot be judged. */
  static List<Sent> sent(Traffic traffic) {
    var all = new ArrayList<Sent>();
    for (var one : traffic.operations("satusehat.")) {
      if (one.id().equals(FhirOperations.BUNDLE.id())) {
        one.sent().path("entry").forEach(entry -> {
          if (List.of("POST", "PUT").contains(entry.path("request").path("method").asString("POST"))) {
            add(all, one, entry.path("resource"));
          }
        });
      } else if (Set.of(FhirOperations.CREATE.id(), FhirOperations.UPDATE.id(), FhirOperations.UPDATE_WHERE.id())
          .contains(one.id())) {
        add(all, one, one.sent());
      }
    }
    return all;
  }

  private static void add(List<Sent> all, Exchange exchange, JsonNode node) {
    var type = node.path("resourceType").asString("");
    if (node instanceof ObjectNode resource && ResourceTypes.kept(type)) {
      all.add(new Sent(exchange, type, resource));
    }
  }
}
