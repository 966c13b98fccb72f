package id.jejak.satusehat.http.rules;

import id.jejak.satusehat.contract.Finding;
import id.jejak.satusehat.domain.rule.KfaCodes;
import id.jejak.satusehat.domain.rule.MedicineRule.Use;
import id.jejak.satusehat.http.structure.Flaw;
import id.jejak.satusehat.http.structure.StructureCheck;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Everything that a resource is held against beyond what is always refused. Thread-safe. */
public final class Rules {
  private static final Report.Words EMPTY = new Report.Words("10134", "nilai kosong", "an empty value");

  private static final Set<String> NUMBERS = Set.of("decimal", "integer", "positiveInt", "unsignedInt");

  private final MedicineRules medicines;
  private final InstantSource clock;

  /**
   * Rules.
   *
   * @param kfa knows which codes there are
   */
  public Rules(KfaCodes kfa, InstantSource clock) {
    this.medicines = new MedicineRules(kfa);
    this.clock = clock;
  }

  /**
   * Everything that breaks FHIR's shape, the dictionary or the document, in that order, at most 200 findings.
   *
   * @param organization of the sender; empty when nobody says
   */
  public List<Finding> of(String type, ObjectNode resource, String organization) {
    var report = new Report();
    StructureCheck.of(type, resource).forEach(flaw -> report.add(numbered(flaw)));
    var spot = new Spot(resource, type);
    resource(type, spot, organization, report);
    for (var contained : spot.all("contained")) {
      if (!contained.text("resourceType").isEmpty()) {
        DictionaryRules.check(contained.text("resourceType"), contained, organization, report);
      }
    }
    return report.findings();
  }

  /** What the visit of a dispense breaks: it must be one to a pharmacy. */
  public List<Finding> visit(ObjectNode encounter, String path) {
    var report = new Report();
    VisitRules.pharmacy(new Spot(encounter, path), report);
    return report.findings();
  }

  private void resource(String type, Spot spot, String organization, Report report) {
    DictionaryRules.check(type, spot, organization, report);
    VisitRules.check(type, spot, clock.instant(), report);
    IdentifierRules.check(type, spot, organization, report);
    switch (type) {
      case "Medication" -> medicines.medication(spot, List.of(Use.values()), report);
      case "MedicationRequest" -> {
        medicines.contained(spot, Use.REQUEST, report);
        DosageRules.check(spot, report);
      }
      case "MedicationDispense" -> {
        medicines.contained(spot, Use.DISPENSE, report);
        DosageRules.check(spot, report);
        DocumentRules.paying(spot, organization, report);
        DispenseRules.check(spot, report);
      }
      case "Encounter", "Location" -> ClassRules.check(type, spot, report);
      case "Immunization" -> VaccineRules.check(spot, report);
      case "DocumentReference" -> DocumentRules.check(spot, organization, report);
      default -> { /* the document says nothing about other types */ }
    }
  }

  /** True for a text where a number belongs. */
  private static boolean text(Flaw flaw) {
    return flaw.kind() == Flaw.Kind.TYPE && NUMBERS.contains(flaw.expected()) && flaw.received().equals("string");
  }

  /** A flaw of the shape, by the dictionary's number where it has one for that element. */
  private static Finding numbered(Flaw flaw) {
    var found = flaw.finding();
    Optional<String> number = flaw.kind() == Flaw.Kind.EMPTY && flaw.received().equals("\"\"")
        ? Optional.of(EMPTY.rule()) : RuleBook.DICTIONARY.shape(found.path().replaceAll("\\[\\d+]", ""))
            .or(() -> text(flaw) ? Optional.of(RuleBook.DICTIONARY.number()) : Optional.empty());
    return number.map(rule -> new Finding(found.weight(), rule, found.path(), found.expected(), found.received(),
        found.indonesian(), found.english())).orElse(found);
  }
}
