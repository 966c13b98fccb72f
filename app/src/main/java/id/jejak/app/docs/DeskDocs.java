package id.jejak.app.docs;

import id.jejak.facility.queue.contract.DeskOperations;
import id.jejak.facility.queue.contract.Limits;
import id.jejak.facility.queue.http.DeskFaults;
import java.util.List;
import java.util.function.Supplier;

/** The docs of the desk's own services. */
public final class DeskDocs {
  private DeskDocs() {}

  /** The docs. */
  public static SystemDocs of(Supplier<List<Example>> examples) {
    return new SystemDocs("queue", "The hospital's desk", "1",
        List.of(new Section(DeskOperations.BASES, DeskOperations.ALL)),
        new Printed(Requests.BodyForm.JSON.type(), (_, outcome) -> DeskFaults.example(outcome), new DeskFaults(),
            Limits.BODY_BYTES),
        Requests.PLAIN_JSON, examples, PostmanScript.NONE);
  }
}
