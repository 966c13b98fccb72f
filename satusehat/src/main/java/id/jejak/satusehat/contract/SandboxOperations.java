package id.jejak.satusehat.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;

/** What the sandbox may do with SATUSEHAT. Ours, and in no list of operations. */
@Source(grade = Grade.INFERRED, ref = "ours: no national document has it", seen = "2026-11")
public final class SandboxOperations {
  /** A patient's consent. */
  public static final Operation CONSENT = new Operation("satusehat.sandbox.consent", "POST", "/satusehat/consent",
      "Consent of a patient", "From now on the patient agrees, or not: other organizations are then shown suppressed"
          + " entries, and nobody can write about the patient.",
      List.of(new Param("patient", Need.REQUIRED, "String", "id of the patient", "\"P02029542843\""),
          new Param("agrees", Need.REQUIRED, "Boolean", "whether the patient agrees", "false")),
      List.of(new Outcome("200", true, "", "{\"patient\": ..., \"agrees\": ...}; faults answer 400 {\"error\": ...}")),
      "ours: no national document has it", true, List.of(), List.of(), "{\"patient\":\"P02029542843\",\"agrees\":false}");

  /** National numbers now. */
  public static final Operation NUMBER = new Operation("satusehat.sandbox.number", "POST", "/satusehat/number",
      "National numbers now", "Gives every prescription that waits for its national number the number at once, and adds"
          + " every dispense to its document.",
      List.of(), List.of(new Outcome("200", true, "", "{\"numbers\": [...]}: the last ones that were given")),
      "ours: no national document has it", true, List.of(), List.of(), "{\"numbers\":[\"240925-7KAJ2MR\"]}");

  private SandboxOperations() {}
}
