package id.jejak.facility.pharmacy.contract;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import java.util.ArrayList;
import java.util.List;

/** Words for describing operations. */
final class Describe {
  private static final Outcome CALLER = no(Problem.UNKNOWN_CALLER, "no token, or one that nobody has");
  private static final Outcome ROLE = no(Problem.ROLE, "the caller has none of the roles that may");
  private static final Outcome MALFORMED = no(Problem.MALFORMED, "a parameter is missing or cannot be read");

  private Describe() {}

  /** An operation with what every operation answers before and after its own refusals. */
  static Operation operation(String id, String method, String path, String title, String purpose, List<Param> params,
      List<Outcome> own, String example) {
    var outcomes = new ArrayList<>(List.of(CALLER, ROLE, MALFORMED));
    outcomes.addAll(own);
    outcomes.add(new Outcome("200", true, "", "otherwise"));
    return new Operation(id, method, "/pharmacy" + path, title, purpose, params, outcomes, "ours", true, List.of(),
        List.of(), example);
  }

  static Param required(String name, String type, String description, String example) {
    return new Param(name, Need.REQUIRED, type, description, example);
  }

  static Param optional(String name, String type, String description, String example) {
    return new Param(name, Need.OPTIONAL, type, description, example);
  }

  static Outcome no(Problem problem, String when) {
    return new Outcome(problem.outcome(), false, problem.text(), when);
  }

  static Outcome missing(String thing) {
    return no(Problem.NOT_FOUND, "this facility has no such " + thing);
  }
}
