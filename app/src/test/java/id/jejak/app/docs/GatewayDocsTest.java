package id.jejak.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.gateway.contract.GatewayOperations;
import id.jejak.gateway.contract.TokenRefusal;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A system without an envelope, and one with a bearer token and several addresses. */
class GatewayDocsTest {
  private final SystemDocs docs = GatewayDocs.of(List::of, Optional.empty());
  private final JsonNode openApi = Json.read(new OpenApi(docs).document());
  private final JsonNode token = openApi.at("/paths/~1v1~1accesstoken/post");

  @Test
  void everyAnswerIsShownAsItTravels() {
    var page = DocsTest.router(docs).handle(Request.get("/docs/gateway/gateway.token.issue")).text();
    for (var said : List.of("POST /oauth2/v1/accesstoken", "HTTP 401", "HTTP 503", "no healthy upstream",
        "Retry-After: 60", "/accesstoken?grant_type=client_credentials&#39;", "--data-urlencode &#39;client_id=")) {
      assertTrue(page.contains(said), said);
    }
    assertTrue(!page.contains("JSON body") && !page.contains("--data-urlencode &#39;grant_type"), "not understood");
  }

  @Test
  void theOpenApiDocumentIsValidAndHasTheStatusesAndTheScheme() {
    assertEquals(List.of(), OpenApiTest.faults(OpenApiTest.official(), openApi));
    assertEquals(Set.of("200", "400", "401", "404", "405", "413", "429", "503"),
        Set.copyOf(token.get("responses").propertyNames()));
    assertEquals(2, token.at("/responses/400/content/application~1json/examples").size());
    assertEquals("no healthy upstream",
        token.at("/responses/503/content/text~1plain/examples/503-unavailable/value").stringValue());
    assertTrue(openApi.at("/components/responses/NotFound/content").isMissingNode(), "an empty answer");
    assertEquals("query", token.at("/parameters/0/in").stringValue());
    assertTrue(token.at("/parameters/0/required").booleanValue());
    assertEquals(1, token.get("parameters").size());
    assertEquals(Set.of("client_id", "client_secret"), Set.copyOf(token.at("/requestBody/content/"
        + "application~1x-www-form-urlencoded/schema/properties").propertyNames()));
    assertEquals("oauth2", openApi.at("/components/securitySchemes/accessToken/type").stringValue());
    assertTrue(openApi.path("security").isMissingNode(), "the token itself is not asked for with a token");
  }

  @Test
  void thePostmanRunKeepsTheTokenInTheEnvironmentOfThePlatform() {
    var item = Json.read(new Postman(docs).collection()).at("/item/0");
    assertEquals("urlencoded", item.at("/request/body/mode").stringValue());
    assertEquals("{{client_id}}", item.at("/request/body/urlencoded/0/value").stringValue());
    assertEquals("grant_type", item.at("/request/url/query/0/key").stringValue());
    assertTrue(item.at("/event/0/script/exec").toString().contains("access_token\\\", answer.access_token)"),
        item.at("/event/0/script/exec").toString());
    assertEquals(List.of(413, 400, 400, 429, 401, 503, 200),
        item.get("response").valueStream().map(answer -> answer.get("code").intValue()).toList());
    var environment = Json.read(new Postman(docs).environment("http://here"));
    assertEquals("Jejak: SATUSEHAT platform", environment.get("name").stringValue());
    assertEquals(Json.read(new Postman(behind()).environment("http://here")), environment, "one environment for all");
  }

  @Test
  void anOutcomeIsReadFromTheAnswer() {
    for (var refusal : TokenRefusal.values()) {
      assertEquals(Optional.of(refusal.code()),
          docs.answers().code(GatewayOperations.TOKEN, refusal.status(), refusal.body()));
    }
    assertEquals(Optional.of("200 approved"), docs.answers().code(GatewayOperations.TOKEN, 200, "{}"));
    assertEquals(Optional.empty(), docs.answers().code(GatewayOperations.TOKEN, 201, "{}"));
    assertEquals(Optional.empty(), docs.answers().code(GatewayOperations.TOKEN, 400, "{}"));
  }

  @Test
  void whatStandsBehindTheGatewaySaysSo() {
    var document = Json.read(new OpenApi(behind()).document());
    assertEquals(List.of(), OpenApiTest.faults(OpenApiTest.official(), document));
    assertEquals(Set.of("/kfa/atc", "/kfa-v2/products", "/old/products"),
        Set.copyOf(document.get("paths").propertyNames()));
    assertEquals("accessToken", document.at("/security/0").propertyNames().iterator().next());
    var prepare = Json.read(new Postman(behind()).collection()).at("/item/0/item/0/request");
    assertEquals("application/x-www-form-urlencoded", prepare.at("/header/0/value").stringValue());
    var item = Json.read(new Postman(behind()).collection()).at("/item/1/request");
    assertEquals("Bearer {{access_token}}", item.at("/header/0/value").stringValue());
    var router = DocsTest.router(behind());
    assertTrue(router.handle(Request.get("/docs/behind")).text().contains("GET /kfa/atc"));
    var page = router.handle(Request.get("/docs/behind/behind.product.detail")).text();
    assertTrue(page.contains("GET /kfa-v2/products") && page.contains("GET /old/products"), page);
    assertTrue(page.contains("Authorization: Bearer &lt;access-token&gt;"), page);
  }

  private static SystemDocs behind() {
    return new SystemDocs("behind", "Behind", "1",
        List.of(new Section(List.of("/kfa"), List.of(operation("behind.atc.list", "/atc"))),
            new Section(List.of("/kfa-v2", "/old"), List.of(operation("behind.product.detail", "/products")))),
        GatewayDocs.of(List::of, Optional.empty()).answers(), Requests.BEARER_JSON, List::of,
        new PostmanScript(GatewayDocs.environment(Optional.empty()), List.of(GatewayDocs.token()), Map.of(), Map.of(),
            Map.of(), Set.of()));
  }

  private static Operation operation(String id, String path) {
    return new Operation(id, "GET", path, id, "Reads.",
        List.of(new Operation.Param("code", Operation.Need.REQUIRED, "String", "Which.", "\"93\"")),
        List.of(new Operation.Outcome("200", true, "", "Always.")), "", false, List.of(), List.of(), "{\"items\":[]}");
  }
}
