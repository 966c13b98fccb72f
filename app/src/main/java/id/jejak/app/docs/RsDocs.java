package id.jejak.app.docs;

import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.app.docs.PostmanScript.Environment;
import id.jejak.app.docs.PostmanScript.Step;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The docs of the services that a hospital hosts. The Postman run is Mobile JKN on a morning of March 2021. */
public final class RsDocs {
  private static final List<String> BASES = List.of("/rs");
  private static final String BOOKING = "\"{{booking}}\"";

  private RsDocs() {}

  /**
   * The docs.
   *
   * @param sandbox gives user and password to the Postman run; without it the reader fills them in
   */
  public static SystemDocs of(Supplier<List<Example>> examples, Optional<Part.Sandbox> sandbox) {
    return new SystemDocs("rs", "BPJS antrean, hospital's side", "2021",
        List.of(new Section(BASES, RsOperations.ALL)), BpjsAnswers.hospital(), Requests.HOSPITAL_JSON, examples,
        new PostmanScript(Environment.of(() -> environment(sandbox)), sandbox.isPresent() ? setup() : List.of(),
            sandbox.isPresent() ? values() : Map.of(), kept(), sandbox.isPresent() ? expected() : Map.of(), Set.of()));
  }

  private static Map<String, String> environment(Optional<Part.Sandbox> sandbox) {
    var hospital = Json.read(Json.write((Object) sandbox.map(Part.Sandbox::world).orElse(Map.of()))).path("rs");
    var values = new LinkedHashMap<String, String>();
    for (var name : List.of("username", "password")) {
      values.put(name, hospital.path(name).asString(""));
    }
    values.put("token", "");
    return values;
  }

  private static List<Step> setup() {
    return List.of(new Step("A morning of March 2021", "POST", "/sandbox/clock",
        "{\"now\": \"2021-03-17T01:00:00Z\"}", Map.of("run", "String(Date.now())")));
  }

  private static Map<String, Map<String, String>> values() {
    return Map.of(
        "*", Map.of("tanggalperiksa", "\"2021-03-17\"", "kodedokter", "12345", "kodebooking", BOOKING),
        RsOperations.CHECK_IN.id(), Map.of("waktu", "1615942800000"),
        RsOperations.REGISTER.id(), Map.of("nomorkartu", "\"{{run}}\"", "nik", "\"320{{run}}\""));
  }

  private static Map<String, Map<String, String>> kept() {
    return Map.of(RsOperations.TOKEN.id(), Map.of("token", "answer.response.token"),
        RsOperations.TAKE.id(), Map.of("booking", "answer.response.kodebooking"));
  }

  /** In the document's order a booking is cancelled before the patient comes. */
  private static Map<String, String> expected() {
    return Map.of(RsOperations.CHECK_IN.id(), "201 check in cancelled",
        RsOperations.TAKE_PHARMACY.id(), "201 pharmacy cancelled",
        RsOperations.PHARMACY_STATUS.id(), "201 pharmacy not queued");
  }
}
