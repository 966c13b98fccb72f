package id.jejak.facility.access.contract;

import id.jejak.facility.access.Permission;
import id.jejak.facility.access.Role;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Words for describing operations. */
final class Describe {
  static final Param PURPOSE = required("purpose", "String",
      "what for: registration, treatment, dispensing, payment, recall, reporting, patient_request, audit, operation",
      "\"treatment\"");
  static final Param PATIENT = required("id", "String", "number of the patient", "\"1001\"");
  static final Outcome NO_PATIENT = Problem.NOT_FOUND.when("no patient of this facility has the number");

  private Describe() {}

  /** An operation for whoever has a permission. */
  static Operation guarded(String id, String method, String path, String title, String purpose,
      Permission permission, Outcome... own) {
    var all = new ArrayList<Outcome>();
    all.add(Problem.UNAUTHENTICATED.when("no session, or one that has ended"));
    if (!method.equals("GET")) {
      all.add(Problem.CROSS_SITE.when("the session came as a cookie, without proof that a page of ours asked"));
    }
    if (permission != Permission.ANY) {
      all.add(Problem.FORBIDDEN.when("no role of the caller has the permission"));
    }
    all.addAll(List.of(own));
    var roles = permission == Permission.ANY ? "everybody who is logged in" : permission.roles().stream().sorted()
        .map(Role::word).collect(Collectors.joining(", "));
    return open(id, method, path, title, purpose + " For: " + roles + ".", all.toArray(Outcome[]::new));
  }

  /** An operation for everybody. */
  static Operation open(String id, String method, String path, String title, String purpose, Outcome... all) {
    var outcomes = new ArrayList<>(List.of(all));
    outcomes.add(outcomes.size() - 1, Problem.BROKEN.when("something broke; nothing was changed"));
    return new Operation(id, method, path, title, purpose, List.of(), outcomes, "ours: no national document has it",
        true, List.of(), List.of(), "");
  }

  static Outcome done(int status, String when) {
    return new Outcome(status + " done", true, "", when);
  }

  static Outcome unreadable() {
    return Problem.NOT_JSON.when("the body is no JSON object");
  }

  static Outcome invalid(String when) {
    return Problem.INVALID.when(when);
  }

  static Param required(String name, String type, String description, String example) {
    return new Param(name, Need.REQUIRED, type, description, example);
  }

  static Param optional(String name, String type, String description, String example) {
    return new Param(name, Need.OPTIONAL, type, description, example);
  }
}
