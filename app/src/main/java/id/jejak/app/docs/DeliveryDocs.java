package id.jejak.app.docs;

import id.jejak.app.docs.PostmanScript.Environment;
import id.jejak.app.docs.PostmanScript.Step;
import id.jejak.app.docs.Requests.Access;
import id.jejak.app.docs.Requests.BodyForm;
import id.jejak.delivery.contract.DeliveryOperations;
import id.jejak.delivery.contract.Fault;
import id.jejak.delivery.http.DeliveryFaults;
import id.jejak.kernel.part.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The docs of what a facility owes. The Postman run deals with one parcel that the sandbox made up and parked. */
public final class DeliveryDocs {
  private static final String STAGE = "409 stage";

  private DeliveryDocs() {}

  /**
   * The docs.
   *
   * @param sandbox makes up the parcel of the Postman run; without it the reader names one
   */
  public static SystemDocs of(Supplier<List<Example>> examples, Optional<Part.Sandbox> sandbox) {
    return new SystemDocs("delivery", "Facility: delivery", "1",
        List.of(new Section(DeliveryOperations.BASES, DeliveryOperations.ALL)),
        new Printed(BodyForm.JSON.type(), (_, outcome) -> outcome.success() ? Optional.empty()
            : Optional.of(new Fault(outcome.code(), outcome.message()).response()), new DeliveryFaults(),
            DeliveryOperations.BODY_BYTES),
        new Requests(List.of(BodyForm.JSON), false, Map.of(), Access.BY_PARAMETER), examples,
        sandbox.isPresent() ? script() : PostmanScript.NONE);
  }

  private static PostmanScript script() {
    return new PostmanScript(Environment.of(() -> Map.of("parcel", "")),
        List.of(new Step("A parked parcel", "POST", "/sandbox/delivery/parcels",
            "{\"key\": \"16032021A001\", \"remedy\": \"FIX_DATA\"}", Map.of("parcel", "answer.id"))),
        Map.of("*", Map.of("id", "\"{{parcel}}\"", "remote", "\"contoh\"")), Map.of(),
        // all parked ones were driven again just before
        Map.of(DeliveryOperations.CORRECT.id(), STAGE, DeliveryOperations.ASIDE.id(), STAGE), Set.of());
  }
}
