package id.jejak.satusehat.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * One place where a resource breaks FHIR, the pharmacy document, or the rule dictionary. Holds no text of a person.
 *
 * @param weight what comes of it
 * @param rule number of the dictionary such as {@code 10038}; {@code PK-} and a number for a rule of the pharmacy
 *     document; {@code FHIR} for one of FHIR R4
 * @param path where, as FHIR writes it: {@code MedicationRequest.dosageInstruction[0].route.coding[0].system}
 * @param expected what may stand there
 * @param received what stands there; {@code -} for nothing
 * @param indonesian what is wrong, without the two
 * @param english the same
 */
@Source(grade = Grade.INFERRED, ref = "docs/decisions/0401: no recording shows a list of warnings", seen = "2026-11")
public record Finding(Weight weight, String rule, String path, String expected, String received, String indonesian,
    String english) {
  /** What comes of a finding. */
  public enum Weight {
    /** The real server refuses it, and so does this one. */
    REFUSED("error"),
    /** The real server took it, although it breaks a rule; the strict mode refuses it. */
    BROKEN("error"),
    /** Worth knowing; nobody refuses it. */
    NOTED("warning");

    private final String severity;

    Weight(String severity) {
      this.severity = severity;
    }
  }

  /** The finding as an issue: Indonesian in {@code details.text}, where clients look, English in diagnostics. */
  public Outcome.Issue issue() {
    return issue(weight.severity);
  }

  /** The finding as an issue that refuses nothing. */
  public Outcome.Issue warning() {
    return issue("warning");
  }

  private Outcome.Issue issue(String severity) {
    var number = Character.isDigit(rule.charAt(0)) ? "RuleNumber: " + rule : "Rule: " + rule;
    return new Outcome.Issue(severity, code(), indonesian + "; diharapkan: " + expected + "; diterima: " + received
        + " (" + number + ")", english + "; expected: " + expected + "; received: " + received, path);
  }

  private String code() {
    return rule.equals("FHIR") ? "structure" : received.equals("-") ? "required" : "value";
  }
}
