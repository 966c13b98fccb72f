package id.jejak.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Part;
import id.jejak.ttac.contract.TtacOperations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TtacDocsTest {
  @Test
  void everyOperationHasAPageAndTheOpenApiDocumentIsValid() {
    var docs = TtacDocs.of(TtacOperations.BASES, TtacOperations.ALL, List::of, Optional.empty());
    var router = DocsTest.router(docs);
    for (var operation : TtacOperations.ALL) {
      var page = router.handle(Request.get("/docs/ttac/" + operation.id()));
      assertEquals(200, page.status(), operation.id());
      assertTrue(page.text().contains("/dev/public/api/v3" + operation.path()), operation.id());
    }
    assertEquals(List.of(),
        OpenApiTest.faults(OpenApiTest.official(), Json.read(new OpenApi(docs).document())));
  }

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
    assertEquals("II. Login", login.get("name").stringValue());
    assertEquals("{\n  \"email\": \"{{email}}\",\n  \"password\": \"{{password}}\"\n}",
        login.at("/request/body/raw").stringValue());
  }

  @Test
  void packsAreSeededAndShippedBeforeTheFirstOperation() {
    var prepare = collection(Optional.of(new World())).at("/item/0/item");
    assertEquals(5, prepare.size());
    for (var step : prepare) {
      var body = step.at("/request/body/raw").stringValue();
      var filled = body.replace("{{sarana_id}}", "284").replace("{{sender_sarana_id}}", "123");
      assertTrue(Json.read(filled).isObject(), body);
    }
    assertEquals("{{base_url}}/sandbox/ttac/barcodes", prepare.at("/1/request/url/raw").stringValue());
  }

  @Test
  void theTargetOfASendComesFromTheListOfTargets() {
    assertTrue(body(Optional.of(new World()), TtacOperations.SEND)
        .contains("\"id_sarana_tujuan\": {{target}}"));
    assertTrue(body(Optional.empty(), TtacOperations.SEND).contains("\"id_sarana_tujuan\": 123"),
        "the document's own example");
  }

  @Test
  void barcodeAndNieAreNotSentTogether() {
    assertFalse(body(Optional.of(new World()), TtacOperations.DELETE).contains("nie"));
    assertFalse(body(Optional.empty(), TtacOperations.DELETE).contains("nie"));
  }

  private static String body(Optional<Part.Sandbox> sandbox, Operation operation) {
    return collection(sandbox).get("item").valueStream()
        .filter(item -> item.get("name").stringValue().equals(operation.title()))
        .findFirst().orElseThrow().at("/request/body/raw").stringValue();
  }

  private static JsonNode collection(Optional<Part.Sandbox> sandbox) {
    var docs = TtacDocs.of(TtacOperations.BASES, TtacOperations.ALL, List::of, sandbox);
    return Json.read(new Postman(docs).collection());
  }

  private static Map<String, String> environment(Optional<Part.Sandbox> sandbox) {
    var docs = TtacDocs.of(TtacOperations.BASES, TtacOperations.ALL, List::of, sandbox);
    var json = Json.read(new Postman(docs).environment("http://here"));
    return json.get("values").valueStream().collect(java.util.stream.Collectors.toMap(
        value -> value.get("key").stringValue(), value -> value.get("value").stringValue()));
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
