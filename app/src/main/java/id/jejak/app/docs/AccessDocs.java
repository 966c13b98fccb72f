package id.jejak.app.docs;

import id.jejak.app.docs.PostmanScript.Environment;
import id.jejak.facility.access.contract.AccessOperations;
import id.jejak.facility.access.contract.Limits;
import id.jejak.facility.access.contract.PatientOperations;
import id.jejak.facility.access.http.AccessFaults;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The docs of a facility's access. The Postman run is that of the demo hospital's head, who has every role; what a run
 * cannot do twice, or not without a browser, is expected to be refused.
 */
public final class AccessDocs {
  private static final String PATIENT = "\"{{patient}}\"";

  private AccessDocs() {}

  /**
   * The docs of access.
   *
   * @param sandbox gives the account of the Postman run; without it the reader fills one in
   */
  public static SystemDocs of(Supplier<List<Example>> examples, Optional<Part.Sandbox> sandbox) {
    return new SystemDocs("access", "Facility: access and audit", "1",
        List.of(new Section(AccessOperations.BASES, AccessOperations.ALL)),
        new Printed("application/json", (_, outcome) -> AccessOperations.answer(outcome), new AccessFaults(),
            Limits.BODY_BYTES),
        Requests.SESSION_JSON, examples, script(sandbox));
  }

  private static PostmanScript script(Optional<Part.Sandbox> sandbox) {
    var values = new LinkedHashMap<String, Map<String, String>>();
    values.put("*", Map.of("username", "\"{{username}}\"", "password", "\"{{password}}\"", "old", "\"{{password}}\""));
    values.put(AccessOperations.ADD_STAFF.id(), Map.of("username", "\"{{username}}\""));
    values.put(AccessOperations.CHANGE_STAFF.id(), Map.of("id", "\"0\""));
    for (var operation : List.of(PatientOperations.READ, PatientOperations.CHANGE, PatientOperations.INVITE,
        PatientOperations.LOOKS, PatientOperations.ERASE)) {
      values.put(operation.id(), Map.of("id", PATIENT));
    }
    values.put(PatientOperations.OWN_VIEW.id(), Map.of("code", "\"{{code}}\"", "born", "\"1988-08-15\""));
    return new PostmanScript(Environment.of(() -> environment(sandbox)), List.of(), values,
        Map.of(AccessOperations.LOGIN.id(), Map.of("access_token", "answer.token"),
            PatientOperations.ADD.id(), Map.of("patient", "answer.id"),
            PatientOperations.INVITE.id(), Map.of("code", "answer.code")),
        refusals(), Set.of());
  }

  private static Map<String, String> refusals() {
    return Map.of(AccessOperations.OIDC_BEGIN.id(), "404 no provider",
        AccessOperations.OIDC_END.id(), "404 no provider",
        AccessOperations.ADD_STAFF.id(), "409 taken",
        AccessOperations.CHANGE_STAFF.id(), "404 not found",
        AccessOperations.RETIRE.id(), "409 keys in use",
        AccessOperations.LOGOUT.id(), "401 unauthenticated"); // the new password has ended the session
  }

  private static Map<String, String> environment(Optional<Part.Sandbox> sandbox) {
    var all = Json.read(Json.write((Object) sandbox.map(Part.Sandbox::world).orElse(Map.of()))).path("staff");
    var head = all.valueStream().filter(one -> one.path("username").asString("").equals("kepala.rs")).findFirst();
    var values = new LinkedHashMap<String, String>();
    values.put("username", head.map(one -> one.path("username").asString("")).orElse(""));
    values.put("password", head.map(one -> one.path("password").asString("")).orElse(""));
    values.put("access_token", "");
    return values;
  }
}
