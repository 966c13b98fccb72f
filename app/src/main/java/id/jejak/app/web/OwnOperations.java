package id.jejak.app.web;

import id.jejak.kernel.http.Operation;
import java.util.List;

/** Makes operations that no national document has: the house's own, described as data like all others. */
public final class OwnOperations {
  private static final String ORIGIN = "ours: no national document has it";

  private OwnOperations() {}

  /** An operation without parameters. */
  public static Operation own(String id, String method, String path, String title, String purpose) {
    return own(id, method, path, title, purpose, List.of(), "{}");
  }

  /** An operation with parameters and an example of its answer, JSON. */
  public static Operation own(String id, String method, String path, String title, String purpose,
      List<Operation.Param> params, String example) {
    return new Operation(id, method, path, title, purpose, params, List.of(), ORIGIN, true, List.of(), List.of(),
        example);
  }

  /** A parameter that may be left out. */
  public static Operation.Param optional(String name, String type, String description, String example) {
    return new Operation.Param(name, Operation.Need.OPTIONAL, type, description, example);
  }
}
