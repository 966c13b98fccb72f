package id.jejak.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Param;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TtacDocsTest {
  private static final List<String> BASES = List.of("/dev/public/api/v3", "/api/v3");
  private static final List<Operation> OPERATIONS = List.of(
      operation("ttac.auth.login", "/auth/login", "email", "\"xxxxx@myemail.com\""),
      operation("ttac.barcode.send", "/barcode/send", "id_sarana_tujuan", "123"));

  @Test
  void theEnvironmentHoldsTheDemoAccounts() {
    assertEquals(Map.of("base_url", "http://here", "email", "b@example.id", "password", "word-b",
        "sarana_id", "284",
        "sender_email", "a@example.id", "sender_password", "word-a", "sender_sarana_id", "123"),
        environment(Optional.of(new World())));
  }

  @Test
  void withoutASandboxTheReaderFillsInAnAccountAndNothingIsSeeded() {
    assertEquals("", environment(Optional.empty()).get("email"));
    var login = collection(Optional.empty()).get("item").get(0);
    assertEquals("ttac.auth.login", login.get("name").stringValue());
    assertEquals("{\n  \"email\": \"{{email}}\"\n}", login.at("/request/body/raw").stringValue());
  }

  @Test
  void packsAreSeededAndShippedBeforeTheFirstOperation() {
    var prepare = collection(Optional.of(new World())).at("/item/0/item");
    assertEquals(6, prepare.size());
    for (var step : prepare) {
      var body = step.at("/request/body/raw").stringValue();
      var filled = body.replace("{{sarana_id}}", "284").replace("{{sender_sarana_id}}", "123");
      assertTrue(Json.read(filled).isObject(), body);
    }
    assertEquals("{{base_url}}/sandbox/ttac/barcodes", prepare.at("/1/request/url/raw").stringValue());
  }

  @Test
  void theTargetOfASendComesFromTheListOfTargets() {
    assertTrue(collection(Optional.of(new World())).at("/item/3/request/body/raw").stringValue()
        .contains("\"id_sarana_tujuan\": {{target}}"), "the login's form-data variant stands between");
    assertTrue(collection(Optional.empty()).at("/item/2/request/body/raw").stringValue()
        .contains("\"id_sarana_tujuan\": 123"), "the document's own example");
  }

  private static JsonNode collection(Optional<Part.Sandbox> sandbox) {
    return Json.read(new Postman(TtacDocs.of(BASES, OPERATIONS, List.of(), sandbox)).collection());
  }

  private static Map<String, String> environment(Optional<Part.Sandbox> sandbox) {
    var docs = TtacDocs.of(BASES, OPERATIONS, List.of(), sandbox);
    var json = Json.read(new Postman(docs).environment("http://here"));
    return json.get("values").valueStream().collect(java.util.stream.Collectors.toMap(
        value -> value.get("key").stringValue(), value -> value.get("value").stringValue()));
  }

  private static Operation operation(String id, String path, String param, String example) {
    return new Operation(id, "POST", path, id, "",
        List.of(new Param(param, Need.REQUIRED, "String", "", example)),
        List.of(new Operation.Outcome("E000", true, "Request Success!", "")),
        "", false, List.of(), List.of(), "");
  }

  /** A demo world of two accounts. */
  private static final class World implements Part.Sandbox {
    private record Account(String email, String password, int sarana_id) {}

    @Override
    public Map<String, Object> world() {
      return Map.of("accounts",
          List.of(new Account("a@example.id", "word-a", 123), new Account("b@example.id", "word-b", 284)));
    }

    @Override
    public void reset() {
      throw new AssertionError("docs change nothing");
    }

    @Override
    public void prepare() {
      throw new AssertionError("docs change nothing");
    }

    @Override
    public List<Route> routes() {
      return List.of();
    }
  }
}
