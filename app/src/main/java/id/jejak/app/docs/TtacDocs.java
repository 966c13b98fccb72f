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
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * TTAC's docs, and the story that its Postman run tells: the sender (sarana 123 of the document) ships
 * packs to the one who runs (sarana 284), who receives, sends on, returns and deletes. The barcodes are the
 * document's own with an ending of this run, because a barcode can be made known only once.
 */
public final class TtacDocs {
  private static final Envelope ENVELOPE = new Envelope("status", "statusCode", "message", "data",
      new Outcome("E999", false, "Request Error!", "Nothing that an operation could answer."));
  /** The guide forbids barcode and nie in one request; the barcode deletes less. */
  private static final Map<String, String> ONE_OF_TWO = Map.of("nie", "");
  private static final int SENDER = 123;
  private static final int RUNNER = 284;

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
      List<String> bases, List<Operation> operations, Supplier<List<Example>> examples,
      Optional<Part.Sandbox> sandbox) {
    var docs = new TtacDocs(bases.getFirst(), operations);
    return new SystemDocs("ttac", "TTAC, BPOM track and trace", "3.0.1",
        List.of(new Section(bases, operations)), ENVELOPE, Requests.ANY_FORM, examples, docs.script(sandbox));
  }

  private PostmanScript script(Optional<Part.Sandbox> sandbox) {
    var values = byId(sandbox.isPresent() ? seeded() : Map.of("/barcode/delete", ONE_OF_TWO));
    values.put("*", Map.of(
        "token", "\"{{token}}\"", "email", "\"{{email}}\"", "password", "\"{{password}}\""));
    return new PostmanScript(
        PostmanScript.Environment.of(() -> environment(sandbox.map(Part.Sandbox::world).orElse(Map.of()))),
        sandbox.isPresent() ? setup() : List.of(),
        values,
        byId(Map.of(
            "/auth/login", Map.of("token", "answer.data.user.token"),
            "/sarana/mine/get", Map.of("target", "answer.data.items.find(sarana => sarana.status)?.id"))),
        byId(Map.of(
            "/barcode/epcis", PostmanScript.BARE, "/barcode/symbol", PostmanScript.BARE,
            "/barcode/import/template.csv", PostmanScript.BARE, "/barcode/import/template.xlsx", PostmanScript.BARE,
            "/barcode/import", "E990")), // no file comes with a collection
        Set.copyOf(byId(Map.of("/auth/login", "form-data")).keySet()));
  }

  /** What stands before the document's examples: what the setup has made. */
  private static Map<String, Map<String, String>> seeded() {
    return new LinkedHashMap<>(Map.of(
        "/producer/primer", Map.of("barcode", "[\"PRODUCED-{{run}}\"]", "parent", ""),
        "/producer/parent", Map.of("barcode", "[\"HOLDER-{{run}}\"]", "parent", ""),
        "/producer/aggregate", Map.of("parent", "\"HOLDER-{{run}}\"", "child", "[\"PRODUCED-{{run}}\"]"),
        "/producer/status", Map.of("barcode", "[\"PRODUCED-{{run}}\"]", "is_active", "true", "is_sample", "false",
            "is_reject", "false"),
        "/sarana/location/add", Map.of( // a point may be registered once only
            "latitude", "\"{{$randomLatitude}}\"", "longitude", "\"{{$randomLongitude}}\""),
        "/barcode/receive", Map.of("barcode", "[\"TSR_SGTDEV001-{{run}}\"]"),
        "/barcode/send", Map.of(
            "id_sarana_tujuan", "{{target}}", "barcode", "[\"OKTADEV01BAR0000001-{{run}}\"]"),
        "/barcode/return", Map.of(
            "id_sarana_tujuan", "{{sender_sarana_id}}", "barcode", "\"123456789ASDCDEFGIHJKLN-{{run}}\""),
        "/barcode/delete", Map.of("barcode", "[\"OKTADEV01BAR0000002-{{run}}\"]", "nie", "")));
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
        new PostmanScript.Step("The sender logs in", "POST", base + "/auth/login",
            "{\n  \"email\": \"{{sender_email}}\",\n  \"password\": \"{{sender_password}}\"\n}",
            Map.of("sender_token", "answer.data.user.token", "run", "Date.now().toString(36)")),
        seed("Packs at the sender", "{{sender_sarana_id}}", "TR202358291", """
            {"barcode": "TSR_SGTDEV001-{{run}}", "level": "tersier"},
                {"barcode": "SKD_SGTDEV001-{{run}}", "level": "sekunder", "parent": "TSR_SGTDEV001-{{run}}"},
                {"barcode": "PRM_SGTDEV001-{{run}}", "level": "primer", "parent": "SKD_SGTDEV001-{{run}}"},
                {"barcode": "123456789ASDCDEFGIHJKLN-{{run}}", "level": "primer"}"""),
        seed("Packs to send on and to delete", "{{sarana_id}}", "TR202358291", """
            {"barcode": "OKTADEV01BAR0000001-{{run}}", "level": "primer"},
                {"barcode": "OKTADEV01BAR0000002-{{run}}", "level": "primer"}"""),
        sent("The sender ships a tersier", "TSR_SGTDEV001-{{run}}"),
        sent("The sender ships a primer", "123456789ASDCDEFGIHJKLN-{{run}}"));
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
