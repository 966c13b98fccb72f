package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * TTAC's docs, and the story that its Postman run tells: the sender (sarana 123 of the document) ships
 * packs to the one who runs (sarana 456), who receives, sends on, returns and deletes with the document's own
 * barcodes.
 */
public final class TtacDocs {
  private static final Envelope ENVELOPE = new Envelope("status", "statusCode", "message", "data",
      new Outcome("E999", false, "Request Error!", "Nothing that an operation could answer."));
  private static final int SENDER = 123;
  private static final int RUNNER = 456;

  private final String base;
  private final List<Operation> operations;

  private TtacDocs(String base, List<Operation> operations) {
    this.base = base;
    this.operations = operations;
  }

  /**
   * The docs of TTAC.
   *
   * @param sandbox gives accounts and packs to the Postman run; without it the reader fills in an account and
   *     has packs of their own
   */
  public static SystemDocs of(
      List<String> bases, List<Operation> operations, List<Example> examples,
      Optional<Part.Sandbox> sandbox) {
    var docs = new TtacDocs(bases.getFirst(), operations);
    return new SystemDocs("ttac", "TTAC, BPOM track and trace", "3.0.1", bases, operations, ENVELOPE,
        examples, docs.script(sandbox));
  }

  private PostmanScript script(Optional<Part.Sandbox> sandbox) {
    return new PostmanScript(
        () -> environment(sandbox.map(Part.Sandbox::world).orElse(Map.of())),
        sandbox.isPresent() ? setup() : List.of(),
        byId(Map.of(
            "/sarana/location/add", Map.of( // a point may be registered once only, and runs are repeated
                "latitude", "\"{{$randomLatitude}}\"", "longitude", "\"{{$randomLongitude}}\""),
            "/barcode/receive", Map.of("barcode", "[\"TSR_SGTDEV001\"]"),
            "/barcode/send", Map.of("id_sarana_tujuan", "{{target}}", "barcode", "[\"OKTADEV01BAR0000001\"]"),
            "/barcode/return", Map.of(
                "id_sarana_tujuan", "{{sender_sarana_id}}", "barcode", "\"123456789ASDCDEFGIHJKLN\""),
            "/barcode/delete", Map.of("nie", "\"NIE123456\"", "barcode", "", "barcode_level", ""))),
        byId(Map.of(
            "/auth/login", Map.of("token", "answer.data.user.token"),
            "/sarana/mine/get", Map.of("target", "answer.data.items.find(sarana => sarana.status).id"))),
        Map.of(),
        Set.copyOf(byId(Map.of("/auth/login", "form-data")).keySet()));
  }

  private <T> Map<String, T> byId(Map<String, T> byPath) {
    var byId = new LinkedHashMap<String, T>();
    for (var operation : operations) {
      Optional.ofNullable(byPath.get(operation.path())).ifPresent(value -> byId.put(operation.id(), value));
    }
    return byId;
  }

  private List<PostmanScript.Step> setup() {
    return List.of(
        seed("Packs at the sender", "{{sender_sarana_id}}", "TR202358291", """
            {"barcode": "TSR_SGTDEV001", "level": "tersier"},
                {"barcode": "SKR_SGTDEV001", "level": "sekunder", "parent": "TSR_SGTDEV001"},
                {"barcode": "PRM_SGTDEV001", "level": "primer", "parent": "SKR_SGTDEV001"},
                {"barcode": "123456789ASDCDEFGIHJKLN", "level": "primer"}"""),
        seed("Packs to send on", "{{sarana_id}}", "TR202358291", """
            {"barcode": "OKTADEV01BAR0000001", "level": "primer"}"""),
        seed("Packs to delete", "{{sarana_id}}", "NIE123456", """
            {"barcode": "PRM_NIE123456_1", "level": "primer"}"""),
        new PostmanScript.Step("The sender logs in", "POST", base + "/auth/login",
            "{\n  \"email\": \"{{sender_email}}\",\n  \"password\": \"{{sender_password}}\"\n}",
            Map.of("sender_token", "answer.data.user.token")),
        sent("The sender ships a tersier", "TSR_SGTDEV001"),
        sent("The sender ships a primer", "123456789ASDCDEFGIHJKLN"));
  }

  private static PostmanScript.Step seed(String name, String sarana, String nie, String barcodes) {
    return new PostmanScript.Step(name, "POST", "/sandbox/ttac/barcodes", """
        {
          "sarana_id": %s,
          "nie": "%s",
          "batch_no": "STRIAL",
          "exp_date": "2035-12-31",
          "barcodes": [
            %s
          ]
        }""".formatted(sarana, nie, barcodes.strip()), Map.of());
  }

  private PostmanScript.Step sent(String name, String barcode) {
    return new PostmanScript.Step(name, "POST", base + "/barcode/send", """
        {
          "token": "{{sender_token}}",
          "id_sarana_tujuan": {{sarana_id}},
          "barcode": ["%s"]
        }""".formatted(barcode), Map.of());
  }

  /** Everything is read from the world, so that changed accounts need no change here. */
  private static Map<String, String> environment(Map<String, Object> world) {
    var accounts = Json.read(Json.write((Object) world)).path("accounts");
    var variables = new LinkedHashMap<String, String>();
    account(variables, "", accounts, RUNNER);
    account(variables, "sender_", accounts, SENDER);
    return variables;
  }

  private static void account(Map<String, String> variables, String prefix, JsonNode accounts, int sarana) {
    var account = accounts.valueStream().filter(one -> one.path("sarana_id").asInt(0) == sarana).findFirst();
    for (var name : List.of("email", "password", "sarana_id")) {
      variables.put(prefix + name, account.map(one -> one.path(name).asString("")).orElse(""));
    }
  }
}
