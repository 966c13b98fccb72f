package id.jejak.facility.queue.contract;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;

/** What the sandbox does in other people's place, below {@code /sandbox}. */
public final class SandboxOperations {
  /** A doctor signs. */
  public static final Operation PRESCRIPTION = new Operation("rs.sandbox.prescriptions", "POST",
      "/antrean/prescriptions", "A prescription is signed",
      "Signs a prescription for a booking, as the hospital's doctor does: the clinic is done, and the patient may queue"
          + " at the pharmacy.",
      List.of(new Param("kodebooking", Need.REQUIRED, "String", "kode booking", "\"17032021A001\""),
          new Param("racikan", Need.OPTIONAL, "Integer", "1 when the pharmacy has to make something", "1")),
      List.of(new Outcome("400", false, "{what} and what to write", "no such booking"),
          new Outcome("200", true, "", "otherwise")), "ours", true, List.of(), List.of(), "null");

  private SandboxOperations() {}
}
