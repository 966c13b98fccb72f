package id.jejak.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.contract.AntreanOperations;
import id.jejak.antrean.contract.VclaimOperations;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A system whose requests are signed, and whose refusals share their numbers. */
class AntreanDocsTest {
  private final SystemDocs docs = AntreanDocs.of(List::of, Optional.empty());

  @Test
  void theOpenApiDocumentIsValidAndNamesTheFourHeaders() {
    var openApi = Json.read(new OpenApi(docs).document());
    assertEquals(List.of(), OpenApiTest.faults(OpenApiTest.official(), openApi));
    assertEquals(Set.of("cons_id", "timestamp", "signature", "user_key"),
        Set.copyOf(openApi.at("/components/securitySchemes").propertyNames()));
    assertEquals(4, openApi.at("/security/0").size());
  }

  @Test
  void thePostmanRunSignsEveryRequestAndOpensEveryAnswer() {
    var collection = Json.read(new Postman(docs).collection());
    assertTrue(script(collection, 0).contains("HmacSHA256"), script(collection, 0));
    assertTrue(script(collection, 1).contains("decompress"), script(collection, 1));
    for (var item : collection.path("item")) {
      assertEquals(List.of("X-cons-id", "X-timestamp", "X-signature", "user_key"), item.at("/request/header")
          .valueStream().limit(4).map(header -> header.path("key").asString()).toList(), item.path("name").asString());
    }
  }

  private static String script(JsonNode collection, int event) {
    return collection.at("/event/" + event + "/script/exec").toString();
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
    assertEquals(Optional.of("201 task missing"), answers.code(AntreanOperations.TASK, 200,
        "{\"metadata\":{\"message\":\"TaskId=4 belum ada\",\"code\":201}}"));
    assertEquals(Optional.of("201 sep unknown"), answers.code(VclaimOperations.INSERT_CONTROL, 200,
        "{\"metaData\":{\"code\":\"201\",\"message\":\"No SEP Tidak Ditemukan\"},\"response\":null}"));
  }

  @Test
  void aPageShowsTheHeadersForTheShell() {
    var page = DocsTest.router(docs).handle(Request.get("/docs/antrean/antrean.queue.add")).text();
    for (var said : List.of("X-signature: $signature", "/arsws/rest/v2/antrean/add", "201 reference used",
        "sudah terbit SEP")) {
      assertTrue(page.contains(said), said);
    }
  }
}
