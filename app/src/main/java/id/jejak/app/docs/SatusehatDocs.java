package id.jejak.app.docs;

import id.jejak.kernel.part.Part;
import id.jejak.satusehat.contract.EresepOperations;
import id.jejak.satusehat.contract.FhirOperations;
import id.jejak.satusehat.contract.FhirOutcomes;
import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.http.FhirFaults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * SATUSEHAT's docs, and the story that its Postman run tells: the hospital of the demo world writes down a weight,
 * reads it back in every way, and asks for what remains of the demo prescription.
 */
public final class SatusehatDocs {
  private static final String KEPT_ID = "\"{{observation}}\"";

  private SatusehatDocs() {}

  /**
   * The docs of the FHIR server and of eresep.
   *
   * @param gateway gives the client of the Postman run; without it the reader fills one in
   */
  public static SystemDocs of(Supplier<List<Example>> examples, Optional<Part.Sandbox> gateway) {
    return new SystemDocs("satusehat", "SATUSEHAT, pharmacy", "1.2",
        List.of(new Section(FhirOperations.BASES, FhirOperations.ALL),
            new Section(EresepOperations.BASES, EresepOperations.ALL)),
        new Printed(Requests.BodyForm.JSON.type(),
            (_, outcome) -> FhirOutcomes.answer(outcome).or(() -> EresepOperations.answer(outcome)), new FhirFaults(),
            Limits.RESOURCE_BYTES),
        Requests.BEARER_JSON, examples, script(gateway));
  }

  private static PostmanScript script(Optional<Part.Sandbox> gateway) {
    var id = Map.of("rid", KEPT_ID);
    return new PostmanScript(GatewayDocs.environment(gateway), List.of(GatewayDocs.token()),
        Map.of(FhirOperations.READ.id(), id,
            FhirOperations.UPDATE.id(), Map.of("rid", KEPT_ID, "id", KEPT_ID),
            FhirOperations.PATCH.id(), id,
            FhirOperations.HISTORY.id(), id,
            FhirOperations.VREAD.id(), Map.of("rid", KEPT_ID, "vid", "\"{{version}}\""),
            EresepOperations.LOGIN.id(), Map.of("password", "\"rahasia-demo-eresep-apotek-sarana-b\"")),
        Map.of(FhirOperations.CREATE.id(),
            Map.of("observation", "answer.id", "version", "answer.meta.versionId")),
        // A patch is an array, which no form of parameters makes; eresep has another token than the collection.
        // What the put finds is never what it creates; nothing has the id that is deleted, so that the rest goes on.
        Map.of(FhirOperations.PATCH.id(), "415 media type", EresepOperations.PRESCRIPTION.id(), "401 token",
            FhirOperations.UPDATE_WHERE.id(), "201 created", FhirOperations.DELETE.id(), "404 not found"),
        Set.of());
  }
}
