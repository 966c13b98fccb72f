package id.jejak.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A system whose callers have a session. */
class AccessDocsTest {
  private final SystemDocs docs = AccessDocs.of(List::of, Optional.empty());

  @Test
  void theOpenApiDocumentIsValidAndNamesTheToken() {
    var openApi = Json.read(new OpenApi(docs).document());
    assertEquals(List.of(), OpenApiTest.faults(OpenApiTest.official(), openApi));
    assertEquals("bearer", openApi.at("/components/securitySchemes/accessToken/scheme").asString());
  }

  @Test
  void thePostmanRunBeginsWithALoginAndEndsWithItsEnd() {
    var items = Json.read(new Postman(docs).collection()).path("item");
    assertTrue(items.get(0).toString().contains("pm.environment.set(\\\"access_token\\\", answer.token)"),
        items.get(0)::toString);
    assertEquals("Log out", items.get(items.size() - 1).path("name").asString());
  }

  @Test
  void anAnswerTellsWhichRefusalItIs() {
    var answers = docs.answers();
    for (var operation : docs.operations()) {
      for (var outcome : operation.outcomes()) {
        var answer = answers.answer(operation, outcome);
        assertEquals(Optional.of(outcome.code()), answers.code(operation, answer.status(), answer.text()),
            operation.id() + " " + outcome.code());
      }
    }
  }

  @Test
  void aPageSaysForWhomItIs() {
    var page = DocsTest.router(docs).handle(Request.get("/docs/access/access.patient.erase")).text();
    assertTrue(page.contains("For: administrator."), page);
  }
}
