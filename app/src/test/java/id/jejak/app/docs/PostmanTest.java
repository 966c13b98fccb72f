package id.jejak.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PostmanTest {
  private final String text = new Postman(Samples.system()).collection();
  private final JsonNode collection = Json.read(text);

  @Test
  void runsTheSetupThenEveryOperationInTheOrderOfTheDocument() {
    assertEquals("https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
        collection.at("/info/schema").stringValue());
    assertEquals(List.of("Prepare", "Login", "List packs", "Receive " + Samples.HOSTILE,
        "Receive " + Samples.HOSTILE + " (form-data)", "Trace"),
        collection.get("item").valueStream().map(item -> item.get("name").stringValue()).toList());
    assertEquals("{{base_url}}/sandbox/packs", collection.at("/item/0/item/0/request/url/raw").stringValue());
  }

  @Test
  void everyRequestIsTested() {
    for (int i = 1; i < collection.get("item").size(); i++) {
      var script = collection.at("/item/" + i + "/event/0/script/exec").toString();
      assertTrue(script.contains("HTTP 200") && script.contains("have.all.keys"), script);
    }
    assertTrue(tests(1).contains("\"statusCode is E000\""), tests(1));
    assertTrue(tests(5).contains("\"statusCode is E003\""),
        "the script's expectation stands before the first success");
  }

  @Test
  void whatOneAnswerGivesTheNextRequestUses() {
    assertTrue(tests(1).contains("pm.environment.set(\"token\", answer.data.user.token);"), tests(1));
    assertTrue(tests(0).isEmpty(), "a folder has no tests");
    assertEquals("{{token}}", collection.at("/item/2/request/url/query/0/value").stringValue());
    assertEquals("{\n  \"token\": \"{{token}}\",\n  \"barcode\": [\"B1\"]\n}",
        collection.at("/item/3/request/body/raw").stringValue());
  }

  @Test
  void optionalParametersOfAQueryAreThereToBeSwitchedOn() {
    assertEquals("limit", collection.at("/item/2/request/url/query/1/key").stringValue());
    assertTrue(collection.at("/item/2/request/url/query/1/disabled").booleanValue());
    assertTrue(!collection.at("/item/2/request/url/query/0/disabled").booleanValue());
  }

  @Test
  void theFormDataVariantRepeatsArraysUnderOneName() {
    var body = collection.at("/item/4/request/body");
    assertEquals("formdata", body.get("mode").stringValue());
    assertEquals("barcode[]", body.at("/formdata/1/key").stringValue());
    assertEquals("B1", body.at("/formdata/1/value").stringValue());
  }

  @Test
  void twoCollectionsOfOneSystemAreTheSame() {
    assertEquals(text, new Postman(Samples.system()).collection());
  }

  private String tests(int item) {
    return collection.at("/item/" + item + "/event/0/script/exec").valueStream()
        .map(JsonNode::stringValue).reduce("", (a, b) -> a + b + "\n");
  }
}
